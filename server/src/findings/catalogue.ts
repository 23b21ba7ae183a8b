import type { FindingCode, Severity } from './finding.ts';

/** One code in short, as the server needs it; what only people read is in `catalogue/documentation.ts`. */
export interface FindingDescription {
  readonly severity: Severity;
  /** The severity that it has in some cases instead; the documentation says in which. */
  readonly alsoSeverity?: Severity;
  /** One sentence, as a heading. */
  readonly summary: string;
  /** The documents of CMS that it rests on, as docs/rules.md cites them. */
  readonly source: string;
}

const FORMAT = 'The plan format, version 1';
const INVENTORIES = 'CMS improvement activities inventories 2017–2026 (CMSgov/qpp-measures-data)';
const PATHWAYS = 'CMS MIPS Value Pathways 2023–2026 (CMSgov/qpp-measures-data)';
const FACT_SHEET_2017 = 'CMS improvement activities fact sheet 2017';
const QUICK_START_2023 = 'CMS 2023 improvement activities quick start guide';

/** The table of findings, in the order of the documentation: settings, pages, SARIF rules and tests are made from it. */
export const CATALOGUE: Readonly<Record<FindingCode, FindingDescription>> = {
  'yaml-syntax': {
    severity: 'error',
    summary: 'The file cannot be read at this place.',
    source: `YAML 1.2.2; ${FORMAT}`,
  },
  'unused-suppression': { severity: 'hint', summary: 'A comment is meant to hide a finding and hides none.', source: FORMAT },
  'unknown-suppression': {
    severity: 'warning',
    summary: 'A comment is meant to hide a finding that does not exist.',
    source: FORMAT,
  },
  'duplicate-key': {
    severity: 'error',
    summary: 'The same key is there twice.',
    source: `YAML 1.2.2; ${FORMAT}`,
  },
  'document-too-large': { severity: 'error', summary: 'The file is larger than 2 MiB.', source: FORMAT },
  'too-many-aliases': {
    severity: 'error',
    summary: 'The file’s aliases repeat more than 10,000 values.',
    source: FORMAT,
  },
  'nesting-too-deep': { severity: 'error', summary: 'Lists and keys are nested more than 64 deep.', source: FORMAT },
  'wrong-type': { severity: 'error', summary: 'A value is of the wrong kind.', source: FORMAT },
  'unquoted-identifier': { severity: 'warning', summary: 'An identifier is written as a bare number.', source: FORMAT },
  'unknown-key': { severity: 'warning', summary: 'The format does not have this key.', source: FORMAT },
  'missing-key': { severity: 'error', summary: 'A required key is missing.', source: FORMAT },
  'invalid-value': { severity: 'error', summary: 'A value is not one of those possible here.', source: FORMAT },
  'year-not-covered': {
    severity: 'error',
    summary: 'There is no inventory for the performance year.',
    source: INVENTORIES,
  },
  'program-not-in-year': {
    severity: 'error',
    summary: 'CMS does not take this program or level in the year.',
    source: '42 CFR 414.1318, 414.1365, 414.1367 and 414.1370; CMSgov/qpp-submissions-docs',
  },
  'unknown-mvp': { severity: 'error', summary: 'CMS has no MIPS Value Pathway with this id.', source: PATHWAYS },
  'mvp-not-in-year': {
    severity: 'error',
    summary: 'CMS does not offer this MIPS Value Pathway in the year.',
    source: PATHWAYS,
  },
  'invalid-npi': {
    severity: 'warning',
    summary: 'An NPI has the wrong form or check digit.',
    source: 'CMS NPI standard: ISO/IEC 7812 check digit over 80840 and the first nine digits',
  },
  'invalid-tin': {
    severity: 'warning',
    summary: 'A TIN is not nine digits.',
    source: 'CMSgov/qpp-submissions-docs: taxpayerIdentificationNumber',
  },
  'tin-in-plain-text': {
    severity: 'information',
    summary: 'The file may show a real TIN.',
    source: 'CMSgov/qpp-submissions-docs: test TINs begin with 000',
  },
  'small-practice-size': {
    severity: 'warning',
    summary: 'A small practice has more than 15 clinicians.',
    source: '42 CFR 414.1305',
  },
  'small-practice-undeclared': {
    severity: 'information',
    summary: 'The practice looks small and does not claim the status.',
    source: '42 CFR 414.1305 and 414.1380(b)(3)',
  },
  'status-redundant': {
    severity: 'hint',
    summary: 'A second special status adds nothing.',
    source: '42 CFR 414.1380(b)(3)',
  },
  'clinician-count-mismatch': {
    severity: 'warning',
    summary: 'The number of clinicians differs from the roster’s.',
    source: `42 CFR 414.1360(a)(2); ${FORMAT}`,
  },
  'unknown-clinician': {
    severity: 'error',
    summary: 'A clinician who is named is not on the roster.',
    source: `42 CFR 414.1360(a)(2); ${FORMAT}`,
  },
  'apm-credit-condition': {
    severity: 'information',
    summary: 'The APM credit depends on a condition, or on how the rule is read.',
    source: `42 CFR 414.1380(b)(3)(i); ${QUICK_START_2023}; ${FACT_SHEET_2017}`,
  },
  'reweighting-cancelled': {
    severity: 'warning',
    summary: 'Attesting an activity cancels the category’s reweighting.',
    source: '42 CFR 414.1380(c)(2)(i) and 414.1317(b)(4)(ii)',
  },
  'final-score-is-threshold': {
    severity: 'information',
    summary: 'Fewer than two categories count towards the final score.',
    source: '42 CFR 414.1380(c)',
  },
  'pi-reweighted-automatically': {
    severity: 'hint',
    summary: 'CMS reweights promoting interoperability for this small practice.',
    source: '42 CFR 414.1380(c)(2)(i)(C) and (c)(2)(ii)',
  },
  'ia-study-ended': {
    severity: 'error',
    summary: 'CMS’s improvement activity study ended after 2019.',
    source: `${FACT_SHEET_2017}; QPP Experience data dictionary`,
  },
  'activities-not-needed': {
    severity: 'information',
    summary: 'The APM Performance Pathway gives full credit without activities.',
    source: '42 CFR 414.1367(c)(3); qpp.cms.gov, improvement activities, APP requirements 2024',
  },
  'unknown-activity': { severity: 'error', summary: 'CMS has no activity with this id.', source: INVENTORIES },
  'activity-not-in-year': {
    severity: 'error',
    summary: 'The activity is not in the year’s inventory.',
    source: INVENTORIES,
  },
  'activity-suspended': {
    severity: 'warning', alsoSeverity: 'error',
    summary: 'CMS suspended the activity during the year.',
    source: 'CMS improvement activities inventory 2025: suspension of 6 May 2025',
  },
  'duplicate-activity': {
    severity: 'error',
    summary: 'The activity is listed twice.',
    source: 'CMSgov/qpp-submissions-docs: no two measurements of one activity',
  },
  'activity-not-in-mvp': {
    severity: 'error',
    summary: 'The activity does not belong to the MIPS Value Pathway.',
    source: `42 CFR 414.1365(d)(1); ${PATHWAYS}`,
  },
  'activity-needs-mvp': {
    severity: 'error',
    summary: 'The activity is only for those who report a MIPS Value Pathway.',
    source: 'CMS improvement activities inventories 2024–2026: IA_MVP',
  },
  'invalid-date': { severity: 'error', summary: 'A date cannot be read.', source: FORMAT },
  'period-reversed': { severity: 'error', summary: 'A period ends before it begins.', source: FORMAT },
  'period-outside-year': {
    severity: 'error',
    summary: 'A period has days outside the performance year.',
    source: '42 CFR 414.1320',
  },
  'period-too-short': {
    severity: 'error',
    summary: 'A period is shorter than the activity’s minimum.',
    source: '42 CFR 414.1320; the activity’s text in CMS’s inventory',
  },
  'period-missing': { severity: 'warning', summary: 'The activity has no period.', source: '42 CFR 414.1320' },
  'last-start-passed': {
    severity: 'warning',
    summary: 'The last day to begin a planned activity has passed.',
    source: `42 CFR 414.1320; ${QUICK_START_2023}`,
  },
  'participation-too-low': {
    severity: 'error',
    summary: 'Too few clinicians performed the activity.',
    source: '42 CFR 414.1360(a)(2)',
  },
  'participation-missing': {
    severity: 'warning',
    summary: 'The plan does not say who performed the activity.',
    source: '42 CFR 414.1360(a)(2)',
  },
  'participation-too-high': {
    severity: 'error',
    summary: 'More clinicians performed the activity than the entity has.',
    source: '42 CFR 414.1360(a)(2)',
  },
  'attested-too-recently': {
    severity: 'error',
    summary: 'The activity is attested again too soon.',
    source: 'The activity’s text in CMS’s inventory, 2018 on',
  },
  'repeat-limit': {
    severity: 'information',
    summary: 'The activity can be attested only once in four years.',
    source: 'The activity’s text in CMS’s inventory, 2018 on',
  },
  'medical-home-too-few-sites': {
    severity: 'error',
    summary: 'Too few practice sites are recognised as a medical home.',
    source: '42 CFR 414.1380(b)(3)(ii); to 2018 (b)(3)(viii) and (x)',
  },
  'medical-home-not-attested': {
    severity: 'information',
    summary: 'A recognised medical home is not attested.',
    source: '42 CFR 414.1380(b)(3)(ii)',
  },
  'medical-home-details-missing': {
    severity: 'warning',
    summary: 'The medical home’s sites are not given.',
    source: '42 CFR 414.1380(b)(3)(ii); to 2018 (b)(3)(viii) and (x)',
  },
  'evidence-missing': {
    severity: 'warning',
    summary: 'A completed activity has no evidence.',
    source: `42 CFR 414.1390(a); ${FACT_SHEET_2017}`,
  },
  'evidence-not-found': {
    severity: 'warning',
    summary: 'A file of evidence cannot be found.',
    source: `42 CFR 414.1390(a); ${FORMAT}`,
  },
  'status-ahead-of-period': {
    severity: 'warning',
    summary: 'A status is ahead of the activity’s period.',
    source: `42 CFR 414.1320; ${FORMAT}`,
  },
  'status-behind-period': {
    severity: 'information',
    summary: 'A status is behind the activity’s period.',
    source: FORMAT,
  },
  'score-below-maximum': {
    severity: 'information',
    summary: 'The plan does not reach 40 points.',
    source: '42 CFR 414.1380(b)(3) and 414.1365(d)(3)(iii)',
  },
  'activity-surplus': {
    severity: 'hint',
    summary: 'The plan reaches 40 points without this activity.',
    source: `${QUICK_START_2023}; 42 CFR 414.1390(a)`,
  },
  'activity-changed': {
    severity: 'information',
    summary: 'CMS changed the activity since the year before.',
    source: INVENTORIES,
  },
};
