import type { Statement } from '../../explanation/explanation.ts';
import type { ActivityOverview } from '../../explanation/overview.ts';
import { STATUS_NAMES } from '../../plan/names.ts';
import type { ActivityScore } from '../../score/fileScore.ts';
import { capitalised } from '../../text/capitalised.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import { plural } from '../../text/plural.ts';
import { html, type Html } from './html.ts';
import { scrolling } from './scrolling.ts';
import { periodInWords, sentence, written } from './words.ts';

export interface ReportedActivity {
  readonly score: ActivityScore;
  readonly overview: ActivityOverview;
  readonly statements: readonly Statement[];
}

/** What every activity is worth, and why. */
export function activitySection(activities: readonly ReportedActivity[]): Html {
  if (activities.length === 0) return html`<h3>Activities</h3><p>The plan lists no activities.</p>`;
  const hasWeights = activities.some(({ score }) => score.weight !== null);
  const hasClinicians = activities.some(({ overview }) => overview.participation !== null);
  return html`
<h3>Activities</h3>
${scrolling('Activities', html`
<table>
<thead><tr><th scope="col">Activity</th>${hasWeights ? html`<th scope="col">Weight</th>` : undefined}<th scope="col" class="number">Points</th>
<th scope="col">Credit</th><th scope="col">Status</th>${hasClinicians ? html`<th scope="col">Clinicians</th>` : undefined}</tr></thead>
<tbody>${activities.map((activity) => row(activity, hasWeights, hasClinicians))}
</tbody>
</table>`)}`;
}

function row({ score, overview, statements }: ReportedActivity, hasWeights: boolean, hasClinicians: boolean): Html {
  return html`
<tr><th scope="row">${nameOf(score)}
<p class="why">${statements.map(({ text }) => html`${sentence(text)} `)}</p></th>
${hasWeights ? html`<td>${score.weight ?? '–'}</td>` : undefined}<td class="number">${score.points === null ? '–' : formatNumber(score.points)}</td>
<td class="state">${creditOf(score)}</td><td>${capitalised(STATUS_NAMES[overview.status])}</td>
${hasClinicians ? html`<td>${overview.participation === null ? '–' : (overview.participation.text ?? 'not given')}</td>` : undefined}</tr>`;
}

export function nameOf({ id, title }: ActivityScore): Html {
  return html`<span class="id">${id === null ? 'No id yet' : written(id)}</span>${title === null ? '' : ` ${title}`}`;
}

export type Credit = 'Secured' | 'Planned' | 'No credit' | 'Dropped' | 'Not scored';

/** A dropped activity is the only one that earns nothing without a reason. */
export function creditOf({ points, credited, secured, reasons }: ActivityScore): Credit {
  if (points === null) return 'Not scored';
  if (credited) return secured ? 'Secured' : 'Planned';
  return reasons.length === 0 ? 'Dropped' : 'No credit';
}

/** What a period is called; an activity can have none. */
export function periodOf({ period, clinicianPeriods }: ActivityOverview): Html {
  const own = period === null ? [] : [html`${periodInWords(period.start, period.end)}${period.days > 0 ? html` <span class="quiet">(${plural(period.days, 'day')})</span>` : ''}`];
  const others = clinicianPeriods.map(({ name, start, end, days }) => {
    return html`<br>${written(name)}: ${periodInWords(start, end)}${days > 0 ? html` <span class="quiet">(${plural(days, 'day')})</span>` : ''}`;
  });
  return own.length + others.length === 0 ? html`none` : html`${own}${others}`;
}
