import { CompletionItemKind } from 'vscode-languageserver-types';
import { MAXIMUM_POINTS } from '../../../data/performanceYears.ts';
import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { dashOf } from '../../edits/fileStyle.ts';
import type { Activity } from '../../plan/model.ts';
import { candidatesFor, pointsWith } from '../../score/gap.ts';
import type { PlanFacts } from '../../score/facts.ts';
import { judgeActivities, MEDICAL_HOME_ID } from '../../score/judgement.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Cursor } from '../cursor.ts';
import type { ValueSlot } from '../cursor/slot.ts';
import { daysOf, periodOffers } from './dates.ts';
import type { Offer } from './offer.ts';
import { Ranking } from './ranking.ts';

export interface ActivityPlace {
  readonly slot: ValueSlot;
  readonly cursor: Cursor;
  readonly source: SourceText;
  readonly asOf: CalendarDate;
}

/** Words before an id in the labels of what closes the gap; `resolveCompletion` finds the id behind them. */
export const CLOSE_THE_GAP = 'Close the gap: ';
const WHOLE_ACTIVITY = 'Whole activity';

const MOST_CLOSERS = 3;

/** An activity with its usual keys, and the activities that bring the plan nearest to 40, whole too. Only where no id is begun. */
export function wholeActivityOffers(place: ActivityPlace): readonly Offer[] {
  const { slot } = place;
  const typed = slot.written.typed.trim().toLowerCase();
  const layout = layoutAt(place);
  // One letter more likely begins a word of a title.
  const begins = (...words: readonly string[]): boolean => typed === '' || (typed.length > 1 && words.some((word) => word.startsWith(typed)));
  const offers: Offer[] = [];
  if (layout !== undefined && layout.keyed && begins('whole activity', 'activity', 'new')) {
    const written = entry(undefined, place, layout);
    offers.push({
      label: WHOLE_ACTIVITY, ...written, kind: CompletionItemKind.Snippet, title: keysOf(place.cursor.plan).join(', '),
      detail: 'An activity with its usual keys', words: 'new', unquoted: true,
    });
  }
  return begins('close the gap', 'gap') ? [...offers, ...closers(place, layout)] : offers;
}

/** How a whole entry is laid out at its place. */
interface Layout {
  /** Whether the entry's own key `id` has to be written. */
  readonly keyed: boolean;
  readonly inBrackets: boolean;
  /** Whether brackets have to be written around it. */
  readonly brackets: boolean;
  /** What stands before each further key of a block. */
  readonly indentation: string;
}

/** Undefined where only the id itself can be written: the entry has other keys already. */
function layoutAt({ slot, source }: ActivityPlace): Layout | undefined {
  const { shape, inBrackets, holder, written } = slot;
  if (shape.name === 'plan.activities[]') {
    return { keyed: true, inBrackets, brackets: inBrackets, indentation: inBrackets ? '' : ' '.repeat(columnOf(slot, source)) };
  }
  const behind = source.text.slice(written.outer.end).split(/[\r\n]/, 1)[0] ?? '';
  if (holder?.entries.length !== 1 || holder.origin !== undefined || written.quote !== undefined) return undefined;
  if (inBrackets) return /^\s*(?:\}|$)/.test(behind) ? { keyed: false, inBrackets, brackets: false, indentation: '' } : undefined;
  if (behind.trim() !== '') return undefined;
  return { keyed: false, inBrackets, brackets: false, indentation: ' '.repeat(source.positionAt(holder.span.start).character) };
}

/** The column in which the inserted text begins, behind its dash. */
function columnOf({ from, lead, written }: ValueSlot, source: SourceText): number {
  const lastLine = lead.slice(lead.lastIndexOf('\n') + 1);
  const isOwnLine = lead.includes('\n');
  return (isOwnLine ? 0 : source.positionAt(Math.min(from, written.outer.start)).character) + lastLine.length;
}

function keysOf(plan: PlanResult | undefined): readonly string[] {
  return ['id', 'period', ...(plan?.facts.level === 'individual' ? [] : ['performed_by']), 'evidence'];
}

/** @param id undefined: it remains to be written. */
function entry(id: string | undefined, { slot, cursor, asOf }: ActivityPlace, layout: Layout): { readonly newText: string; readonly snippet: string } {
  const { style, plan } = cursor;
  const period = periodOffers(daysOf(plan, slot.activity, asOf), '')[0]?.label ?? '';
  const keys = keysOf(plan).filter((key) => id !== MEDICAL_HOME_ID || key === 'id' || key === 'evidence');
  let stop = 0;
  const tab = (placeholder = ''): string => `\${${++stop}${placeholder === '' ? '' : `:${placeholder}`}}`;
  const valueOf = (key: string): { readonly plain: string; readonly snippet: string } => {
    if (key === 'id') return id === undefined ? { plain: '', snippet: tab() } : { plain: id, snippet: escaped(id) };
    if (key === 'period') return { plain: '', snippet: tab(period) };
    if (key === 'performed_by') return { plain: '', snippet: tab('all') };
    return { plain: '', snippet: tab() };
  };
  const lines = keys.map((key) => {
    const { plain, snippet } = valueOf(key);
    const name = key === 'id' && !layout.keyed ? '' : `${key}: `;
    if (key !== 'evidence') return { plain: `${name}${plain}`.trimEnd(), snippet: name + snippet };
    if (layout.inBrackets) return { plain: 'evidence: []', snippet: `evidence: [${snippet}]` };
    return { plain: 'evidence:', snippet: `evidence:${style.lineEnd}${layout.indentation}${' '.repeat(style.listStep)}${dashOf(style)}${snippet}` };
  });
  const joined = (parts: readonly string[]): string => {
    const text = parts.join(layout.inBrackets ? ', ' : style.lineEnd + layout.indentation);
    return layout.brackets ? `{ ${text} }` : text;
  };
  return { newText: joined(lines.map(({ plain }) => plain)), snippet: joined(lines.map(({ snippet }) => snippet)) };
}

/** What bring a plan nearest to 40, with what they bring. */
function closers(place: ActivityPlace, layout: Layout | undefined): readonly Offer[] {
  const { slot, cursor: { plan } } = place;
  const year = plan?.facts.year;
  if (plan?.points === undefined || year === undefined || plan.points.capped >= MAXIMUM_POINTS) return [];
  const { facts, judgements, points } = plan;
  // What takes the place of an activity that counts closes less.
  if (judgements.some(({ activity, credited }) => credited && activity === slot.activity)) return [];
  const ranking = new Ranking(year, plan, slot.activity);
  return candidatesFor(facts, judgements)
    .filter((activity) => pointsWith(activity, facts, judgements, points) > points.capped && (slot.activity === undefined || wouldCount(slot.activity, activity.id, facts)))
    .sort((a, b) => ranking.compare(a, b))
    .slice(0, MOST_CLOSERS)
    .map((activity): Offer => {
      const total = pointsWith(activity, facts, judgements, points);
      return {
        label: CLOSE_THE_GAP + activity.id,
        ...(layout === undefined ? { newText: activity.id } : { ...entry(activity.id, place, layout), unquoted: true }),
        kind: CompletionItemKind.Snippet,
        detail: `+${formatNumber(total - points.capped)}, ${total === MAXIMUM_POINTS ? 'reaches' : 'makes'} ${formatNumber(total)}`,
        detailInList: true,
        words: 'gap',
        data: { year },
      };
    });
}

/** Whether an entry earns credit with another id: its period, its clinicians and its status stay. */
function wouldCount(entry: Activity, id: string, facts: PlanFacts): boolean {
  const [judgement] = judgeActivities([{ ...entry, id: { value: { value: id, ...entry.place } } }], facts);
  return judgement?.credited === true;
}

/** As text of a snippet. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
