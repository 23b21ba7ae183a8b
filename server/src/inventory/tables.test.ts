import { describe, expect, it } from 'vitest';
import {
  givenActivities, givenMvps, hasGivenLists, PACKAGED_YEARS, packagedActivities, singleBlanks, type ListedActivity,
} from './cmsLists.testdata.ts';
import { createInventory } from './createInventory.ts';
import { activityRows, activityRules, documentationRows, mvpRows, subcategoryLabels, successorRows, textFingerprints } from './tables.ts';
import { textFingerprint, withoutBlanks } from './textFingerprint.ts';

const inventory = createInventory();
const ALL_YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

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
  it.each(PACKAGED_YEARS)('%i: same ids, titles, weights and subcategories', (year) => {
    expect(tabulated(year)).toEqual(listed(packagedActivities(year)));
  });

  it.each(PACKAGED_YEARS.slice(1))('%i: same changes of text since the year before', (year) => {
    expect(changedTexts(year)).toEqual(differences(packagedActivities(year - 1), packagedActivities(year)));
  });
});

describe.skipIf(!hasGivenLists)('the tables against CMS’s lists of all years', () => {
  it.each(ALL_YEARS)('%i: same ids, titles, weights and subcategories', (year) => {
    expect(tabulated(year)).toEqual(listed(givenActivities(year)));
  });

  it.each(ALL_YEARS.slice(1))('%i: same changes of text since the year before', (year) => {
    expect(changedTexts(year)).toEqual(differences(givenActivities(year - 1), givenActivities(year)));
  });

  it.each([2023, 2024, 2025, 2026])('%i: same MVPs and activities of each', (year) => {
    const ours = inventory.mvpsOf(year).map((mvp) => [mvp.id, mvp.titleIn(year), [...mvp.activitiesIn(year)].sort()]);
    const theirs = givenMvps(year).map(({ mvpId, title, iaMeasureIds }) => [mvpId, singleBlanks(title), [...iaMeasureIds].sort()]);
    expect(ours).toEqual(theirs.sort());
  });

  it('knows the newest texts by their fingerprints', () => {
    const fingerprints = givenActivities(2026).map(({ measureId, description }) => [measureId, textFingerprint(description)]);
    expect(textFingerprints).toEqual(Object.fromEntries(fingerprints));
  });
});

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
