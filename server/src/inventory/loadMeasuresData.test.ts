import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packagedFile, packagedLists, type ListedActivity } from '../../../scripts/inventory/cmsLists.ts';
import { loadMeasuresData } from './loadMeasuresData.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const packaged = packagedLists(root);

const entry = (more: object = {}): object => ({
  category: 'ia', measureId: 'IA_XX_1', title: 'A title', description: 'What to do.', firstPerformanceYear: 2027,
  lastPerformanceYear: null, weight: null, subcategoryId: 'careCoordination', allowedPrograms: ['mips', 'app1', 'G0053', 'M1366'],
  ...more,
});
const load = (entries: unknown, fileName = '2027/measures-data.json'): ReturnType<typeof loadMeasuresData> =>
  loadMeasuresData(JSON.stringify(entries), fileName);

describe('a file of CMS’s measures', () => {
  it.each([...packaged])('of %i is read whole, as it lies in CMS’s package', (year, activities) => {
    const { loaded, errors, notes } = loadMeasuresData(packagedFile(root, year), `measures/${year}/measures-data.json`);
    expect(errors).toEqual([]);
    expect(notes).toEqual([]);
    expect(loaded?.year).toBe(year);
    expect([...(loaded?.activities.keys() ?? [])]).toEqual(activities.map(({ measureId }) => measureId));
  });

  it('gives each activity with its MVPs', () => {
    const { loaded, errors } = load([{ category: 'quality', measureId: '001', title: 3 }, entry({ title: ' A  title ' })]);
    expect(errors).toEqual([]);
    expect([...(loaded?.activities.values() ?? [])]).toEqual([
      { id: 'IA_XX_1', title: 'A title', weight: null, subcategory: 'careCoordination', text: 'What to do.', mvps: ['G0053', 'M1366'] },
    ]);
  });

  it('needs no weight, subcategory or programs, and takes lists that leave the category out', () => {
    const { loaded, errors } = load([{ measureId: 'IA_PCMH', title: 'Medical home', description: 'Be one.' }, { measureId: '001' }]);
    expect(errors).toEqual([]);
    expect(loaded?.activities.get('IA_PCMH')).toMatchObject({ weight: null, subcategory: null, mvps: [] });
  });

  it('may begin with a byte order mark', () => {
    expect(loadMeasuresData(`\uFEFF${JSON.stringify([entry()])}`, '2027.json').loaded?.activities.size).toBe(1);
  });

  it.each([
    [{ measureId: 12 }, 'entry 2: `measureId` is not text'],
    [{ measureId: 'ACI_1' }, 'entry 2 (ACI_1): `measureId` is not the id of an activity'],
    [{ title: 5 }, 'entry 2 (IA_XX_1): `title` is not text'],
    [{ title: ' ' }, 'entry 2 (IA_XX_1): `title` is empty'],
    [{ description: null }, 'entry 2 (IA_XX_1): `description` is not text'],
    [{ description: '\n' }, 'entry 2 (IA_XX_1): `description` is empty'],
    [{ weight: 'low' }, 'entry 2 (IA_XX_1): `weight` is not `high`, `medium` or null'],
    [{ subcategoryId: [] }, 'entry 2 (IA_XX_1): `subcategoryId` is not text or null'],
    [{ allowedPrograms: 'mips' }, 'entry 2 (IA_XX_1): `allowedPrograms` is not a list of text'],
    [{ allowedPrograms: [1] }, 'entry 2 (IA_XX_1): `allowedPrograms` is not a list of text'],
    [{ measureId: 'IA_XX_2' }, 'entry 2 (IA_XX_2): the id is there twice; the first is kept'],
  ])('with an entry changed by %j says so and keeps the rest', (more, error) => {
    const { loaded, errors } = load([entry({ measureId: 'IA_XX_2' }), entry(more)]);
    expect(errors).toEqual([`2027/measures-data.json: ${error}`]);
    expect([...(loaded?.activities.keys() ?? [])]).toEqual(['IA_XX_2']);
  });

  it.each([
    ['[{"category": "ia",\n  "title" "x"}]', 'line 2, column 11: not JSON'],
    ['', 'line 1, column 1: not JSON'],
    ['{"measures": []}', 'not a list of measures as in CMS’s measures-data.json'],
    ['null', 'not a list of measures as in CMS’s measures-data.json'],
    ['[]', 'holds no improvement activities'],
    ['[null, 1, "IA_BE_1", [], {"category": "pi"}]', 'holds no improvement activities'],
  ])('%j is refused with its place', (text, error) => {
    expect(loadMeasuresData(text, 'measures-data.json')).toEqual({ loaded: null, errors: [`measures-data.json: ${error}`], notes: [] });
  });

  it('is refused where no entry is good', () => {
    expect(load([entry({ title: 1 })])).toMatchObject({ loaded: null, errors: [expect.stringContaining('entry 1')] });
  });

  it('of a covered year tells where it differs from the tables', () => {
    const measures = [
      ...(packaged.get(2022) as readonly ListedActivity[]).filter(({ measureId }) => measureId !== 'IA_PSPA_30').map((each) =>
        each.measureId === 'IA_BMH_7' ? { ...each, weight: 'medium', title: 'Other' } : each),
      entry(),
    ].map((each) => ({ ...each, firstPerformanceYear: 2022 }));
    expect(load(measures, '2022/measures-data.json').notes).toEqual([
      '2022/measures-data.json: differs from the built-in inventory of 2022, which stays in force but for the texts: ' +
        'IA_BMH_7 (title, weight), IA_XX_1 (not listed), IA_PSPA_30 (missing from the file)',
    ]);
  });
});

describe('the performance year of a file', () => {
  const year = (fileName: string, entries: readonly object[] = [entry({ firstPerformanceYear: 2026 })]): number | undefined =>
    load(entries, fileName).loaded?.year;

  it('is in its path, nearest to the end', () => {
    expect(year('/home/2019/qpp/2027/measures-data.json')).toBe(2027);
    expect(year('C:\\qpp\\2027\\measures-data.json')).toBe(2027);
    expect(year('2026/measures-data-2027.json')).toBe(2027);
    expect(year('measures-data_v2028.json')).toBe(2028);
  });

  it('is not a number that cannot be one', () => {
    expect(year('/backup-20271121/2026/measures-data.json')).toBe(2026);
    expect(year('/2027/v11/measures-data.json')).toBe(2027);
    expect(year('/2015/measures-data.json')).toBe(2026);
  });

  it('is not a year in which its measures had not begun', () => {
    expect(year('/2027/clients-2024/measures-data.json')).toBe(2027);
    expect(year('/clients-2024/measures-data.json')).toBe(2026);
  });

  it('is the covered year with the same activities', () => {
    const text = packagedFile(root, 2021);
    expect(loadMeasuresData(text, 'measures-data.json').loaded?.year).toBe(2021);
  });

  it('is else the newest in which one of its measures began, of any category', () => {
    expect(year('measures-data.json', [entry({ firstPerformanceYear: 2019 }), { category: 'quality', firstPerformanceYear: 2027 }])).toBe(2027);
    expect(year('measures-data.json', [entry({ firstPerformanceYear: 9999 }), entry({ measureId: 'IA_XX_2' })])).toBe(2027);
  });

  it('is asked for where nothing tells it', () => {
    expect(load([entry({ firstPerformanceYear: null })], 'measures-data.json')).toEqual({
      loaded: null,
      errors: ['measures-data.json: nothing tells its performance year; name the file or its folder after it, as in 2027/measures-data.json'],
      notes: [],
    });
  });
});
