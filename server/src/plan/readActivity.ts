import type { MapEntry, MapNode, ValueNode } from '../yaml/node.ts';
import { describedKey } from './format.ts';
import { MapReader } from './mapReader.ts';
import type { Activity, ActivityStatus, Evidence, Level } from './model.ts';
import type { ReadingProblem } from './problem.ts';
import { itemsOf, placeOf, reportLoneItem, reportWrongType, type Reading, type Rewrite } from './reading.ts';
import { readPerformedBy } from './readPerformedBy.ts';
import { readPeriodField } from './readPeriod.ts';
import { inList, readChoice, readInteger, readText } from './readValue.ts';

const STATUS = describedKey('activity', 'status');

/** The activities of the list. A lone dash is an unfinished entry; what is no map is reported and not listed. */
export function readActivities(node: ValueNode, reading: Reading, level: Level | undefined): readonly Activity[] | undefined {
  const expects = 'a list of activities, each beginning with `- id:`';
  if (node.kind === 'map') return reportLoneItem(node, expects, reading);
  if (node.kind !== 'list') return reportWrongType(node, expects, reading, asActivities);
  const activities: Activity[] = [];
  for (const item of itemsOf(node)) {
    if (item.kind === 'map') activities.push((reading.nodesComeAgain ? readOnce : readActivity)(item, reading, level));
    else reportWrongType(item, 'an activity: `id: IA_…` with its keys below', reading, (text) => asActivity(text, node.flow));
  }
  return activities;
}

/** An id alone, as an entry with that id. */
function asActivity(text: string, inFlow: boolean): Rewrite | undefined {
  if (!/^["']?IA_\w+["']?$/i.test(text)) return undefined;
  const newText = inFlow ? `{ id: ${text} }` : `id: ${text}`;
  return { title: `Write \`${newText}\``, newText };
}

function asActivities(text: string): Rewrite | undefined {
  const activity = asActivity(text, true);
  return activity === undefined ? undefined : inList(activity.newText);
}

interface ReadActivity {
  readonly activity: Activity;
  readonly problems: readonly ReadingProblem[];
  readonly individual: boolean;
}

/** What was read of a node: an edit elsewhere in the file leaves the node as it is, and then this too. */
const READ = new WeakMap<MapNode, ReadActivity>();

function readOnce(node: MapNode, reading: Reading, level: Level | undefined): Activity {
  const individual = level === 'individual';
  let read = READ.get(node);
  if (read?.individual !== individual) {
    const problems: ReadingProblem[] = [];
    read = { activity: readActivity(node, { ...reading, report: (problem) => problems.push(problem) }, level), problems, individual };
    READ.set(node, read);
  }
  read.problems.forEach(reading.report);
  return read.activity;
}

function readActivity(node: MapNode, reading: Reading, level: Level | undefined): Activity {
  const reader = new MapReader(node, 'activity', reading);
  const firstKey = node.entries[0]?.key ?? placeOf(node);
  const activity: Activity = {
    extent: node.extent,
    place: firstKey,
    node,
    id: reader.field('id', readText),
    period: readPeriodField(entryOf(node, 'period'), reading),
    performedBy: reader.field('performed_by', readPerformedBy, level !== 'individual'),
    status: reader.field('status', readChoice<ActivityStatus>(STATUS)),
    evidence: reader.field('evidence', readEvidence),
    lastAttested: reader.field('last_attested', readInteger({ min: 1000, max: 9999 }, 'a year of four digits')),
    owner: reader.field('owner', readText),
    note: reader.field('note', readText),
  };
  reader.finish(firstKey);
  return activity;
}

function entryOf(node: MapNode, name: string): MapEntry | undefined {
  return node.entries.find((entry) => entry.name === name);
}

function readEvidence(node: ValueNode, reading: Reading): readonly Evidence[] | undefined {
  const expects = 'a list of files, links or notes';
  if (node.kind === 'map') return reportLoneItem(node, expects, reading);
  if (node.kind !== 'list') return reportWrongType(node, expects, reading, inList);
  return itemsOf(node).flatMap((item) => readPiece(item, reading) ?? []);
}

function readPiece(node: ValueNode, reading: Reading): Evidence | undefined {
  if (node.kind === 'list') return reportWrongType(node, 'a file, a link, or `file`, `url` or `note` with its text', reading);
  if (node.kind === 'scalar') {
    const value = readText(node, reading);
    if (value === undefined || value.trim() === '') return undefined;
    const { span, origin } = node;
    return { kind: value.includes('://') ? 'url' : 'file', value, valuePlace: { span, origin }, span, origin };
  }
  const reader = new MapReader(node, 'evidence', reading);
  const fields = { file: reader.field('file', readText), url: reader.field('url', readText), note: reader.field('note', readText) };
  const title = reader.field('title', readText).value?.value;
  const firstKey = node.entries[0]?.key ?? placeOf(node);
  reader.finish(firstKey);
  for (const kind of ['file', 'url', 'note'] as const) {
    const value = fields[kind].value;
    if (value !== undefined && value.value.trim() !== '') return { kind, value: value.value, valuePlace: placeOf(value), title, span: node.span, origin: node.origin };
  }
  if (Object.values(fields).every((field) => field.key === undefined) && node.entries.every((entry) => entry.name === 'title')) {
    reading.report({ code: 'missing-key', place: firstKey, message: 'This piece of evidence names nothing yet; add `file`, `url` or `note`.' });
  }
  return undefined;
}
