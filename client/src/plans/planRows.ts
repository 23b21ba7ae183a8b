import type { PlanFile, PlanSummary } from '../../../server/src/protocol/plans.ts';

/** One line of the plans view: a plan, or a file that cannot be read. */
export interface PlanRow {
  readonly file: PlanFile;
  /** Undefined where the file cannot be read. */
  readonly plan: PlanSummary | undefined;
  /** Of the plan in its file. */
  readonly index: number;
}

export interface YearGroup {
  /** Null for plans whose year cannot be read. */
  readonly year: number | null;
  readonly rows: readonly PlanRow[];
}

export const SORT_ORDERS = ['practice', 'points', 'deadline', 'errors'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export interface RowFilter {
  /** Words of the practice, the path or the year; all must be there. */
  readonly text: string;
  readonly errorsOnly: boolean;
}

/** All rows, a line for each plan of each file. */
export function rowsOf(files: Iterable<PlanFile>): readonly PlanRow[] {
  const rows: PlanRow[] = [];
  for (const file of files) {
    if (file.plans.length === 0) rows.push({ file, plan: undefined, index: 0 });
    for (const [index, plan] of file.plans.entries()) rows.push({ file, plan, index });
  }
  return rows;
}

export function filterRows(rows: readonly PlanRow[], { text, errorsOnly }: RowFilter): readonly PlanRow[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 && !errorsOnly) return rows;
  return rows.filter((row) => {
    if (errorsOnly && errorsIn(row) === 0) return false;
    const searched = `${row.plan?.practice ?? ''} ${row.file.path} ${row.plan?.performanceYear ?? ''}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

/** The rows by year, the newest first, each year's in the order. */
export function groupRows(rows: readonly PlanRow[], order: SortOrder): readonly YearGroup[] {
  const groups = new Map<number | null, PlanRow[]>();
  for (const row of rows) {
    const year = row.plan?.performanceYear ?? null;
    const group = groups.get(year);
    if (group === undefined) groups.set(year, [row]);
    else group.push(row);
  }
  return [...groups]
    .sort(([a], [b]) => (b ?? -Infinity) - (a ?? -Infinity))
    .map(([year, group]) => ({ year, rows: group.sort((a, b) => ORDERS[order](a, b) || byName(a, b)) }));
}

/** A file that cannot be read counts as one. */
export function errorsIn({ plan }: PlanRow): number {
  return plan === undefined ? 1 : plan.findings.error;
}

/** The practice, or what the file is called where it names none. */
export function nameOf({ plan, file }: PlanRow): string {
  return plan?.practice ?? file.path.slice(file.path.lastIndexOf('/') + 1);
}

type Compare = (a: PlanRow, b: PlanRow) => number;

const collator = new Intl.Collator(undefined, { numeric: true });
const byName: Compare = (a, b) => collator.compare(nameOf(a), nameOf(b)) || collator.compare(a.file.path, b.file.path) || a.index - b.index;

/** What needs somebody comes first. */
const ORDERS: Readonly<Record<SortOrder, Compare>> = {
  practice: byName,
  points: (a, b) => (a.plan?.points ?? -1) - (b.plan?.points ?? -1) || (a.plan?.securedPoints ?? -1) - (b.plan?.securedPoints ?? -1),
  deadline: (a, b) => compare(a.plan?.nextDeadline?.date ?? '9999', b.plan?.nextDeadline?.date ?? '9999'),
  errors: (a, b) => errorsIn(b) - errorsIn(a) || (b.plan?.findings.warning ?? 0) - (a.plan?.findings.warning ?? 0),
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
