import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { lengthInDays } from '../calendar/calendarDate.ts';
import type { Field, Period } from '../plan/model.ts';
import type { ActivityJudgement } from '../score/judgement.ts';
import type { PlanResult } from '../score/planResult.ts';
import { plural } from '../text/plural.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Place } from '../text/span.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { shareOf } from './share.ts';

/** With the points behind it this stays below the 43 characters of a line's hints that VS Code shows unless told otherwise. */
const LONGEST_TITLE = 30;

/**
 * What the plan does not say itself, behind what it does: an activity's title and points, a period's days, the share
 * of clinicians. Nothing where it cannot be known: findings say why. Empty once cancelled.
 */
export function inlayHints(analysis: Analysis, range: Range, token: CancellationToken): InlayHint[] {
  if (token.isCancellationRequested) return [];
  const { source } = analysis;
  const [start, end] = [source.offsetAt(range.start), source.offsetAt(range.end)];
  return analysis.plans
    .flatMap((result) => result.judgements.flatMap((judgement, index) => ofActivity(judgement, index, result, source)))
    .filter(({ offset }) => start <= offset && offset <= end)
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, label, tooltip }) => ({
      position: source.positionAt(offset), label, paddingLeft: true, ...(tooltip !== undefined && { tooltip }),
    }));
}

interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string | undefined;
}

function ofActivity(judgement: ActivityJudgement, index: number, result: PlanResult, source: SourceText): Hint[] {
  const { activity } = judgement;
  const clinicians = activity.performedBy.value?.value;
  return [
    titleAndPoints(judgement, index, result),
    share(judgement, result, source),
    days(activity.period, source),
    ...(clinicians?.kind === 'periods' ? clinicians.periods.map(({ period }) => days(period, source)) : []),
  ].filter((hint) => hint !== undefined);
}

/** An id that CMS never had has no title, and its finding says so. */
function titleAndPoints(judgement: ActivityJudgement, index: number, { facts, points }: PlanResult): Hint | undefined {
  const { activity, known } = judgement;
  const id = activity.id.value;
  if (id === undefined || known === undefined) return undefined;
  const title = facts.year === undefined ? known.title : known.titleIn(facts.year);
  const short = shortened(title);
  // The APM Performance Pathway gives its points as a whole, to no activity.
  const earned = points === undefined || facts.program === 'app' ? undefined : judgement.credited ? points.activities[index] : 0;
  return {
    offset: id.span.end,
    label: earned === undefined ? short : `${short}, ${earned === 0 ? 'no points' : plural(earned, 'point')}`,
    tooltip: short === title ? undefined : title,
  };
}

function days(field: Field<Period>, source: SourceText): Hint | undefined {
  const period = field.value?.value;
  if (period === undefined) return undefined;
  const length = lengthInDays(period.start.value, period.end.value);
  return length < 1 ? undefined : behind(field, plural(length, 'day'), source);
}

function share(judgement: ActivityJudgement, { facts }: PlanResult, source: SourceText): Hint | undefined {
  const { performedBy } = judgement.activity;
  const known = shareOf(judgement, facts);
  if (known?.count === undefined) return undefined;
  // A number that stands there is not said again.
  const isCount = performedBy.value?.value.kind === 'count';
  return behind(performedBy, isCount ? `of ${known.size}` : `${known.count} of ${known.size}`, source);
}

/** Behind a value; where it fills lines of its own, behind its key. Nothing where a merge brought the key from elsewhere. */
function behind({ key, value }: { readonly key?: Place | undefined; readonly value?: Place | undefined }, label: string, source: SourceText): Hint | undefined {
  if (key === undefined || value === undefined || key.origin !== undefined) return undefined;
  const colon = source.text.indexOf(':', key.span.end);
  const ownLines = source.positionAt(key.span.end).line !== source.positionAt(value.span.end).line;
  return { offset: ownLines && colon !== -1 ? colon + 1 : value.span.end, label };
}

/** Whole words, as many as there is room for. */
function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const room = title.slice(0, LONGEST_TITLE);
  const lastBlank = room.lastIndexOf(' ');
  return `${(lastBlank > 0 ? room.slice(0, lastBlank) : room.slice(0, -1)).replace(/[\s,;:(\u2013-]+$/, '')}…`;
}
