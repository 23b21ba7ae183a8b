import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import summariesTable from '../../server/data/summaries.json';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import type { InventoryTexts } from '../../server/src/inventory/inventory.ts';
import { createInventoryTexts } from '../../server/src/inventory/inventoryTexts.ts';
import { withoutBlanks } from '../../server/src/inventory/textFingerprint.ts';
import { buildTexts } from './buildTexts.mjs';
import { givenFolder, givenLists, packagedLists, type ListedActivity } from './cmsLists.ts';

const inventory = createInventory();
const root = fileURLToPath(new URL('../..', import.meta.url));
const packaged = packagedLists(root);
const given = givenLists(givenFolder(root));
const packagedTexts = new Set([...packaged.values()].flat().map(({ description }) => withoutBlanks(description)));
const SUSPENDED = ['IA_AHE_5', 'IA_AHE_8', 'IA_AHE_9', 'IA_AHE_11', 'IA_AHE_12', 'IA_ERP_3', 'IA_PM_6', 'IA_PM_26'];

let folder: string;
let json: string;
let texts: InventoryTexts;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mips-plan-texts-'));
  const output = join(folder, 'server', 'texts.json');
  await buildTexts(output);
  json = await readFile(output, 'utf8');
  texts = createInventoryTexts(json);
});
afterAll(() => rm(folder, { recursive: true }));

describe('texts.json', () => {
  it('has a text for every activity in every year', () => {
    const missing = inventory.years.flatMap((year) =>
      inventory.activitiesOf(year).filter(({ id }) => !texts.textOf(id, year)?.text).map(({ id }) => `${id} ${year}`),
    );
    expect(missing).toEqual([]);
  });

  it('has as many of CMS’s own texts in each year as CMS left unchanged', () => {
    const official = inventory.years.map((year) => inventory.activitiesOf(year).filter(({ id }) => texts.textOf(id, year)?.official).length);
    expect(official).toEqual([93, 113, 118, 106, 105, 106, 95, 92, 83, 77]);
  });

  it.each([...packaged])('%i: CMS’s own words, blanks aside', (year, activities) => expectOwnWords(activities, year));

  it('carries texts over to new ids', () => {
    expect(texts.textOf('IA_EPA_7', 2026)).toEqual(texts.textOf('IA_AHE_1', 2022));
    expect(texts.textOf('IA_EPA_7', 2026)?.official).toBe(true);
    expect(texts.textOf('IA_PSPA_35', 2026)).toEqual(texts.textOf('IA_AHE_10', 2023));
    expect(texts.textOf('IA_PSPA_35', 2026)?.official).toBe(false);
  });

  it.each(SUSPENDED)('tells of %s in 2025 that it is suspended and what it asked', (id) => {
    const text = texts.textOf(id, 2025);
    expect(text?.official).toBe(false);
    expect(text?.text).toMatch(/^CMS suspended this activity for 2025 on 6 May 2025/);
    expect(text?.text.split('What it asked until then: ')[1]?.length).toBeGreaterThan(100);
    const before = texts.textOf(id, 2024);
    expect(text?.earlier).toEqual(before?.official ? { year: 2024, ...before } : undefined);
  });

  it('has a blank between sentences, and around brackets and list items', () => {
    const { texts: all } = JSON.parse(json) as { texts: string[] };
    const joints = all.flatMap((text) => text.match(/\S*[a-z)][.;:,](?:and\/or)?[A-Z]\S*|\S*\)[a-z]{2}\S*|\S*[a-z]\([a-z]{2}\S*/g) ?? []);
    // Within an address there is none.
    expect(joints.filter((joint) => !joint.includes('://'))).toEqual([]);
  });

  it('holds each text once and stays small', () => {
    const { texts: all } = JSON.parse(json) as { texts: string[] };
    expect(new Set(all).size).toBe(all.length);
    expect(json.length).toBeLessThan(180_000);
  });
});

describe('the summaries', () => {
  const { summaries } = summariesTable as { summaries: Record<string, string[]> };

  it('are two to five sentences each', () => {
    for (const [name, sentences] of Object.entries(summaries)) {
      expect(sentences.length, name).toBeGreaterThanOrEqual(2);
      expect(sentences.length, name).toBeLessThanOrEqual(5);
      for (const sentence of sentences) expect(sentence, name).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are all used', () => {
    const used = inventory.years.flatMap((year) => inventory.activitiesOf(year).map(({ id }) => texts.textOf(id, year)?.text ?? '')).join('\n');
    for (const [name, sentences] of Object.entries(summaries)) expect(used.includes(sentences.join(' ')), name).toBe(true);
  });
});

describe.skipIf(given.size === 0)('texts.json against CMS’s lists of all years', () => {
  it.each([...given])('%i: a text is CMS’s own exactly where the package has the words of that year', (year, activities) => {
    const own = activities.filter(({ description }) => packagedTexts.has(withoutBlanks(description)));
    expect(activities.filter(({ measureId }) => texts.textOf(measureId, year)?.official)).toEqual(own);
    expectOwnWords(own, year);
  });

  it('CMS’s sentences are not in our summaries', () => {
    const sentences = new Set([...given.values()].flat().flatMap(({ description }) => sentencesOf(description)));
    const repeated = Object.values((summariesTable as { summaries: Record<string, string[]> }).summaries)
      .flatMap((each) => each.flatMap(sentencesOf))
      .filter((sentence) => sentences.has(sentence));
    expect(repeated).toEqual([]);
  });
});

function expectOwnWords(activities: readonly ListedActivity[], year: number): void {
  for (const { measureId, description } of activities) {
    expect(withoutBlanks(texts.textOf(measureId, year)?.text ?? ''), measureId).toBe(withoutBlanks(description));
  }
}

function sentencesOf(text: string): string[] {
  const withoutTitles = text.replace(/“[^”]*”/g, '');
  return withoutTitles
    .split(/[.;:]\s|\n/)
    .map((sentence) => sentence.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim())
    .filter((sentence) => sentence.split(' ').length > 4);
}
