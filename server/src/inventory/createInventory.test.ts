import { describe, expect, it } from 'vitest';
import { createInventory } from './createInventory.ts';
import type { InventoryActivity } from './inventory.ts';
import type { LoadedActivity, LoadedYear } from './loadedYear.ts';

const inventory = createInventory();
const activity = (id: string): InventoryActivity => {
  const found = inventory.activity(id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the built-in inventory', () => {
  it('covers ten years with their numbers of activities', () => {
    expect(inventory.years).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(inventory.years.map((year) => inventory.activitiesOf(year).length)).toEqual([93, 113, 118, 106, 105, 106, 103, 106, 104, 95]);
    expect(inventory.years.map((year) => inventory.mvpsOf(year).length)).toEqual([0, 0, 0, 0, 0, 0, 12, 16, 21, 27]);
    expect(inventory.activities).toHaveLength(152);
    expect(inventory.activitiesOf(2027)).toEqual([]);
    expect(inventory.mvpsOf(2027)).toEqual([]);
  });

  it('orders ids as people count', () => {
    const ids = inventory.activitiesOf(2026).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['IA_AHW_1', 'IA_BE_1', 'IA_BE_3']);
    expect(ids.indexOf('IA_BE_4')).toBeLessThan(ids.indexOf('IA_BE_12'));
  });

  it('lists IA_PSPA_30 to 2022 and renumbered ids only in the years that have them', () => {
    expect(activity('IA_PSPA_30').years).toEqual([2018, 2019, 2020, 2021, 2022]);
    expect(activity('IA_EPA_7').years).toEqual([2026]);
    expect(activity('IA_AHE_1').years.at(-1)).toBe(2025);
  });

  it('knows IA_BMH_13 as announced and withdrawn', () => {
    expect(activity('IA_BMH_13')).toMatchObject({ years: [], successor: { id: null, relation: 'none' } });
    expect(activity('IA_BMH_13').titleIn(2023)).toContain('Buprenorphine');
    expect(inventory.activitiesOf(2023).some(({ id }) => id === 'IA_BMH_13')).toBe(false);
    expect(inventory.activities.some(({ id }) => id === 'IA_BMH_13')).toBe(false);
  });

  it('takes letter case seriously and knows nothing of object members', () => {
    for (const id of ['ia_bmh_7', 'constructor', '__proto__', 'IA_BMH_7 ', '']) expect(inventory.activity(id)).toBeUndefined();
    for (const id of ['g0053', 'toString']) expect(inventory.mvp(id)).toBeUndefined();
  });

  it('gives the title of the year, else of the nearest earlier, else the first', () => {
    const { titleIn, title } = { titleIn: (year: number) => activity('IA_AHE_1').titleIn(year), title: activity('IA_AHE_1').title };
    expect(titleIn(2017)).toBe('Engagement of new Medicaid patients and follow-up');
    expect(titleIn(2021)).toBe('Engagement of New Medicaid Patients and Follow-up');
    expect(titleIn(2030)).toBe(title);
    expect(activity('IA_EPA_7').titleIn(2017)).toBe(activity('IA_EPA_7').title);
  });

  it('gives weights by year, none for the medical home, from 2025 on and in years without the activity', () => {
    expect([2017, 2018, 2024, 2025].map((year) => activity('IA_AHE_3').weightIn(year))).toEqual(['medium', 'high', 'high', null]);
    expect([2021, 2022].map((year) => activity('IA_CC_15').weightIn(year))).toEqual(['medium', 'high']);
    expect(activity('IA_MVP').weightIn(2024)).toBe('high');
    expect(activity('IA_PCMH').weightIn(2024)).toBeNull();
    expect(activity('IA_AHE_2').weightIn(2024)).toBeNull();
    expect(activity('IA_PM_24').weightIn(2025)).toBeNull();
  });

  it('changes weight in five activities only', () => {
    const changes = inventory.years.flatMap((year) =>
      inventory.activitiesOf(year).filter((each) => each.changedIn(year).weight).map(({ id }) => `${year} ${id}`),
    );
    expect(changes).toEqual(['2018 IA_AHE_3', '2018 IA_BE_14', '2018 IA_CC_4', '2022 IA_CC_14', '2022 IA_CC_15']);
  });

  it('tells changed texts, also where a notice replaced them, and nothing for years not listed', () => {
    expect(activity('IA_PSPA_7').changedIn(2023)).toEqual({ text: true, weight: false });
    expect(activity('IA_AHE_8').changedIn(2025)).toEqual({ text: true, weight: false });
    expect(activity('IA_BE_4').changedIn(2025)).toEqual({ text: false, weight: false });
    expect(activity('IA_EPA_7').changedIn(2026)).toEqual({ text: false, weight: false });
    expect(activity('IA_PM_8').changedIn(2018)).toEqual({ text: false, weight: false });
  });

  it.each([
    ['IA_ERP_1', 2017, { months: 6 }], ['IA_ERP_1', 2026, { months: 6 }], ['IA_PSPA_5', 2019, { months: 6 }],
    ['IA_ERP_2', 2023, { days: 60 }], ['IA_ERP_3', 2020, 'any'], ['IA_ERP_3', 2025, 'any'], ['IA_BMH_10', 2024, 'any'],
    ['IA_CC_18', 2024, 'any'], ['IA_PM_28', 2026, 'any'], ['IA_PSPA_9', 2017, 'any'], ['IA_PSPA_22', 2018, 'any'],
    ['IA_PSPA_23', 2026, 'any'], ['IA_PSPA_24', 2019, 'any'], ['IA_PSPA_28', 2022, 'any'], ['IA_PCMH', 2017, 'any'],
    ['IA_PSPA_4', 2024, { days: 90 }], ['IA_CC_19', 2024, { days: 90 }], ['IA_BMH_7', 2024, { days: 90 }],
  ] as const)('%s in %i runs at least %j', (id, year, minimum) => {
    expect(activity(id).minimumPeriodIn(year)).toEqual(minimum);
  });

  it('has the limit of once in four years from 2018 on', () => {
    const limited = (year: number): unknown =>
      inventory.activitiesOf(year).filter((each) => each.repeatYearsIn(year) !== null).map((each) => [each.id, each.repeatYearsIn(year)]);
    expect(limited(2017)).toEqual([]);
    expect(limited(2018)).toEqual([['IA_PSPA_4', 4], ['IA_PSPA_22', 4], ['IA_PSPA_23', 4], ['IA_PSPA_24', 4]]);
    expect(limited(2026)).toEqual([['IA_PSPA_4', 4], ['IA_PSPA_22', 4], ['IA_PSPA_23', 4]]);
  });

  it('suspends eight activities, in 2025 only', () => {
    const suspended = inventory.years.flatMap((year) =>
      inventory.activitiesOf(year).filter((each) => each.suspendedIn(year) !== null).map((each) => `${each.id} ${each.suspendedIn(year)}`),
    );
    expect(suspended).toEqual([
      'IA_AHE_5', 'IA_AHE_8', 'IA_AHE_9', 'IA_AHE_11', 'IA_AHE_12', 'IA_ERP_3', 'IA_PM_6', 'IA_PM_26',
    ].map((id) => `${id} 2025-05-06`));
  });

  it('says what became of an id', () => {
    expect(activity('IA_AHE_1').successor).toMatchObject({ id: 'IA_EPA_7', relation: 'renumbered' });
    expect(activity('IA_EPA_1').successor).toMatchObject({ id: null, relation: 'none' });
    expect(activity('IA_BMH_7').successor).toBeNull();
  });

  it('holds the MVPs by year, from both sides', () => {
    expect(activity('IA_MVP').mvpsIn(2024)).toHaveLength(16);
    expect(activity('IA_MVP').mvpsIn(2023)).toEqual([]);
    expect(activity('IA_AHE_1').mvpsIn(2024)).toEqual(['M1366', 'M1368', 'M1369']);
    expect(inventory.mvp('G0056')?.years).toEqual([2023]);
    expect(inventory.mvp('G0056')?.activitiesIn(2024).size).toBe(0);
    expect(inventory.mvp('M0005')?.titleIn(2023)).toBe('Promoting Wellness');
    expect(inventory.mvp('M0005')?.titleIn(2026)).toBe('Value in Primary Care');
    expect(inventory.mvp('M0001')?.activitiesIn(2024).has('IA_PCMH')).toBe(true);
  });
});

describe('with loaded years', () => {
  const one = (id: string, more: Partial<LoadedActivity> = {}): LoadedActivity => ({
    id, title: `${id} of the file`, weight: null, subcategory: 'careCoordination', text: 'Do it.', mvps: [], ...more,
  });
  const file = (year: number, activities: readonly LoadedActivity[]): LoadedYear => ({
    year, fileName: 'measures-data.json', activities: new Map(activities.map((each) => [each.id, each])),
  });

  it('adds a further year with the facts of the file', () => {
    const further = createInventory([file(2027, [one('IA_BMH_7', { title: 'New title' }), one('IA_XX_1', { weight: 'high', mvps: ['G0053', 'M9999'] })])]);
    expect(further.years.at(-1)).toBe(2027);
    expect(further.activitiesOf(2027).map(({ id }) => id)).toEqual(['IA_BMH_7', 'IA_XX_1']);
    const known = further.activity('IA_BMH_7');
    expect(known?.titleIn(2027)).toBe('New title');
    expect(known?.title).toBe('New title');
    expect(known?.titleIn(2026)).not.toBe('New title');
    expect(known?.subcategoryIn(2027)).toBe('careCoordination');
    expect(known?.subcategoryIn(2026)).toBe('behavioralAndMentalHealth');
    const added = further.activity('IA_XX_1');
    expect(added).toMatchObject({ years: [2027], successor: null, title: 'IA_XX_1 of the file' });
    expect(added?.weightIn(2027)).toBe('high');
    expect(added?.weightIn(2026)).toBeNull();
    expect(added?.mvpsIn(2027)).toEqual(['G0053', 'M9999']);
    expect(added?.minimumPeriodIn(2027)).toEqual({ days: 90 });
    expect(further.mvp('M9999')).toMatchObject({ id: 'M9999', years: [2027] });
    expect(further.mvp('M9999')?.titleIn(2027)).toBe('M9999');
    expect(further.mvp('G0053')?.titleIn(2027)).toBe('Advancing Rheumatology Patient Care');
  });

  it('carries rules over for known ids, but no suspension', () => {
    const further = createInventory([file(2027, ['IA_ERP_1', 'IA_ERP_3', 'IA_PSPA_4', 'IA_PCMH', 'IA_AHE_5'].map((id) => one(id)))]);
    expect(further.activity('IA_ERP_1')?.minimumPeriodIn(2027)).toEqual({ months: 6 });
    expect(further.activity('IA_ERP_3')?.minimumPeriodIn(2027)).toBe('any');
    expect(further.activity('IA_PSPA_4')?.repeatYearsIn(2027)).toBe(4);
    expect(further.activity('IA_PCMH')?.minimumPeriodIn(2027)).toBe('any');
    expect(further.activity('IA_AHE_5')?.suspendedIn(2027)).toBeNull();
    expect(further.activity('IA_AHE_5')?.successor).toBeNull();
  });

  it('says of ids that the new year lacks that they are gone', () => {
    const further = createInventory([file(2027, [one('IA_BMH_7')])]);
    expect(further.activity('IA_BE_1')?.successor).toMatchObject({ id: null, relation: 'none' });
    expect(further.activity('IA_AHE_1')?.successor?.id).toBe('IA_EPA_7');
  });

  it('lets the MVPs of the last year go on where the file names none', () => {
    const further = createInventory([file(2027, [one('IA_BMH_7'), one('IA_PCMH')])]);
    expect(further.mvpsOf(2027)).toHaveLength(27);
    expect([...(further.mvp('G0053')?.activitiesIn(2027) ?? [])]).toEqual(['IA_PCMH']);
  });

  it('compares texts and weights with the year before, tabulated or loaded', () => {
    const further = createInventory([
      file(2028, [one('IA_BMH_7', { text: 'Do  it.\n', weight: 'high' })]),
      file(2027, [one('IA_BMH_7', { weight: 'medium' })]),
    ]);
    expect(further.activity('IA_BMH_7')?.changedIn(2027)).toEqual({ text: true, weight: false });
    expect(further.activity('IA_BMH_7')?.changedIn(2028)).toEqual({ text: false, weight: true });
  });

  it('never lets a file change a covered year', () => {
    const covered = createInventory([file(2024, [one('IA_XX_1'), one('IA_BMH_7', { weight: 'medium', mvps: ['G0053'] })])]);
    expect(covered.years).toEqual(inventory.years);
    expect(covered.activitiesOf(2024)).toHaveLength(106);
    expect(covered.activity('IA_XX_1')).toBeUndefined();
    expect(covered.activity('IA_BMH_7')?.weightIn(2024)).toBe('high');
    expect(covered.activity('IA_BMH_7')?.title).toBe(inventory.activity('IA_BMH_7')?.title);
  });

  it('takes the later of two files of one year', () => {
    const further = createInventory([file(2027, [one('IA_XX_1')]), file(2027, [one('IA_XX_2')])]);
    expect(further.activitiesOf(2027).map(({ id }) => id)).toEqual(['IA_XX_2']);
  });
});
