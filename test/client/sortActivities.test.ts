import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { COLUMNS, nextOrder, sortRows, type Column, type Order } from '../../client/view/sortActivities.ts';

const TEXT = `performance_year: 2024
practice: { name: Elm, clinicians: 10 }
submission: { level: group }
activities:
  - { id: IA_PM_16, performed_by: 5, period: 2024-06-01/2024-09-30 }
  - { id: IA_PM_2, performed_by: all, status: completed, period: 2024-01-01/2024-06-30, evidence: [a, b] }
  - { id: IA_BE_4, status: dropped }
  - { id: IA_EPA_1, performed_by: 60%, evidence: [a] }
`;
const analysis = analyse(TEXT, { asOf: '2024-12-31', inventory: createInventory() });
const overviews = analysis.overview()[0]?.activities ?? [];
const rows = (analysis.score('').plans[0]?.activities ?? []).flatMap((score, index) => {
  const overview = overviews[index];
  return overview === undefined ? [] : [{ index, score, overview }];
});
const sorted = (column: Column, direction: Order['direction']) => sortRows(rows, { column, direction }).map(({ index }) => index);

describe('The rows of the table', () => {
  it.each([
    ['activity', [2, 3, 1, 0], [0, 1, 3, 2]],
    ['points', [2, 0, 1, 3], [1, 3, 0, 2]],
    ['weight', [0, 2, 1, 3], [1, 3, 0, 2]],
    ['status', [1, 0, 3, 2], [2, 0, 3, 1]],
    ['clinicians', [0, 3, 1, 2], [1, 3, 0, 2]],
    ['period', [1, 0, 2, 3], [0, 1, 2, 3]],
    ['evidence', [0, 2, 3, 1], [1, 3, 0, 2]],
  ] as const)('by %s', (column, ascending, descending) => {
    expect(rows).toHaveLength(4);
    expect(sorted(column, 'ascending')).toEqual(ascending);
    expect(sorted(column, 'descending')).toEqual(descending);
  });

  it('are in the plan’s own order without another', () => {
    expect(sortRows(rows, undefined)).toBe(rows);
  });
});

it.each(COLUMNS)('three presses of %s lead back to the plan’s own order', (column) => {
  const first = nextOrder(undefined, column);
  const second = nextOrder(first, column);
  expect(new Set([first?.direction, second?.direction]).size).toBe(2);
  expect(nextOrder(second, column)).toBeUndefined();
  expect(nextOrder({ column: column === 'points' ? 'status' : 'points', direction: 'descending' }, column)).toEqual(first);
});
