import { calendarDate, dayNumber, type CalendarDate } from '../../calendar/calendarDate.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { creditOf, periodOf, type Credit, type ReportedActivity } from './activitySection.ts';
import { html, type Html } from './html.ts';
import { scrolling } from './scrolling.ts';
import { written } from './words.ts';

const QUARTERS = ['Jan', 'Apr', 'Jul', 'Oct'];
const HEIGHT = 20;

/** The periods on the calendar of the performance year. What the pictures show stands beside them in words. */
export function timelineSection(activities: readonly ReportedActivity[], year: number | undefined, asOf: CalendarDate): Html {
  const shown = activities.filter(({ overview }) => overview.status !== 'dropped');
  if (year === undefined || shown.length === 0) return html``;
  return html`
<h3>The year ${year}</h3>
${scrolling(`The year ${year}`, html`
<table>
<thead><tr><th scope="col">Activity</th><th scope="col">Period</th><th scope="col">Begin by</th>
<th scope="col" class="year"><span class="months">${QUARTERS.map((month) => html`<span>${month}</span>`)}</span></th></tr></thead>
<tbody>${shown.map((activity) => row(activity, year, asOf))}
</tbody>
</table>`)}
${legend(shown, year, asOf)}`;
}

function row({ score, overview }: ReportedActivity, year: number, asOf: CalendarDate): Html {
  const { minimum, lastStart } = overview;
  return html`
<tr><th scope="row" class="id">${score.id === null ? 'No id yet' : written(score.id)}</th><td>${periodOf(overview)}</td>
<td>${lastStart === null ? '–' : html`${dateInWords(lastStart)}${minimum === null ? '' : html` <span class="quiet">(${minimum})</span>`}`}</td>
<td class="year"><svg viewBox="0 0 ${daysOf(year)} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${months(year)}${bars({ score, overview }, year)}${
  marks([[overview.longEnoughOn, 'enough'], [lastStart, 'last'], [asOf, 'today']], year)}</svg></td></tr>`;
}

const LOOKS: Readonly<Record<Credit, string>> = { Secured: 'secured', Planned: 'planned', 'No credit': 'none', Dropped: 'none', 'Not scored': 'none' };

function bars({ score, overview }: Pick<ReportedActivity, 'score' | 'overview'>, year: number): readonly Html[] {
  const runs = [...(overview.period === null ? [] : [overview.period]), ...overview.clinicianPeriods];
  const height = (HEIGHT - 8) / Math.max(1, runs.length);
  return runs.flatMap(({ start, end }, index) => {
    const [from, to] = [Math.max(0, dayOf(start, year)), Math.min(daysOf(year), dayOf(end, year) + 1)];
    if (to <= from) return [];
    return [html`<rect class="bar ${LOOKS[creditOf(score)]}" x="${from}" y="${4 + index * height}" width="${to - from}" height="${height}"/>`];
  });
}

function months(year: number): readonly Html[] {
  return Array.from({ length: 11 }, (_, index) => line(dayOf(calendarDate(year, index + 2, 1), year), 'month'));
}

function marks(all: readonly (readonly [date: CalendarDate | null, look: string])[], year: number): readonly Html[] {
  return all.flatMap(([date, look]) => (date?.startsWith(`${year}-`) === true ? [line(dayOf(date, year) + (look === 'enough' ? 1 : 0.5), look)] : []));
}

function line(x: number, look: string): Html {
  return html`<line class="${look}" x1="${x}" x2="${x}" y1="0" y2="${HEIGHT}"/>`;
}

function legend(activities: readonly ReportedActivity[], year: number, asOf: CalendarDate): Html {
  const credits = [...new Set(activities.filter(({ overview }) => overview.period !== null || overview.clinicianPeriods.length > 0).map(({ score }) => creditOf(score)))];
  const bar = (credit: Credit): Html => html`<rect class="bar ${LOOKS[credit]}" x="1" y="1" width="22" height="10"/>`;
  const mark = (look: string): Html => html`<line class="${look}" x1="12" x2="12" y1="0" y2="12"/>`;
  const entries: (readonly [Html, string])[] = [
    ...credits.map((credit) => [bar(credit), credit] as const),
    ...(activities.some(({ overview }) => overview.longEnoughOn !== null) ? [[mark('enough'), 'long enough from here'] as const] : []),
    ...(activities.some(({ overview }) => overview.lastStart !== null) ? [[mark('last'), 'last day to begin'] as const] : []),
    ...(asOf.startsWith(`${year}-`) ? [[mark('today'), dateInWords(asOf)] as const] : []),
  ];
  return html`<ul class="legend">${entries.map(([picture, words]) => html`
<li><svg viewBox="0 0 24 12" aria-hidden="true">${picture}</svg>${words}</li>`)}
</ul>`;
}

function dayOf(date: CalendarDate, year: number): number {
  return dayNumber(date) - dayNumber(calendarDate(year, 1, 1));
}

function daysOf(year: number): number {
  return dayNumber(calendarDate(year + 1, 1, 1)) - dayNumber(calendarDate(year, 1, 1));
}
