import { describe, expect, it } from 'vitest';
import type { InventoryResult, ListedActivity } from '../../../server/src/protocol/inventory.ts';
import { activityDescription, activityIn, groupDescription, inventoryRows, isFiltered, NO_FILTER, spokenActivity, spokenGroup, viewDescription, type InventoryFilter } from './inventoryRows.ts';

function activity(id: string, more: Partial<ListedActivity> = {}): ListedActivity {
  return { id, title: `Title of ${id}`, subcategory: 'Care', weight: 'high', points: 20, mvps: [], suspended: null, repeatYears: null, ...more };
}

const INVENTORY: InventoryResult = {
  year: 2024, years: [2023, 2024], mvps: [{ id: 'G0057', title: 'Rheumatology' }],
  activities: [
    activity('IA_B_1', { subcategory: 'Emergency' }), activity('IA_A_1', { weight: 'medium', mvps: ['G0057'] }), activity('IA_A_2'),
    activity('IA_C_1', { subcategory: 'No subcategory', weight: null, suspended: '2024-03-01' }),
  ],
};

const NONE: ReadonlySet<string> = new Set();
const shown = (filter: Partial<InventoryFilter> = {}, inPlan = NONE): Record<string, string[]> =>
  Object.fromEntries(inventoryRows(INVENTORY, { ...NO_FILTER, ...filter }, inPlan).map(({ name, activities }) => [name, activities.map(({ id }) => id)]));

it.each([
  undefined, null, 3, 'IA_BE_4', [], {}, { id: 'IA_BE_4' }, { id: 'IA_BE_4', year: '2024' }, { id: 'IA_BE_4', year: 2024.5 }, { id: ['IA_BE_4'], year: 2024 },
  { id: 'IA_BE_4&id=IA_BE_6', year: 2024 }, { id: '../IA_BE_4', year: 2024 }, { id: 'IA_BE_4\n', year: 2024 }, { id: '', year: 2024 },
])('A command is not for %j', (called) => expect(activityIn(called)).toBeUndefined());

it('A command is for the row that it is called on', () => {
  expect(activityIn({ ...activity('IA_BE_4'), kind: 'activity', year: 2024, inPlan: true })).toEqual({ id: 'IA_BE_4', year: 2024 });
});

describe('The rows of the inventory', () => {
  it('are by subcategory', () => {
    expect(shown()).toEqual({ Care: ['IA_A_1', 'IA_A_2'], Emergency: ['IA_B_1'], 'No subcategory': ['IA_C_1'] });
    expect(Object.keys(shown())).toEqual(['Care', 'Emergency', 'No subcategory']);
  });

  it('keep what fits best in front while words are looked for', () => {
    expect(Object.keys(shown({ search: 'title' }))).toEqual(['Emergency', 'Care', 'No subcategory']);
  });

  it.each([
    [{ weights: ['medium'] }, ['IA_A_1']],
    [{ weights: ['high', 'medium'] }, ['IA_A_1', 'IA_A_2', 'IA_B_1']],
    [{ mvps: ['G0057'] }, ['IA_A_1']],
    [{ notInPlan: true }, ['IA_A_1', 'IA_B_1', 'IA_C_1']],
    [{ mvps: ['G0057'], weights: ['high'] }, []],
  ])('are those that the filter leaves: %j', (filter, ids) => {
    expect(Object.values(shown(filter, new Set(['IA_A_2']))).flat()).toEqual(ids);
    expect(isFiltered({ ...NO_FILTER, ...filter })).toBe(true);
  });

  it('say what is in the plan', () => {
    const [care] = inventoryRows(INVENTORY, NO_FILTER, new Set(['IA_A_2']));
    expect(care?.activities.map(({ inPlan }) => inPlan)).toEqual([false, true]);
    expect(care && groupDescription(care)).toBe('2 · ✓ 1');
    expect(care && spokenGroup(care)).toBe('Care, 2 activities, 1 in the plan');
    expect(care?.activities.map(activityDescription)).toEqual(['medium · Title of IA_A_1', 'high · Title of IA_A_2']);
    expect(care?.activities.map(spokenActivity)).toEqual(['IA_A_1, Title of IA_A_1, medium-weighted, 20 points', 'IA_A_2, Title of IA_A_2, high-weighted, 20 points, in the plan']);
  });

  it('are described by year and filter', () => {
    expect(viewDescription(2024, NO_FILTER)).toBe('2024');
    expect(viewDescription(2024, { search: ' care ', weights: ['high'], mvps: ['G0057'], notInPlan: true })).toBe('2024 · “care” · high · G0057 · not in the plan');
    expect(isFiltered({ ...NO_FILTER, search: ' ' })).toBe(false);
  });
});
