import type { PerformanceYearRules } from '../src/rules/performanceYear.ts';

/**
 * What CMS decided for each performance year. A year is written as what changed since the one before it; to add a
 * year, add an entry and its row in `performanceYears.test.ts`. Sources: 42 CFR part 414 subpart O as in force for the
 * year, CMS fact sheets and quick start guides; docs/rules.md names them and says where they disagree.
 */

const rules2017: PerformanceYearRules = {
  programs: {
    traditional: ['individual', 'group', 'apm_entity'],
    apm_scoring_standard: ['individual', 'group', 'apm_entity'],
  },
  points: {
    value: { standard: { medium: 10, high: 20, unweighted: 0 }, specialStatus: { medium: 20, high: 40, unweighted: 0 } },
    source: '42 CFR 414.1380(b)(3)',
  },
  participation: { value: 'one', source: 'ACC, improvement activities, December 2016; HiQ Services, January 2020' },
  medicalHomeSites: { value: 'one', source: '42 CFR 414.1380(b)(3)(viii) (2016)' },
  apmCondition: { value: 'none', source: '42 CFR 414.1380(b)(3)(ix) (2016)' },
  iaStudy: { value: true, source: 'CMS improvement activities fact sheet 2017' },
  categoryWeights: {
    value: {
      all: { none: 15, promoting_interoperability: 15, 'cost+promoting_interoperability': 15, quality: 50, 'cost+quality': 50 },
      smallPractice: {},
    },
    source: '42 CFR 414.1380(c)(2)',
  },
  apmCategoryWeights: {
    value: { none: 20, quality: 25, promoting_interoperability: 25 },
    source: '42 CFR 414.1370(h)',
  },
  costHasWeight: false,
  apmEntityHasCost: true,
  submissionWindow: { value: { opens: '2018-01-02', closes: '2018-04-03' }, source: 'CMS extension of March 2018' },
};

const rules2018: PerformanceYearRules = {
  ...rules2017,
  programs: {
    traditional: ['individual', 'group', 'virtual_group', 'apm_entity'],
    apm_scoring_standard: ['individual', 'group', 'virtual_group', 'apm_entity'],
  },
  medicalHomeSites: { value: 'half', source: '42 CFR 414.1380(b)(3)(x) (2017)' },
  categoryWeights: {
    value: {
      all: { none: 15, promoting_interoperability: 15, 'cost+promoting_interoperability': 15, quality: 45, 'cost+quality': 50, 'promoting_interoperability+quality': 90 },
      smallPractice: {},
    },
    source: '42 CFR 414.1380(c)(2)',
  },
  apmCategoryWeights: { value: { none: 20, quality: 25, promoting_interoperability: 20 }, source: '42 CFR 414.1370(h)' },
  costHasWeight: true,
  submissionWindow: { value: { opens: '2019-01-02', closes: '2019-04-02' }, source: 'CMS Quality Payment Program' },
};

const rules2019: PerformanceYearRules = {
  ...rules2018,
  apmCondition: { value: 'none', source: '42 CFR 414.1380(b)(3)(i) (2018)' },
  categoryWeights: {
    value: {
      all: { none: 15, promoting_interoperability: 15, 'cost+promoting_interoperability': 15, quality: 40, 'cost+quality': 50, 'promoting_interoperability+quality': 85 },
      smallPractice: {},
    },
    source: '42 CFR 414.1380(c)(2)(ii)',
  },
  submissionWindow: { value: { opens: '2020-01-02', closes: '2020-04-30' }, source: 'CMS extension for COVID-19' },
};

const rules2020: PerformanceYearRules = {
  ...rules2019,
  participation: { value: 'half', source: '42 CFR 414.1360(a)(2)' },
  iaStudy: { value: false, source: 'QPP Experience data dictionary: the study concluded after 2019' },
  categoryWeights: {
    value: {
      all: { none: 15, promoting_interoperability: 15, 'cost+promoting_interoperability': 15, quality: 15, 'cost+quality': 15, 'promoting_interoperability+quality': 50 },
      smallPractice: {},
    },
    source: '42 CFR 414.1380(c)(2)(ii)',
  },
  submissionWindow: { value: { opens: '2021-01-04', closes: '2021-03-31' }, source: 'CMS Quality Payment Program' },
};

const rules2021: PerformanceYearRules = {
  ...rules2020,
  programs: {
    traditional: ['individual', 'group', 'virtual_group', 'apm_entity'],
    app: ['individual', 'group', 'apm_entity'],
  },
  apmCategoryWeights: { value: { none: 20, quality: 25, promoting_interoperability: 25 }, source: '42 CFR 414.1367(d)' },
  apmEntityHasCost: false,
  submissionWindow: { value: { opens: '2022-01-03', closes: '2022-03-31' }, source: '42 CFR 414.1325(e)(1)' },
};

const rules2022: PerformanceYearRules = {
  ...rules2021,
  categoryWeights: {
    value: {
      all: rules2021.categoryWeights.value.all,
      smallPractice: { promoting_interoperability: 30, 'cost+promoting_interoperability': 50 },
    },
    source: '42 CFR 414.1380(c)(2)(ii)',
  },
  submissionWindow: { value: { opens: '2023-01-03', closes: '2023-03-31' }, source: '42 CFR 414.1325(e)(1)' },
};

const rules2023: PerformanceYearRules = {
  ...rules2022,
  programs: {
    traditional: ['individual', 'group', 'virtual_group', 'apm_entity'],
    mvp: ['individual', 'group', 'subgroup', 'apm_entity'],
    app: ['individual', 'group', 'apm_entity'],
  },
  mvpPoints: { value: { medium: 20, high: 40, unweighted: 0 }, source: '42 CFR 414.1365(d)(3)(iii)' },
  apmCondition: { value: 'some-data', source: 'CMS 2023 improvement activities quick start guide' },
  submissionWindow: { value: { opens: '2024-01-02', closes: '2024-04-15' }, source: 'CMS extension of March 2024' },
};

const rules2024: PerformanceYearRules = {
  ...rules2023,
  apmCondition: { value: 'activity-or-both-categories', source: '42 CFR 414.1380(b)(3)(i) (2023)' },
  submissionWindow: { value: { opens: '2025-01-02', closes: '2025-03-31' }, source: '42 CFR 414.1325(e)(1)' },
};

/** From 2025 activities have no weights. */
const rules2025: PerformanceYearRules = {
  ...rules2024,
  points: {
    value: { standard: { medium: 20, high: 20, unweighted: 20 }, specialStatus: { medium: 40, high: 40, unweighted: 40 } },
    source: 'CY2025 Physician Fee Schedule final rule: weights removed, two activities, one with a special status',
  },
  mvpPoints: { value: { medium: 40, high: 40, unweighted: 40 }, source: '42 CFR 414.1365(d)(3)(iii) (2024)' },
  submissionWindow: { value: { closes: '2026-03-31' }, source: '42 CFR 414.1325(e)(1)' },
};

const rules2026: PerformanceYearRules = {
  ...rules2025,
  submissionWindow: { value: { closes: '2027-03-31' }, source: '42 CFR 414.1325(e)(1)' },
};

export const PERFORMANCE_YEARS: ReadonlyMap<number, PerformanceYearRules> = new Map([
  [2017, rules2017],
  [2018, rules2018],
  [2019, rules2019],
  [2020, rules2020],
  [2021, rules2021],
  [2022, rules2022],
  [2023, rules2023],
  [2024, rules2024],
  [2025, rules2025],
  [2026, rules2026],
]);

/** Month and day on which the submission window closes in the year after, where CMS says nothing else: 42 CFR 414.1325(e)(1). */
export const USUAL_CLOSING_DAY = '03-31';
/** A whole category's points, and what IA_PCMH or the study earns: 42 CFR 414.1380(b)(3). */
export const MAXIMUM_POINTS = 40;
/** The APM credit: half of the highest score. */
export const APM_CREDIT_POINTS = 20;
/** Doubled points go to small practices of so many clinicians or fewer: 42 CFR 414.1305. */
export const SMALL_PRACTICE_CLINICIANS = 15;
/** Years for which evidence is kept after submission: CMS fact sheets. */
export const RETENTION_YEARS = 6;
