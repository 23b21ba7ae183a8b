import type { PlanFile, PlanSummary } from '../../../server/src/protocol/plans.ts';
import type { PlanRow } from './planRows.ts';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 16 } };

/** A plan of a group with 40 points, 20 of them secured, and nothing to say about it. */
export function plan(more: Partial<PlanSummary> = {}): PlanSummary {
  return {
    practice: 'Elm', performanceYear: 2024, level: 'group', points: 40, securedPoints: 20, maxPoints: 40, gap: 0, range: START,
    findings: { error: 0, warning: 0, information: 0, hint: 0 }, worst: null, nextDeadline: null, ...more,
  };
}

export function file(path: string, ...plans: readonly PlanSummary[]): PlanFile {
  return { uri: `file:///plans/${path}`, path, problem: null, plans };
}

export function row(more: Partial<PlanSummary> = {}): PlanRow {
  const only = plan(more);
  return { file: file('clients/elm.mips.yaml', only), plan: only, index: 0 };
}

export const UNREADABLE: PlanRow = { file: { uri: 'file:///plans/b.mips.yaml', path: 'b.mips.yaml', problem: 'may not be read', plans: [] }, plan: undefined, index: 0 };
