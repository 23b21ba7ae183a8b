import { analyse } from '../../analysis.ts';
import { NOT_CANCELLED } from '../../features/cancellationToken.ts';
import { diagnostics, type DiagnosticsOptions } from '../../features/diagnostics.ts';
import type { Conditions } from './conditions.ts';

/** Has credit as well as something to find. Exported for tests. */
export const WARM_UP_PLAN = `performance_year: 2024
practice: { name: Practice, clinicians: 20 }
submission: { level: group }
special_statuses: [rural]
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: all
    status: completed
    evidence: [https://example.org/log]
    note: as agreed
  - id: IA_EPA_2
    period: 2024-01-15/2024-02-31
`;

/**
 * Does once with a plan of nobody's what the first plan will need: the engine compiles code when it first runs, which
 * takes longer than the work itself. To be called when `initialize` is handled: a start takes a little longer, and whoever
 * waits for the first plan waits less in all.
 */
export function warmUp({ asOf, inventory, settings }: Conditions, options: Omit<DiagnosticsOptions, 'uri' | 'levels'>): void {
  const analysis = analyse(WARM_UP_PLAN, { asOf, inventory });
  analysis.score('');
  diagnostics(analysis, { ...options, uri: '', levels: settings.findings }, NOT_CANCELLED);
}
