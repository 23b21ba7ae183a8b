import type { JSX } from 'preact';
import type { ActivityOverview } from '../../server/src/explanation/overview.ts';
import type { ActivityScore, PlanScore } from '../../server/src/score/fileScore.ts';
import { dateInWords } from '../../server/src/text/dateInWords.ts';
import { plural } from '../../server/src/text/plural.ts';
import { Folded } from './folded.tsx';
import { formatDay, formatPeriod, yearFraction } from './numbers.ts';
import { activityState } from './words.ts';

const MONTHS = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];
const DAY_MILLISECONDS = 86_400_000;
/** Activities that are seen at once. */
const FIRST = 20;

interface TimelineProps {
  readonly plan: PlanScore;
  readonly overviews: readonly ActivityOverview[];
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** The performance year with the run of each activity on it. What is drawn is also said in words beside it. */
export function Timeline({ plan, overviews, asOf }: TimelineProps): JSX.Element | null {
  const year = plan.performanceYear;
  if (year === null || plan.points === null) return null;
  const rows = plan.activities.flatMap((score, index) => {
    const overview = overviews[index];
    return overview === undefined || activityState(score) === 'dropped' ? [] : [{ score, overview, index }];
  });
  if (rows.length === 0) return null;
  const isInYear = asOf.startsWith(`${year}-`);
  const list = (from: number, to?: number): JSX.Element => (
    <ol class="timeline" start={from + 1}>
      {rows.slice(from, to).map(({ score, overview, index }) => (
        <TimelineRow key={index} score={score} overview={overview} year={year} asOf={isInYear ? asOf : undefined} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby="timeline-title" data-test="timeline">
      <h2 id="timeline-title">The year {year}</h2>
      <p class="timeline-key">
        <span>
          <span class="mark last-start" aria-hidden="true" /> Last day to begin
        </span>
        <span>
          <span class="mark long-enough" aria-hidden="true" /> Long enough from here
        </span>
        <span>
          <span class="mark as-of" aria-hidden="true" /> {dateInWords(asOf)}
          {isInYear ? '' : asOf < `${year}` ? ', before the year' : ', after the year'}
        </span>
      </p>
      <div class="months" aria-hidden="true">
        {MONTHS.map((month, index) => (
          <span key={index}>{month}</span>
        ))}
      </div>
      {list(0, FIRST)}
      {rows.length > FIRST && <Folded label={`${rows.length - FIRST} more`}>{list(FIRST)}</Folded>}
    </section>
  );
}

interface TimelineRowProps {
  readonly score: ActivityScore;
  readonly overview: ActivityOverview;
  readonly year: number;
  readonly asOf: string | undefined;
}

function TimelineRow({ score, overview, year, asOf }: TimelineRowProps): JSX.Element {
  const { period, clinicianPeriods, lastStart, longEnoughOn } = overview;
  const runs = period === null ? clinicianPeriods : [period, ...clinicianPeriods];
  const at = (date: string): { readonly insetInlineStart: string } => ({ insetInlineStart: `${yearFraction(date, year) * 100}%` });
  return (
    <li class={activityState(score)}>
      <p class="run-name">
        <span class="id">{score.id ?? 'No id yet'}</span> <span class="run-words">
          {runWords(overview, year, asOf)}
          {activityState(score) === 'denied' && ', no credit'}
        </span>
      </p>
      <div class="track" aria-hidden="true">
        {runs.map(({ start, end }, index) => (
          <div key={index} class={`run ${period !== null && index > 0 ? 'own' : ''}`} style={{ ...at(start), inlineSize: widthOf(start, end, year) }} />
        ))}
        {longEnoughOn !== null && longEnoughOn.startsWith(`${year}-`) && <div class="mark long-enough" style={at(dayAfter(longEnoughOn))} />}
        {lastStart !== null && <div class="mark last-start" style={at(lastStart)} />}
        {asOf !== undefined && <div class="mark as-of" style={at(asOf)} />}
      </div>
    </li>
  );
}

function widthOf(start: string, end: string, year: number): string {
  return `${Math.max(0, yearFraction(dayAfter(end), year) - yearFraction(start, year)) * 100}%`;
}

function dayAfter(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Date(at + DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Everything that the track shows. */
function runWords({ period, clinicianPeriods, minimum, longEnoughOn, lastStart }: ActivityOverview, year: number, asOf: string | undefined): string {
  const needed = minimum === null ? '' : `, ${minimum} needed`;
  if (period !== null) {
    const run = formatPeriod(period.start, period.end, year);
    if (period.days < 1) return `${run}, ends before it begins${needed}`;
    const isShort = longEnoughOn !== null && minimum !== null && period.end < longEnoughOn;
    return `${run}, ${plural(period.days, 'day', 'days')}${needed}${isShort ? `, too short${remedy(longEnoughOn, lastStart, year)}` : ''}`;
  }
  if (clinicianPeriods.length > 0) {
    const starts = clinicianPeriods.map(({ start }) => start).sort();
    const ends = clinicianPeriods.map(({ end }) => end).sort();
    return `${plural(clinicianPeriods.length, 'clinician', 'clinicians')}, ${formatPeriod(starts[0] ?? '', ends.at(-1) ?? '', year)}${needed}`;
  }
  if (lastStart === null) return 'No period';
  const isPast = asOf !== undefined && asOf > lastStart;
  return `No period${needed}: ${isPast ? 'the last day to begin was' : 'begin by'} ${formatDay(lastStart)}`;
}

/** What would make a run long enough: where its end would be in another year only an earlier beginning does. */
function remedy(longEnoughOn: string, lastStart: string | null, year: number): string {
  if (longEnoughOn.startsWith(`${year}-`)) return `: it must last until ${formatDay(longEnoughOn)}`;
  return lastStart === null ? '' : `: the last day to begin is ${formatDay(lastStart)}`;
}
