import { CompletionItemKind } from 'vscode-languageserver-types';
import { dashOf } from '../../edits/fileStyle.ts';
import type { KeyDescription } from '../../plan/format.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { describeKey } from '../hover/keys.ts';
import type { Cursor } from '../cursor.ts';
import type { KeySlot } from '../cursor/slot.ts';
import { nameOffers } from './roster.ts';
import type { Offer } from './offer.ts';

/** The keys that a map can still have, those that it needs first; a clinician's name where those are the keys. */
export function keyOffers(slot: KeySlot, cursor: Cursor, restOfLine: string): readonly Offer[] {
  const present = presentKeys(slot);
  // A quote that was begun ends before the colon.
  const quote = slot.hasColon ? '' : (slot.written.quote ?? '');
  const asKey = (name: string): string => `${quote}${name}${quote}`;
  const unquoted = quote === '' ? undefined : true;
  if (slot.map.name === 'clinician_periods') {
    return nameOffers(cursor.plan, present.own).map((offer) => ({
      ...offer, unquoted, label: slot.inBrackets ? offer.label : `${offer.label}:`,
      newText: `${quote === '' ? (offer.newText ?? offer.label) : asKey(offer.label)}${slot.hasColon ? '' : ': '}`,
    }));
  }
  return slot.map.keys
    .filter(({ name }) => !present.own.has(name))
    .map((key) => ({ key, rank: rankOf(key, slot, cursor.plan, present) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, rank }): Offer => ({
      label: key.name,
      unquoted,
      newText: slot.hasColon ? undefined : asKey(key.name) + behindKey(key, slot, cursor, restOfLine),
      snippet: slot.hasColon || (!slot.inBrackets && restOfLine.trim() !== '') ? undefined : snippetOf(key, asKey(key.name), slot),
      kind: CompletionItemKind.Property,
      title: rank === NEEDED ? 'required' : rank === MEANINGLESS ? 'not used in this plan' : present.merged.has(key.name) ? 'instead of the merged value' : undefined,
      documentation: describeKey({ key, map: slot.map.name, plan: cursor.plan, activity: slot.activity }),
      continues: !slot.hasColon && continues(key),
    }));
}

interface PresentKeys {
  /** Written in the map itself; the one that is being written is left out. */
  readonly own: ReadonlySet<string>;
  /** Brought by a merge key. */
  readonly merged: ReadonlySet<string>;
}

function presentKeys({ node, keysBefore, written }: KeySlot): PresentKeys {
  const entries = (node?.entries ?? []).filter(({ key }) => key.span.start !== written.outer.start);
  return {
    own: new Set([...keysBefore, ...entries.filter(({ key }) => key.origin === undefined).map(({ name }) => name)]),
    merged: new Set(entries.filter(({ key }) => key.origin !== undefined).map(({ name }) => name)),
  };
}

const NEEDED = 0;
const USUAL = 1;
const MEANINGLESS = 2;

function rankOf(key: KeyDescription, slot: KeySlot, plan: PlanResult | undefined, present: PresentKeys): number {
  if (present.merged.has(key.name)) return USUAL;
  const name = `${slot.map.name}.${key.name}`;
  if (key.required === true || (plan !== undefined && NEEDED_IF[name]?.(plan) === true)) return NEEDED;
  return plan !== undefined && MEANINGLESS_IF[name]?.(plan, slot) === true ? MEANINGLESS : USUAL;
}

/** Keys that only some plans need. */
const NEEDED_IF: Readonly<Record<string, (plan: PlanResult) => boolean>> = {
  'practice.clinicians': ({ facts }) => facts.level !== undefined && facts.level !== 'individual' && facts.roster === undefined,
  'submission.mvp': ({ facts }) => facts.program === 'mvp',
};

/** Keys that some plans ignore. */
const MEANINGLESS_IF: Readonly<Record<string, (plan: PlanResult, slot: KeySlot) => boolean>> = {
  'plan.ia_study': ({ facts }) => facts.rules?.iaStudy.value === false,
  'submission.mvp': ({ facts }) => facts.program !== undefined && facts.program !== 'mvp',
  'submission.npi': ({ facts }) => facts.level !== undefined && facts.level !== 'individual',
  'submission.entity_id': ({ facts }) => facts.level === 'individual' || facts.level === 'group',
  'apm.assigned_points': ({ facts }) => facts.program !== undefined && facts.program !== 'apm_scoring_standard',
  'activity.performed_by': ({ facts }) => facts.level === 'individual',
  'activity.last_attested': ({ facts, judgements }, { activity }) => {
    const listed = judgements.find((judgement) => judgement.activity === activity)?.listed;
    return listed !== undefined && facts.year !== undefined && listed.repeatYearsIn(facts.year) === null;
  },
};

/** Whether something can be chosen behind the key: an empty list of suggestions would only be in the way. */
function continues({ name, value }: KeyDescription): boolean {
  if (value === 'text' || value === 'integer') return ['id', 'mvp', 'performance_year', 'last_attested'].includes(name);
  return value !== 'number' && name !== 'roster';
}

/** What comes behind a key: the value's place on the line, or on the line below it. */
function behindKey(key: KeyDescription, { inBrackets, column, map }: KeySlot, { style }: Cursor, restOfLine: string): string {
  const isMap = key.value === 'map';
  const isList = key.value === 'list' || key.value === 'choices';
  if (inBrackets || !(isMap || isList)) return ': ';
  // What stands on the line already would get between the key and what is below it.
  if (restOfLine.trim() !== '') return ':';
  if (isMap) return `:${style.lineEnd}${' '.repeat(column + style.step)}`;
  const firstKey = map.name === 'plan' && key.name === 'activities' ? 'id: ' : '';
  return `:${style.lineEnd}${' '.repeat(column + style.listStep)}${dashOf(style)}${firstKey}`;
}

/** Text that looks like a number stands in quotes. */
const QUOTED: ReadonlySet<string> = new Set(['tin', 'npi', 'entity_id']);

function snippetOf({ name, value }: KeyDescription, key: string, { inBrackets }: KeySlot): string | undefined {
  if (QUOTED.has(name)) return `${key}: "$1"`;
  if (!inBrackets) return undefined;
  if (value === 'list' || value === 'choices') return `${key}: [$1]`;
  return value === 'map' ? `${key}: { $1 }` : undefined;
}
