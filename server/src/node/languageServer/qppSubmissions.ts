import { exportQpp, qppJson } from '../../export/qppJson.ts';
import type { ExportQppResult } from '../../protocol/export.ts';
import type { Session } from './session.ts';

/** The submissions of a plan that is open, or what stands in their way. */
export async function qppSubmissions(uri: string, session: Session): Promise<ExportQppResult | null> {
  const analysis = await session.analysis(uri);
  if (analysis === undefined) return null;
  const result = exportQpp(analysis);
  if ('submissions' in result) return { json: qppJson(result.submissions) };
  return { refusedBy: result.refusedBy.map(({ code, message, span }) => ({ code, message, range: analysis.source.rangeOf(span) })) };
}
