import { MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import { shorten } from '../text/shorten.ts';
import type { ConvertedDocument } from '../yaml/convertedDocument.ts';
import type { MapNode, ValueNode } from '../yaml/node.ts';
import { describedKey, SHORT_NAME } from './format.ts';
import { MapReader } from './mapReader.ts';
import type {
  Apm, Category, Field, Level, MedicalHome, OtherCategory, Plan, Practice, Program, RosterClinician, SpecialStatus, Submission,
} from './model.ts';
import type { Report } from './problem.ts';
import { readActivities } from './readActivity.ts';
import { located, placeOf, reportInvalidValue, reportWrongType, type Reading } from './reading.ts';
import { readBoolean, readChoice, readChoices, readIdentifier, readInteger, readMap, readNumber, readText } from './readValue.ts';

/**
 * Reads one document as a plan. Whatever is wrong is reported and left out; everything else is there.
 * @param nodesComeAgain whether the next version of the text may have nodes in common with this one.
 * @returns undefined for a document without content: that is no plan.
 */
export function readPlan(document: ConvertedDocument, index: number, text: string, report: Report, nodesComeAgain = false): Plan | undefined {
  const { root } = document;
  if (root === undefined) return undefined;
  const reading: Reading = { text, report, nodesComeAgain };
  reportStructure(document, reading);
  if (root.kind !== 'map') {
    reportWrongType(root, 'the keys of a plan, beginning with `performance_year: 2024`', reading);
    return emptyPlan(document, root, index);
  }
  const reader = new MapReader(root, 'plan', reading);
  const firstKey = root.entries[0]?.key ?? placeOf(root);
  const roster = reader.field('roster', readRoster);
  const submission = reader.field('submission', submissionReader(root));
  const plan: Plan = {
    index,
    span: document.span,
    firstKey,
    root,
    performanceYear: reader.field('performance_year', readInteger({ min: -Infinity, max: Infinity }, 'a year such as 2024')),
    practice: reader.field('practice', practiceReader(root, submission, roster)),
    submission,
    specialStatuses: reader.field('special_statuses', readChoices<SpecialStatus>(describedKey('plan', 'special_statuses'))),
    medicalHome: reader.field('medical_home', readMedicalHome),
    apm: reader.field('apm', apmReader(root, submission)),
    iaStudy: reader.field('ia_study', readBoolean),
    reweighted: reader.field('reweighted', readChoices<Category>(describedKey('plan', 'reweighted'))),
    roster,
    activities: reader.field('activities', (node, activityReading) => readActivities(node, activityReading, submission.value?.value.level.value?.value)),
  };
  reader.finish(firstKey);
  return plan;
}

/** What the YAML itself has wrong without being unreadable. */
function reportStructure(document: ConvertedDocument, reading: Reading): void {
  for (const { entry, first } of document.duplicates) {
    reading.report({
      code: 'duplicate-key',
      place: entry.key,
      entry,
      message: `\`${shorten(entry.name)}\` is here a second time; the first one counts. Remove one of them.`,
      related: [{ place: first.key, message: 'The one that counts' }],
    });
  }
  for (const place of document.badMerges) {
    reading.report({ code: 'wrong-type', place, message: 'Only a map, an alias of a map, or a list of them can follow `<<:`.' });
  }
}

/** The key that holds a map: where a key that the map lacks is shown. */
function holderOf(root: MapNode, name: string) {
  return root.entries.find((entry) => entry.name === name)?.key ?? placeOf(root);
}

function practiceReader(root: MapNode, submission: Field<Submission>, roster: Field<readonly RosterClinician[]>) {
  return (node: ValueNode, reading: Reading): Practice | undefined => {
    const map = readMap('`name` and `clinicians` below it')(node, reading);
    if (map === undefined) return undefined;
    const reader = new MapReader(map, 'practice', reading);
    const practice: Practice = {
      name: reader.field('name', readText),
      tin: reader.field('tin', readIdentifier),
      clinicians: reader.field('clinicians', readInteger({ min: 1, max: Infinity }, describedKey('practice', 'clinicians').expects)),
    };
    const level = submission.value?.value.level.value?.value;
    const hasRoster = (roster.value?.value.length ?? 0) > 0;
    const needsClinicians = level !== undefined && level !== 'individual' && !hasRoster;
    reader.finish(holderOf(root, 'practice'), needsClinicians ? ['clinicians'] : []);
    return practice;
  };
}

function submissionReader(root: MapNode) {
  return (node: ValueNode, reading: Reading): Submission | undefined => {
    const map = readMap('`level` below it')(node, reading);
    if (map === undefined) return undefined;
    const reader = new MapReader(map, 'submission', reading);
    const program = reader.field('program', readChoice<Program>(describedKey('submission', 'program')));
    const level = reader.field('level', readChoice<Level>(describedKey('submission', 'level')));
    const speaksFor = level.value?.value;
    const submission: Submission = {
      program,
      level,
      mvp: reader.field('mvp', readText, program.value?.value === 'mvp'),
      npi: reader.field('npi', readIdentifier, speaksFor === undefined || speaksFor === 'individual'),
      entityId: reader.field('entity_id', readIdentifier, speaksFor === undefined || !['individual', 'group'].includes(speaksFor)),
      otherCategories: reader.field('other_categories', readChoices<OtherCategory>(describedKey('submission', 'other_categories'))),
    };
    reader.finish(holderOf(root, 'submission'), submission.program.value?.value === 'mvp' ? ['mvp'] : []);
    return submission;
  };
}

function readMedicalHome(node: ValueNode, reading: Reading): MedicalHome | undefined {
  const map = readMap(describedKey('plan', 'medical_home').expects)(node, reading);
  if (map === undefined) return undefined;
  const reader = new MapReader(map, 'medical_home', reading);
  const sites = reader.field('sites', readInteger({ min: 1, max: Infinity }, describedKey('medical_home', 'sites').expects));
  const most = sites.value?.value ?? Infinity;
  const expects = most === Infinity ? 'a whole number from 0' : `a whole number from 0 to ${most}, the number of \`sites\``;
  const medicalHome: MedicalHome = {
    recognizedBy: reader.field('recognized_by', readText),
    sites,
    recognizedSites: reader.field('recognized_sites', readInteger({ min: 0, max: most }, expects)),
  };
  reader.finish(placeOf(node));
  return medicalHome;
}

function apmReader(root: MapNode, submission: Field<Submission>) {
  return (node: ValueNode, reading: Reading): Apm | undefined => {
    const map = readMap(describedKey('plan', 'apm').expects)(node, reading);
    if (map === undefined) return undefined;
    const reader = new MapReader(map, 'apm', reading);
    const apm: Apm = {
      name: reader.field('name', readText),
      assignedPoints: reader.field('assigned_points', readNumber({ min: 0, max: MAXIMUM_POINTS }, describedKey('apm', 'assigned_points').expects), submission.value?.value.program.value?.value === 'apm_scoring_standard'),
    };
    reader.finish(holderOf(root, 'apm'));
    return apm;
  };
}

/** The clinicians that can be named; a short name that cannot be read is reported and left out. */
function readRoster(node: ValueNode, reading: Reading): readonly RosterClinician[] | undefined {
  const map = readMap('short names below it: `adams: { name: …, npi: … }`')(node, reading);
  if (map === undefined) return undefined;
  const clinicians: RosterClinician[] = [];
  for (const entry of map.entries) {
    const details = entry.value === undefined ? undefined : readMap('`name` and `npi` below it')(entry.value, reading);
    const reader = details === undefined ? undefined : new MapReader(details, 'clinician', reading);
    const clinician: RosterClinician = {
      shortName: located(entry.name, entry.key),
      name: reader?.field('name', readText) ?? {},
      npi: reader?.field('npi', readIdentifier) ?? {},
    };
    reader?.finish(entry.key);
    if (SHORT_NAME.test(entry.name)) clinicians.push(clinician);
    else reportInvalidValue(entry.key, `“${shorten(entry.name)}” cannot be a short name; use letters, digits, \`-\` and \`_\`, beginning with a letter.`, reading);
  }
  return clinicians;
}

/** A document that is text or a list: somebody may be typing its first key. */
function emptyPlan(document: ConvertedDocument, root: ValueNode, index: number): Plan {
  const place = placeOf(root);
  const node: MapNode = { kind: 'map', ...place, extent: document.span, flow: false, entries: [] };
  return {
    index, span: document.span, firstKey: place, root: node,
    performanceYear: {}, practice: {}, submission: {}, specialStatuses: {}, medicalHome: {}, apm: {}, iaStudy: {},
    reweighted: {}, roster: {}, activities: {},
  };
}
