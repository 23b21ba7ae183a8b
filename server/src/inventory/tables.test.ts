import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { givenFolder, givenLists, givenMvps, packagedLists, type ListedActivity, type Lists } from '../../../scripts/inventory/cmsLists.ts';
import { makeTables } from '../../../scripts/inventory/makeTables.ts';
import textProvenance from '../../data/textProvenance.json';
import { createInventory } from './createInventory.ts';
import { activityRows, activityRules, documentationRows, mvpRows, subcategoryLabels, successorRows, textFingerprints } from './tables.ts';
import { withoutBlanks } from './textFingerprint.ts';

const inventory = createInventory();
const root = fileURLToPath(new URL('../../..', import.meta.url));
const packaged = packagedLists(root);
const given = givenLists(givenFolder(root));
const mvps = givenMvps(givenFolder(root));

/** The facts of a year as CMS lists them. */
function listed(activities: readonly ListedActivity[]): unknown {
  return Object.fromEntries(activities.map(({ measureId, title, weight = null, subcategoryId = null }) => [
    measureId, { title: singleBlanks(title), weight, subcategory: subcategoryId },
  ]));
}

function tabulated(year: number): unknown {
  return Object.fromEntries(inventory.activitiesOf(year).map((activity) => [
    activity.id,
    { title: activity.titleIn(year), weight: activity.weightIn(year), subcategory: activity.subcategoryIn(year) },
  ]));
}

describe('the tables against the npm package', () => {
  it.each([...packaged])('%i: same ids, titles, weights and subcategories', (year, activities) => {
    expect(tabulated(year)).toEqual(listed(activities));
  });

  it.each(pairs(packaged))('%i: same changes of text since the year before', (year, before, now) => {
    expect(changedTexts(year)).toEqual(differences(before, now));
  });
});

describe.skipIf(given.size === 0)('the tables against CMS’s lists of all years', () => {
  it('cover the same years', () => {
    expect([...given.keys()]).toEqual(inventory.years);
    expect([...mvps.keys()]).toEqual([2023, 2024, 2025, 2026]);
  });

  it.each([...given])('%i: same ids, titles, weights and subcategories', (year, activities) => {
    expect(tabulated(year)).toEqual(listed(activities));
  });

  it.each(pairs(given))('%i: same changes of text since the year before', (year, before, now) => {
    expect(changedTexts(year)).toEqual(differences(before, now));
  });

  it.each([...mvps])('%i: same MVPs and activities of each', (year, pathways) => {
    const ours = inventory.mvpsOf(year).map((mvp) => [mvp.id, mvp.titleIn(year), [...mvp.activitiesIn(year)].sort()]);
    const theirs = pathways.map(({ mvpId, title, iaMeasureIds }) => [mvpId, singleBlanks(title), [...iaMeasureIds].sort()]);
    expect(ours).toEqual(theirs.sort());
  });

  it('are what the generator makes of them', () => {
    const made = makeTables(given, mvps, packaged);
    expect(made).toEqual({ activities: activityRows, mvps: mvpRows, textProvenance, textFingerprints });
    expect(Object.keys(made.activities)).toEqual(Object.keys(activityRows));
  });
});

/** Each year that has a year before it, with the lists of both. */
function pairs(lists: Lists<ListedActivity>): [number, readonly ListedActivity[], readonly ListedActivity[]][] {
  return [...lists].flatMap(([year, now]) => {
    const before = lists.get(year - 1);
    return before === undefined ? [] : [[year, before, now]];
  });
}

function singleBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function changedTexts(year: number): readonly string[] {
  return inventory.activitiesOf(year).filter((activity) => activity.changedIn(year).text).map(({ id }) => id).sort();
}

function differences(before: readonly ListedActivity[], now: readonly ListedActivity[]): readonly string[] {
  const texts = new Map(before.map(({ measureId, description }) => [measureId, withoutBlanks(description)]));
  return now
    .filter(({ measureId, description }) => texts.has(measureId) && texts.get(measureId) !== withoutBlanks(description))
    .map(({ measureId }) => measureId)
    .sort();
}

describe('the tables among themselves', () => {
  it('name only activities that were listed', () => {
    const named = [
      ...activityRules.minimumPeriods.own.map(({ activity }) => activity),
      ...activityRules.repeatLimits.map(({ activity }) => activity),
      ...activityRules.suspensions.flatMap(({ activities }) => activities),
      ...documentationRows.flatMap(({ activities }) => activities),
      ...Object.values(mvpRows).flatMap(({ activities }) => Object.keys(activities)),
    ];
    expect(named.filter((id) => !Object.hasOwn(activityRows, id))).toEqual([]);
  });

  it('have a successor entry for exactly the ids that are gone', () => {
    const gone = inventory.activities.filter(({ years }) => years.at(-1) !== 2026).map(({ id }) => id);
    expect(Object.keys(successorRows).sort()).toEqual(gone.sort());
  });

  it('name successors that were announced, and listed longer than what they follow', () => {
    for (const [id, { successor }] of Object.entries(successorRows)) {
      if (successor === null) continue;
      const lastYear = inventory.activity(successor)?.years.at(-1);
      if (successor !== 'IA_BMH_13') expect(lastYear, id).toBeGreaterThan(inventory.activity(id)?.years.at(-1) ?? Infinity);
      expect(inventory.activity(successor), id).toBeDefined();
    }
  });

  it('label every subcategory', () => {
    const used = new Set(Object.values(activityRows).map(({ subcategory }) => subcategory).filter((subcategory) => subcategory !== null));
    expect([...used].sort()).toEqual(Object.keys(subcategoryLabels).sort());
  });
});
