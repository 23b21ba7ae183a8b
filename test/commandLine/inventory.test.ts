import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTexts } from '../../scripts/inventory/buildTexts.mjs';
import type { InventoryEntry } from '../../server/src/export/inventoryJson.ts';
import { folderWith, runWith } from './fakeIo.ts';

let textsFile = '';
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mips-plan-texts-'));
  textsFile = join(folder, 'texts.json');
  await buildTexts(textsFile);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function list(...args: readonly string[]): Promise<InventoryEntry[]> {
  const { code, stdout, stderr } = await runWith(['list', '--format', 'json', ...args], { textsFile });
  expect(code).toBe(0);
  const entries = JSON.parse(stdout) as InventoryEntry[];
  expect(stdout).toBe(`${JSON.stringify(entries, null, 2)}\n`);
  expect(stderr).toBe(entries.length === 0 ? `mips-plan: no activity of ${args[args.indexOf('--year') + 1] ?? ''} matches\n` : '');
  return entries;
}

async function explain(...args: readonly string[]): Promise<InventoryEntry> {
  const { code, stdout } = await runWith(['explain', '--format', 'json', ...args], { textsFile });
  expect(code).toBe(0);
  return JSON.parse(stdout) as InventoryEntry;
}

describe('mips-plan list', () => {
  it('lists every activity of a year with its text', async () => {
    for (const [year, count] of [[2017, 93], [2022, 106], [2024, 106], [2026, 95]] as const) {
      const entries = await list('--year', String(year));
      expect(entries).toHaveLength(count);
      for (const entry of entries) {
        expect(entry.year).toBe(year);
        expect(entry.years).toContain(year);
        expect(entry.text).toMatch(/\w/);
      }
    }
  });

  it('narrows by words, pathway, subcategory and weight', async () => {
    const ids = async (...args: readonly string[]): Promise<string[]> => (await list('--year', '2024', ...args)).map(({ id }) => id);
    expect((await ids('--search', 'depression screening'))[0]).toBe('IA_BMH_4');
    expect(await ids('--mvp', 'G0055', '--weight', 'high')).toEqual(['IA_AHE_12', 'IA_BE_6', 'IA_BE_25', 'IA_MVP']);
    const bySpelling = await ids('--subcategory', 'behavioralAndMentalHealth');
    expect(bySpelling.every((id) => id.startsWith('IA_BMH_'))).toBe(true);
    expect(await ids('--subcategory', 'Behavioral and Mental Health')).toEqual(bySpelling);
    expect(await ids('--subcategory', 'behavioralAndMentalHealth', '--weight', 'high', '--search', 'alcohol')).toEqual(['IA_BMH_9']);
  });

  it('has no weights from 2025', async () => {
    expect(await list('--year', '2025', '--weight', 'high')).toEqual([]);
  });

  it('aligns its table', async () => {
    const { stdout } = await runWith(['list', '--year', '2025', '--search', 'PSPA_4'], { textsFile });
    expect(stdout).toBe(`Id         Points  Title
IA_PSPA_4      20  Administration of the AHRQ Survey of Patient Safety Culture (once in 4 years)

1 activity of 2025; points in traditional MIPS without a special status.
`);
  });

  it('takes the points of an MVP where one is asked for', async () => {
    const { stdout } = await runWith(['list', '--year', '2024', '--mvp', 'g0055', '--search', 'IA_CC_9'], { textsFile });
    expect(stdout).toMatch(/^IA_CC_9 +medium +20 /m);
    expect(stdout).toContain('points in an MVP');
  });

  it('knows a year that a file brings', async () => {
    const files = folderWith({ '2027/measures-data.json': JSON.stringify([{ category: 'ia', measureId: 'IA_XX_1', title: 'New', description: 'Do it.', weight: null, subcategoryId: 'populationManagement' }]) });
    const args = ['list', '--year', '2027', '--format', 'json', '--inventory', '2027/measures-data.json'];
    const { code, stdout } = await runWith(args, { folder: files, textsFile });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'IA_XX_1', year: 2027, points: 20, text: 'Do it.', textIsOfficial: true, years: [2027] }]);
  });
});

describe('mips-plan explain', () => {
  it.each([
    [['IA_EPA_1', '--year', '2024'], { weight: 'high', points: 20, minimum: { days: 90 }, repeatYears: null, suspended: null, successor: { id: null, relation: 'none' }, textIsOfficial: true }],
    [['IA_PCMH', '--year', '2020'], { weight: null, points: 40, minimum: null, subcategory: null, successor: null }],
    [['IA_ERP_1'], { year: 2026, minimum: { months: 6 }, points: 20 }],
    [['IA_ERP_2', '--year', '2023'], { minimum: { days: 60 }, weight: 'high' }],
    [['IA_PSPA_22', '--year', '2024'], { minimum: null, repeatYears: 4 }],
    [['IA_PM_26'], { year: 2025, suspended: '2025-05-06', textIsOfficial: false, years: [2025] }],
    [['IA_AHE_7'], { year: 2025, successor: { id: 'IA_BE_27', relation: 'renumbered' }, years: [2019, 2020, 2021, 2022, 2023, 2024, 2025] }],
    [['IA_MVP', '--year', '2024'], { weight: 'high', points: 0 }],
    [['ia_bmh_7', '--year', '2019'], { id: 'IA_BMH_7', weight: 'high', mvps: [] }],
  ])('%j', async (args, expected) => {
    expect(await explain(...args)).toMatchObject(expected);
  });

  it('has the keys of the interfaces, in their order', async () => {
    expect(Object.keys(await explain('IA_CC_9', '--year', '2024'))).toEqual([
      'id', 'title', 'subcategory', 'weight', 'year', 'points', 'text', 'textIsOfficial', 'minimum', 'repeatYears', 'suspended', 'mvps', 'years', 'successor',
    ]);
  });

  it('says in words what it asks, was and became', async () => {
    const { stdout } = await runWith(['explain', 'IA_AHE_7', '--year', '2024'], { textsFile });
    expect(stdout).toMatch(/^IA_AHE_7 {2}Comprehensive Eye Exams\nAchieving Health Equity, 2024\n\nWhat CMS asks for, in its own words:\n {2}\S/);
    expect(stdout).toMatch(/^Weight +medium from 2019, none from 2025$/m);
    expect(stdout).toMatch(/^Points +10 in traditional MIPS, 20 with a special status$/m);
    expect(stdout).toMatch(/^Period +at least 90 days in a row; begin by 3 October 2024$/m);
    expect(stdout).toMatch(/^Listed +2019 to 2025$/m);
    expect(stdout).toMatch(/^Became +.*\bIA_BE_27\b/m);
    expect(stdout.split('\n').filter((line) => line.length > 88)).toEqual([]);
  });

  it('names no years of an id that CMS listed in none', async () => {
    const { stderr, code } = await runWith(['explain', 'IA_BMH_13', '--year', '2023'], { textsFile });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^mips-plan: IA_BMH_13: CMS announced .* and withdrew it/);
  });

  it('never shows our summaries as the words of CMS', async () => {
    const { stdout } = await runWith(['explain', 'IA_PM_26'], { textsFile });
    expect(stdout).toContain('What CMS asks for, in our summary:');
    expect(stdout).not.toContain('own words');
  });
});

const shared = process.env['MIPS_PLAN_SHARED'] ?? join(import.meta.dirname, '../../../shared');
describe.skipIf(!existsSync(join(shared, 'inventory')))('with the lists of CMS at hand', () => {
  it.each([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])('lists %i as CMS does', async (year) => {
    const cms = JSON.parse(readFileSync(join(shared, `inventory/ia-${year}.json`), 'utf8')) as unknown;
    const rows = (Array.isArray(cms) ? cms : (cms as { activities: unknown }).activities) as { measureId?: string; id?: string; title: string; weight: string | null }[];
    const entries = await list('--year', String(year));
    const facts = (all: readonly { id: string; title: string; weight: string | null }[]): unknown =>
      all.map(({ id, title, weight }) => [id, title.replace(/\s+/g, ' ').trim(), weight]).sort();
    expect(facts(entries)).toEqual(facts(rows.map((row) => ({ id: row.measureId ?? row.id ?? '', title: row.title, weight: row.weight ?? null }))));
  });
});
