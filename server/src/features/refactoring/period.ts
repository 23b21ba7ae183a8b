import { replaceValue, holdsProperties } from '../../edits/valueEdits.ts';
import { isCalendarDate } from '../../calendar/calendarDate.ts';
import type { MapEntry, MapNode, ScalarNode } from '../../yaml/node.ts';
import { MOST_PLACES, ownEntry, refactoring, touches, type Refactoring, type RefactoringPlace } from './refactoring.ts';

export const REWRITE_PERIOD = 'refactor.rewrite.period';

/** A period as a text of two dates becomes a map, and the other way round; also the clinicians' own in `performed_by`. */
export function rewritePeriod(place: RefactoringPlace): readonly Refactoring[] {
  const { source, comments } = place.analysis;
  return place.result.judgements.flatMap(({ activity }) => periodsOf(activity.node)).filter((entry) => touches(place, entry)).slice(0, MOST_PLACES).flatMap((entry) => {
    const { value } = entry;
    if (value?.kind === 'scalar') {
      const map = asMap(value);
      return map === undefined ? [] : refactoring('Write the period as `start` and `end`', REWRITE_PERIOD, replaceValue(source, entry, map, comments));
    }
    const text = value?.kind === 'map' && (value.origin !== undefined || !holdsProperties(source, value.span)) ? asText(value) : undefined;
    return text === undefined ? [] : refactoring('Write the period as `START/END`', REWRITE_PERIOD, replaceValue(source, entry, text, comments));
  });
}

function periodsOf(activity: MapNode): readonly MapEntry[] {
  const performedBy = ownEntry(activity, 'performed_by')?.value;
  const ownPeriods = performedBy?.kind === 'map' && performedBy.origin === undefined ? performedBy.entries : [];
  return [ownEntry(activity, 'period'), ...ownPeriods].filter((entry) => entry !== undefined);
}

const QUOTES = { plain: '', 'single-quoted': "'", 'double-quoted': '"' } as const;

function quoteOf({ style }: ScalarNode): string | undefined {
  return style === 'literal' || style === 'folded' ? undefined : QUOTES[style];
}

function asMap(node: ScalarNode): string | undefined {
  const quote = quoteOf(node);
  const [start = '', end = '', ...more] = node.source.split('/');
  if (quote === undefined || more.length > 0 || !isCalendarDate(start) || !isCalendarDate(end)) return undefined;
  return `{ start: ${quote}${start}${quote}, end: ${quote}${end}${quote} }`;
}

/** Undefined for a map that holds something else than two dates. */
function asText({ entries }: MapNode): string | undefined {
  const [start, end] = ['start', 'end'].map((name) => entries.find((entry) => entry.name === name)?.value);
  if (entries.length !== 2 || start?.kind !== 'scalar' || end?.kind !== 'scalar') return undefined;
  if (!isCalendarDate(start.source) || !isCalendarDate(end.source)) return undefined;
  const [quote, other] = [quoteOf(start), quoteOf(end)];
  const both = quote === other && quote !== undefined ? quote : '';
  return `${both}${start.source}/${end.source}${both}`;
}
