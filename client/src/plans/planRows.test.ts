import { describe, expect, it } from 'vitest';
import { filterRows, groupRows, nameOf, rowsOf, SORT_ORDERS, type SortOrder } from './planRows.ts';
import { file, plan, UNREADABLE } from './testing.ts';

const findings = (error: number, warning = 0) => ({ error, warning, information: 0, hint: 0 });
const deadline = (date: string) => ({ date, kind: 'submission' as const, activity: null });
const ROWS = rowsOf([
  file('z.mips.yaml', plan({ practice: 'Practice 10', points: 20, findings: findings(1), nextDeadline: deadline('2024-10-03') })),
  file('y.mips.yaml', plan({ practice: 'practice 9', points: null, securedPoints: null, findings: findings(3) })),
  file('north/x.mips.yaml', plan({ practice: null, points: 20, securedPoints: 0, findings: findings(1, 2), nextDeadline: deadline('2024-03-01') })),
  file('w.mips.yaml', plan({ practice: 'Élan', performanceYear: 2025 }), plan({ practice: 'Élan', performanceYear: null, points: null, securedPoints: 0 })),
  UNREADABLE.file,
]);

function grouped(order: SortOrder): string[][] {
  return groupRows(ROWS, order).map(({ year, rows }) => [String(year), ...rows.map(nameOf)]);
}

describe('the rows of the plans view', () => {
  it('are a line for each plan, and for each file that cannot be read', () => {
    expect(ROWS.map(({ file: { path }, index }) => `${path} ${index}`)).toEqual([
      'z.mips.yaml 0', 'y.mips.yaml 0', 'north/x.mips.yaml 0', 'w.mips.yaml 0', 'w.mips.yaml 1', 'b.mips.yaml 0',
    ]);
  });

  it.each([
    ['practice', ['practice 9', 'Practice 10', 'x.mips.yaml']],
    ['points', ['practice 9', 'x.mips.yaml', 'Practice 10']],
    ['deadline', ['x.mips.yaml', 'Practice 10', 'practice 9']],
    ['errors', ['practice 9', 'x.mips.yaml', 'Practice 10']],
  ] satisfies [SortOrder, string[]][])('are by year, the newest first, and then by %s', (order, of2024) => {
    expect(grouped(order)).toEqual([['2025', 'Élan'], ['2024', ...of2024], ['null', 'b.mips.yaml', 'Élan']]);
  });

  it('stay in one order whatever order they come in', () => {
    for (const order of SORT_ORDERS) expect(groupRows([...ROWS].reverse(), order)).toEqual(groupRows(ROWS, order));
  });

  it.each([
    ['', 6], ['PRACTICE', 2], ['10 practice', 1], ['north', 1], ['2025', 1], ['élan', 2], ['nowhere', 0],
  ])('are filtered by words: %j', (text, count) => expect(filterRows(ROWS, { text, errorsOnly: false })).toHaveLength(count));

  it('are filtered by errors, which a file that cannot be read counts as', () => {
    expect(filterRows(ROWS, { text: '', errorsOnly: true }).map(nameOf)).toEqual(['Practice 10', 'practice 9', 'x.mips.yaml', 'b.mips.yaml']);
    expect(filterRows(ROWS, { text: 'practice', errorsOnly: true })).toHaveLength(2);
  });
});
