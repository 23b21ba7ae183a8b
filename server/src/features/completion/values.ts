import { CompletionItemKind } from 'vscode-languageserver-types';
import { isCalendarDate, type CalendarDate } from '../../calendar/calendarDate.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { wordsOf } from '../../inventory/titleWords.ts';
import type { Choice } from '../../plan/format.ts';
import type { PlanResult } from '../../score/planResult.ts';
import type { Cursor } from '../cursor.ts';
import type { ValueSlot } from '../cursor/slot.ts';
import { describeYear } from '../hover/years.ts';
import { paragraph, sentences } from '../markup.ts';
import type { SourceText } from '../../text/sourceText.ts';
import { activityOffers } from './activityIds.ts';
import { daysOf, endOffers, periodOffers, startOffers } from './dates.ts';
import type { Offer } from './offer.ts';
import { nameOffers, participationOffers } from './roster.ts';
import { wholeActivityOffers } from './wholeActivity.ts';

export interface ValuePlace {
  readonly slot: ValueSlot;
  readonly cursor: Cursor;
  readonly source: SourceText;
  readonly inventory: Inventory;
  readonly asOf: CalendarDate;
}

/** What can stand at a value's place, by the name of its shape; nothing where only the author knows. */
const OFFERS: Readonly<Record<string, (place: ValuePlace) => readonly Offer[]>> = {
  'plan.performance_year': performanceYears,
  'plan.special_statuses[]': choicesNotListed,
  'plan.reweighted[]': choicesNotListed,
  'plan.ia_study': () => [true, false].map((value) => ({ label: String(value), kind: CompletionItemKind.Value, unquoted: true })),
  'plan.activities[]': (place) => activityIds(place, place.slot.inBrackets ? (id) => `{ id: ${id} }` : (id) => `id: ${id}`),
  'practice.clinicians': ({ cursor }) => rosterSize(cursor.plan),
  'submission.program': programs,
  'submission.level': levels,
  'submission.mvp': pathways,
  'submission.other_categories[]': choicesNotListed,
  'activity.id': (place) => activityIds(place),
  'activity.period': (place) => periodOffers(days(place), place.slot.written.typed),
  'activity.performed_by': ({ cursor }) => participationOffers(cursor.plan),
  'activity.performed_by[]': ({ slot, cursor }) => nameOffers(cursor.plan, listedIn(slot)),
  'activity.status': statuses,
  'activity.last_attested': lastYears,
  'clinician_periods.period': (place) => periodOffers(days(place), place.slot.written.typed),
  'period.start': (place) => startOffers(days(place), otherDate(place.slot, 'end')),
  'period.end': (place) => endOffers(days(place), otherDate(place.slot, 'start')),
};

export function valueOffers(place: ValuePlace): readonly Offer[] {
  return OFFERS[place.slot.shape.name]?.(place) ?? [];
}

function activityIds(place: ValuePlace, asEntry?: (id: string) => string): readonly Offer[] {
  const { slot, cursor, inventory } = place;
  return [...wholeActivityOffers(place), ...activityOffers({ inventory, plan: cursor.plan, activity: slot.activity, typed: slot.written.typed, asEntry })];
}

/** The covered years, the nearest to today first. */
function performanceYears({ inventory, asOf }: ValuePlace): readonly Offer[] {
  const today = Number(asOf.slice(0, 4));
  const years = [...inventory.years].sort((a, b) => Math.abs(a - today) - Math.abs(b - today) || b - a);
  return years.map((year) => ({ label: String(year), kind: CompletionItemKind.Value, unquoted: true, documentation: describeYear(year, inventory) }));
}

function choices({ slot }: ValuePlace): readonly Choice[] {
  return slot.shape.key?.choices ?? [];
}

function choiceOffer({ value, summary }: Choice): Offer {
  return { label: value, kind: CompletionItemKind.EnumMember, documentation: [paragraph(...sentences(summary))] };
}

/** The items of a list of choices that it does not have yet. */
function choicesNotListed(place: ValuePlace): readonly Offer[] {
  const listed = listedIn(place.slot);
  return choices(place).filter(({ value }) => !listed.has(value)).map(choiceOffer);
}

/** What the list has besides the item that is being written. */
function listedIn({ list, written }: ValueSlot): ReadonlySet<string> {
  const items = (list?.items ?? []).filter((item) => item?.kind === 'scalar' && item.span.start !== written.outer.start);
  return new Set(items.map((item) => (item?.kind === 'scalar' ? item.source : '')));
}

/** The year's reporting options. */
function programs(place: ValuePlace): readonly Offer[] {
  const rules = place.cursor.plan?.facts.rules;
  return choices(place).filter(({ value }) => rules === undefined || value in rules.programs).map(choiceOffer);
}

/** The levels that CMS takes in the year, with the program if that is there. */
function levels(place: ValuePlace): readonly Offer[] {
  const { rules, program } = place.cursor.plan?.facts ?? {};
  const taken: readonly string[] | undefined = rules && ((program && rules.programs[program]) ?? Object.values(rules.programs).flat());
  return choices(place).filter(({ value }) => taken?.includes(value) ?? true).map(choiceOffer);
}

function pathways({ slot, cursor, inventory }: ValuePlace): readonly Offer[] {
  const year = cursor.plan?.facts.year ?? inventory.years.at(-1) ?? 0;
  const terms = wordsOf(slot.written.typed);
  const hasWords = (text: string): boolean => terms.every((term) => wordsOf(text).some((word) => word.startsWith(term)));
  return inventory.mvpsOf(year).filter((mvp) => hasWords(`${mvp.id} ${mvp.titleIn(year)}`)).map((mvp) => ({
    label: mvp.id,
    kind: CompletionItemKind.Constant,
    title: mvp.titleIn(year),
    detail: `${mvp.activitiesIn(year).size} improvement activities in ${year}`,
    words: mvp.titleIn(year),
    byWords: true,
  }));
}

/** The status that the period tells on the day comes first. */
function statuses(place: ValuePlace): readonly Offer[] {
  const period = place.slot.activity?.period.value?.value;
  const { asOf } = place;
  const likely = period === undefined ? undefined : period.end.value < asOf ? 'completed' : period.start.value <= asOf ? 'in_progress' : 'planned';
  return [...choices(place)].sort((a, b) => Number(b.value === likely) - Number(a.value === likely)).map(choiceOffer);
}

/** Years in which an activity can have been attested before: those first that allow it again. */
function lastYears({ slot, cursor, inventory }: ValuePlace): readonly Offer[] {
  const year = cursor.plan?.facts.year;
  const before = inventory.years.filter((each) => year === undefined || each < year).reverse();
  const listed = cursor.plan?.judgements.find(({ activity }) => activity === slot.activity)?.listed;
  const limit = year === undefined ? null : (listed?.repeatYearsIn(year) ?? null);
  const isFree = (each: number): boolean => limit === null || year === undefined || year - each >= limit;
  return [...before].sort((a, b) => Number(isFree(b)) - Number(isFree(a))).map((each) => ({
    label: String(each),
    kind: CompletionItemKind.Value,
    detail: isFree(each) ? undefined : `Too recent: once in ${limit ?? 0} years`,
    unquoted: true,
  }));
}

function rosterSize(plan: PlanResult | undefined): readonly Offer[] {
  const size = plan?.facts.roster?.size;
  return size === undefined ? [] : [{ label: String(size), kind: CompletionItemKind.Value, detail: 'As many as the roster has', unquoted: true }];
}

function days({ slot, cursor, asOf }: ValuePlace) {
  return daysOf(cursor.plan, slot.activity, asOf);
}

/** The other end of a period that is a map. */
function otherDate({ holder }: ValueSlot, name: 'start' | 'end'): CalendarDate | undefined {
  const value = holder?.entries.find((entry) => entry.name === name)?.value;
  return value?.kind === 'scalar' && isCalendarDate(value.source) ? value.source : undefined;
}
