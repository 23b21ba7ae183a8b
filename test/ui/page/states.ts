import type { HostMessage, SnapshotMessage } from '../../../client/view/messages.ts';
import { analyse } from '../../../server/src/analysis.ts';
import { createInventory } from '../../../server/src/inventory/createInventory.ts';

const inventory = createInventory();

export const RIVERBEND = `performance_year: 2024
practice:
  name: Riverbend Family Medicine
  clinicians: 12
submission:
  level: group
special_statuses: [small_practice, rural]
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: 9
    status: completed
    evidence: [evidence/after-hours-log.pdf]
  - id: IA_BE_4
    period: { start: 2024-03-01, end: 2024-05-29 }
    performed_by: 6
`;

/** A group at 30 of 40 with one activity of each state. */
export const LAKESIDE = `performance_year: 2023
practice: { name: Lakeside Health Partners, clinicians: 40 }
submission: { level: group }
activities:
  - { id: IA_EPA_1, period: 2023-01-15/2023-06-30, performed_by: 30, status: completed, evidence: [log.pdf] }
  - { id: IA_BE_4, period: 2023-03-01/2023-05-30, performed_by: 50% }
  - { id: IA_PM_2, period: 2023-10-15/2023-12-31, performed_by: 4 }
  - { id: IA_CC_1, status: dropped }
  - { status: planned }
`;

export const SEVERAL = `performance_year: 2024
practice: { name: Harbour Cardiology, clinicians: 8 }
submission: { level: group }
activities:
  - { id: IA_BE_4, period: 2024-03-01/2024-05-29, performed_by: 6 }
---
performance_year: 2024
practice: { name: Dr. Ann Adams, clinicians: 1 }
submission: { level: individual }
special_statuses: [small_practice]
activities:
  - { id: IA_EPA_1, period: 2024-01-15/2024-06-30 }
---
practice: { name: Dr. Ben Baker }
submission: { level: individual }
activities: []
`;

/** The longest of everything: many activities of long titles, an unknown id without blanks, a name that looks like markup. */
export const LONG = `performance_year: 2022
practice: { name: "<img src=x onerror=alert(1)> Supercalifragilistic-Practice-of-Otorhinolaryngology & Sons", clinicians: 40 }
submission: { level: virtual_group, entity_id: X }
apm: {}
activities:
${inventory.activitiesOf(2022).slice(0, 30).map(({ id }) => `  - { id: ${id} }`).join('\n')}
  - { id: IA_${'A'.repeat(60)}_1 }
`;

/** One clinician in 2025, where activities have no weights, while CMS takes the data. */
export const INDIVIDUAL = `performance_year: 2025
practice: { name: Dr. Mae Okafor }
submission: { level: individual }
special_statuses: []
activities:
  - { id: IA_BE_4, period: 2025-02-01/2025-05-31, status: completed, evidence: [portal.pdf] }
  - { id: IA_PM_13 }
`;

/** Clinicians with periods of their own, evidence that is gone, a credit. */
export const OWN_PERIODS = `performance_year: 2024
practice: { name: Harbour Cardiology, clinicians: 4 }
submission: { program: mvp, level: group, mvp: G0057 }
apm: { name: MSSP }
reweighted: [promoting_interoperability]
activities:
  - id: IA_BE_4
    performed_by: { adams: 2024-01-01/2024-03-30, baker: 2024-05-01/2024-09-30, chen: 2024-11-01/2024-12-31 }
    status: in_progress
    evidence: [gone.pdf, log.pdf, https://example.org/list]
  - { id: IA_PM_2, period: 2024-12-01/2024-03-01 }
`;

/** A whole category that CMS does not count. */
export const REWEIGHTED = `${RIVERBEND.slice(0, RIVERBEND.indexOf('activities:'))}reweighted: [improvement_activities]\nactivities: []\n`;

/** As many activities as no practice has, a part of them secured. */
export const HUNDREDS = `performance_year: 2024
practice: { name: Statewide Health Alliance, clinicians: 900 }
submission: { level: group }
special_statuses: []
activities:
${Array.from({ length: 400 }, (_, index) => {
  const { id } = inventory.activitiesOf(2024)[index % inventory.activitiesOf(2024).length] ?? { id: '' };
  return `  - { id: ${id}, period: 2024-0${1 + (index % 6)}-01/2024-11-30, performed_by: ${400 + index}${index % 3 === 0 ? ', status: completed, evidence: [log.pdf]' : ''} }`;
}).join('\n')}
`;

/** Half of it is a plan. */
export const BROKEN = `${RIVERBEND}  - { id: IA_PM_4, period: 2024-03-01
other: "never closed
`;

/** The message about a file as the language server would have it scored. */
export function snapshotOf(text: string, rest: Partial<SnapshotMessage> = {}, asOf = '2024-12-31'): SnapshotMessage {
  const uri = 'file:///plans/riverbend.mips.yaml';
  const analysis = analyse(text, { asOf, inventory, evidenceExists: (path) => path !== 'gone.pdf' });
  return {
    type: 'snapshot', uri, fileName: 'riverbend.mips.yaml', version: 1,
    score: analysis.score(uri), explanations: analysis.explain(), overviews: analysis.overview(), checking: 'done',
    ...rest,
  };
}

/** Every state that the page can be in. */
export const STATES: Readonly<Record<string, HostMessage>> = {
  'no plan': { type: 'noPlan' },
  loading: { type: 'loading', uri: 'file:///a.mips.yaml', fileName: 'riverbend.mips.yaml', checking: 'now' },
  'loading, stopped': { type: 'loading', uri: 'file:///a.mips.yaml', fileName: 'riverbend.mips.yaml', checking: 'stopped' },
  'at 40': snapshotOf(RIVERBEND),
  'below 40': snapshotOf(LAKESIDE),
  individual: snapshotOf(INDIVIDUAL, {}, '2026-03-20'),
  'own periods': snapshotOf(OWN_PERIODS, {}, '2024-08-15'),
  several: snapshotOf(SEVERAL),
  reweighted: snapshotOf(REWEIGHTED),
  '400 activities': snapshotOf(HUNDREDS),
  broken: snapshotOf(BROKEN),
  unreadable: snapshotOf('['.repeat(70)),
  'no year': snapshotOf(SEVERAL.split('---\n')[2] ?? ''),
  'empty file': snapshotOf(''),
  long: snapshotOf(LONG),
  'checking again': snapshotOf(LAKESIDE, { checking: 'again' }),
  stopped: snapshotOf(LAKESIDE, { checking: 'stopped' }),
};
