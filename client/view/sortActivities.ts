import type { ActivityScore } from '../../server/src/score/fileScore.ts';
import type { ActivityOverview } from '../../server/src/explanation/overview.ts';
import { activityState, type ActivityState } from './words.ts';

export interface ActivityRow {
  /** Index in the plan. */
  readonly index: number;
  readonly score: ActivityScore;
  readonly overview: ActivityOverview;
}

export const COLUMNS = ['activity', 'points', 'weight', 'status', 'clinicians', 'period', 'evidence'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** Columns of amounts, whose large values are of more interest. */
const AMOUNTS: readonly Column[] = ['points', 'weight', 'clinicians', 'evidence'];

/** What a press of a column's button leads to: its order, the other way round, and back to the plan's own order. */
export function nextOrder(order: Order | undefined, column: Column): Order | undefined {
  const first = AMOUNTS.includes(column) ? 'descending' : 'ascending';
  if (order?.column !== column) return { column, direction: first };
  return order.direction === first ? { column, direction: first === 'ascending' ? 'descending' : 'ascending' } : undefined;
}

/** Rows in the order of a column, those without a value last; rows that are equal stay in the plan's order. */
export function sortRows(rows: readonly ActivityRow[], order: Order | undefined): readonly ActivityRow[] {
  if (order === undefined) return rows;
  const turn = order.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [first, second] = [valueOf(a, order.column), valueOf(b, order.column)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    if (typeof first === 'string' && typeof second === 'string') return turn * first.localeCompare(second, 'en', { numeric: true });
    return turn * (Number(first) - Number(second));
  });
}

const STATE_ORDER: readonly ActivityState[] = ['secured', 'planned', 'denied', 'dropped', 'unscored'];
const STATUS_ORDER = ['completed', 'in_progress', 'planned', 'dropped'] as const;
const WEIGHTS = { high: 2, medium: 1 } as const;

function valueOf({ score, overview }: ActivityRow, column: Column): number | string | null {
  switch (column) {
    case 'activity':
      return score.id;
    case 'points':
      return score.points;
    case 'weight':
      return score.weight && WEIGHTS[score.weight];
    case 'status':
      return STATE_ORDER.indexOf(activityState(score)) * STATUS_ORDER.length + STATUS_ORDER.indexOf(overview.status);
    case 'clinicians':
      return overview.participation?.share ?? overview.participation?.count ?? null;
    case 'period':
      return overview.period?.start ?? earliest(overview) ?? null;
    case 'evidence':
      return overview.evidence.length;
  }
}

function earliest({ clinicianPeriods }: ActivityOverview): string | undefined {
  return clinicianPeriods.map(({ start }) => start).sort()[0];
}
