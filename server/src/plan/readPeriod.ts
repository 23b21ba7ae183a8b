import { calendarDate, isCalendarDate, type CalendarDate } from '../calendar/calendarDate.ts';
import { shorten } from '../text/shorten.ts';
import type { Place } from '../text/span.ts';
import type { MapEntry, ScalarNode, ValueNode } from '../yaml/node.ts';
import { describedKey } from './format.ts';
import { MapReader } from './mapReader.ts';
import type { Field, Located, Period } from './model.ts';
import { isDangling, isWrittenTogether, located, partOf, placeOf, reportWrongType, type Reading } from './reading.ts';

/**
 * Reads a period: `START/END`, or `start` and `end` below it. With one end missing it is unfinished: the field then has
 * its key and nothing else. A date that cannot be read is reported here and makes the field unreadable.
 */
export function readPeriodField(entry: MapEntry | undefined, reading: Reading): Field<Period> {
  if (entry === undefined) return {};
  const key = entry.key;
  const node = entry.value;
  if (node === undefined) return { key };
  if (isDangling(node)) return { key, unreadable: placeOf(node) };
  if (node.kind === 'list') {
    reportWrongType(node, describedKey('activity', 'period').expects, reading);
    return { key, unreadable: placeOf(node) };
  }
  const ends = node.kind === 'map' ? endsOfMap(node, key, reading) : endsOfText(node, reading);
  if (ends === 'unreadable') return { key, unreadable: placeOf(node) };
  const { start, end } = ends;
  if (start === 'unreadable' || end === 'unreadable') return { key, unreadable: placeOf(node) };
  if (start === undefined || end === undefined) return { key };
  const { span, origin } = node;
  return { key, value: located({ start, end, span, origin }, node) };
}

/** `unreadable`: no date, and reported as such. Undefined: not there yet. */
type End = Located<CalendarDate> | 'unreadable' | undefined;
type Ends = { readonly start?: End; readonly end?: End } | 'unreadable';

function endsOfMap(node: ValueNode & { kind: 'map' }, holder: Place, reading: Reading): Ends {
  const reader = new MapReader(node, 'period', reading);
  const ends: { start?: End; end?: End } = {};
  for (const name of ['start', 'end'] as const) {
    const value = node.entries.find((entry) => entry.name === name)?.value;
    if (value === undefined) continue;
    if (isDangling(value)) ends[name] = 'unreadable';
    else if (value.kind !== 'scalar') {
      reportWrongType(value, describedKey('period', name).expects, reading);
      ends[name] = 'unreadable';
    } else ends[name] = readDate(value.source, placeOf(value), reading);
  }
  reader.finish(holder);
  return ends;
}

/** Two dates are shorter, however they are written. */
const LONGEST = 80;
const OTHER_SEPARATOR = /^(\S+?)\s*(?:\u2013|\u2014|--|\.\.+|\bto\b|\s+-\s+|\s+|\s*\/\s*)\s*(\S+)$/;

function endsOfText(node: ScalarNode, reading: Reading): Ends {
  const text = node.source;
  const parts = text.split('/');
  if (parts.length > 2 || /\s/.test(text)) return reportNoPeriod(node, reading);
  const [first = '', second] = parts;
  if (second === undefined) {
    // A start alone is a period somebody is still typing.
    if (first === '' || isCalendarDate(first)) return {};
    return reportNoPeriod(node, reading);
  }
  const [startPlace, endPlace] = [partOf(node, 0, first.length, reading), partOf(node, first.length + 1, text.length, reading)];
  // Where a date has no place of its own, the whole period is written anew.
  const isWhole = first !== '' && second !== '' && isWrittenTogether(startPlace, endPlace);
  const start = first === '' ? undefined : readDate(first, startPlace, reading, { writtenAs: (date) => (isWhole ? `${date}/${second}` : date) });
  const end = second === '' ? undefined : readDate(second, endPlace, reading, { startOfPeriod: first, writtenAs: (date) => (isWhole ? `${first}/${date}` : date) });
  return { start, end };
}

function reportNoPeriod(node: ScalarNode, reading: Reading): 'unreadable' {
  const match = node.source.length > LONGEST ? null : OTHER_SEPARATOR.exec(node.source.trim());
  const start = match?.[1] === undefined ? undefined : probableDate(match[1]);
  const end = match?.[2] === undefined ? undefined : probableDate(match[2], start);
  const written = node.origin ?? node.span;
  reading.report({
    code: 'invalid-date',
    place: placeOf(node),
    message: `“${shorten(node.source)}” is not a period; write two dates as \`YYYY-MM-DD/YYYY-MM-DD\`.`,
    fixes: start === undefined || end === undefined ? undefined : () => [
      { title: `Replace with \`${start}/${end}\``, edits: [{ span: written, newText: `${start}/${end}` }], preferred: true },
    ],
  });
  return 'unreadable';
}

interface DateInPeriod {
  readonly startOfPeriod?: string;
  /** What to write at the date's place for another date. */
  readonly writtenAs: (date: CalendarDate) => string;
}

function readDate(text: string, place: Place, reading: Reading, within?: DateInPeriod): Located<CalendarDate> | 'unreadable' {
  if (isCalendarDate(text)) return located(text, place);
  const meant = probableDate(text, within?.startOfPeriod);
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const written = place.origin ?? place.span;
  reading.report({
    code: 'invalid-date',
    place,
    message: shaped
      ? `${text} is not a date of the calendar${meant === undefined ? '' : `; did you mean ${meant}?`}`
      : `“${shorten(text)}” is not a date; write it as YYYY-MM-DD${meant === undefined ? '' : `: ${meant}`}.`,
    fixes: meant === undefined ? undefined : () => [
      { title: `Replace with \`${meant}\``, edits: [{ span: written, newText: within?.writtenAs(meant) ?? meant }], preferred: true },
    ],
  });
  return 'unreadable';
}

/**
 * The date that somebody probably meant: one-digit months and days, slashes or dots, month first as Americans write
 * it, a day past the month's end, an end without its year. Undefined where two readings are possible.
 */
function probableDate(text: string, startOfPeriod?: string): string | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (yearFirst !== null) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return dateOf(compact[1], compact[2], compact[3]);
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (yearLast !== null) return dateOf(yearLast[3], yearLast[1], yearLast[2]) ?? dateOf(yearLast[3], yearLast[2], yearLast[1]);
  const withoutYear = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  const year = startOfPeriod === undefined ? undefined : /^\d{4}/.exec(startOfPeriod)?.[0];
  if (withoutYear !== null && year !== undefined) return dateOf(year, withoutYear[1], withoutYear[2]);
  return undefined;
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = calendarDate(y, m, d);
  if (isCalendarDate(date)) return date;
  // 30 February is the last of February, more likely than the first of March.
  if (m >= 1 && m <= 12 && d > 28 && d <= 31) {
    for (let earlier = d - 1; earlier >= 28; earlier--) {
      const shorter = calendarDate(y, m, earlier);
      if (isCalendarDate(shorter)) return shorter;
    }
  }
  return undefined;
}
