import { MAXIMUM_POINTS } from '../../../data/performanceYears.ts';
import type { Statement } from '../../explanation/explanation.ts';
import { STEP_NAMES, stepStateName } from '../../explanation/names.ts';
import type { PlanOverview } from '../../explanation/overview.ts';
import type { PlanScore } from '../../score/fileScore.ts';
import { waysInWords } from '../../score/waysInWords.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import { html, type Html } from './html.ts';
import { scrolling } from './scrolling.ts';
import { sentence } from './words.ts';

/** The points, why they are what they are, and how far the plan has come. */
export function scoreSection(score: PlanScore, statements: readonly Statement[], overview: PlanOverview, asOf: string): Html {
  return html`
<h3>Score</h3>
${figures(score, asOf)}
<ol>${statements.map(({ text, source }) => html`
<li>${sentence(text)} <span class="quiet">[${source}]</span></li>`)}
</ol>
${gap(score)}
<h3>Where the plan stands</h3>
${scrolling('Where the plan stands', html`
<table>
<caption>The four steps of CMS\u2019s guide</caption>
<thead><tr><th scope="col">Step</th><th scope="col">State</th><th scope="col">What is done and what is missing</th></tr></thead>
<tbody>${overview.steps.map(({ kind, state, text, missing }, index) => html`
<tr><th scope="row">${index + 1}. ${STEP_NAMES[kind]}</th><td class="state">${stepStateName(kind, state)}</td><td>${sentence(text)}${bullets(missing)}</td></tr>`)}
</tbody>
</table>`)}`;
}

function figures(score: PlanScore, asOf: string): Html {
  if (score.points === null) return html`<p class="notice">This plan cannot be scored yet.</p>`;
  return html`<ul class="figures">
<li><b>${formatNumber(score.points)} of ${MAXIMUM_POINTS}</b> points planned</li>
<li><b>${formatNumber(score.securedPoints ?? 0)} of ${MAXIMUM_POINTS}</b> points secured on ${dateInWords(asOf)}: completed and documented</li>
<li>${score.contribution === null || score.categoryWeight === null
    ? html`<b>\u2013</b> the final score is CMS\u2019s performance threshold`
    : html`<b>${formatNumber(score.contribution)} of ${formatNumber(score.categoryWeight)}</b> points of the final score`}</li>
</ul>`;
}

function gap({ gap: missing, waysToClose, suggestions }: PlanScore): Html {
  if (missing === null || missing <= 0) return html``;
  return html`
<h3>To reach ${MAXIMUM_POINTS} points</h3>
<p>${formatNumber(missing)} more ${missing === 1 ? 'point is' : 'points are'} needed${waysToClose.length === 0 ? '' : `: ${waysInWords(waysToClose)}`}.</p>
${suggestions.length === 0 ? undefined : html`<p>Closest to what the practice does already:</p>
<ul>${suggestions.slice(0, 5).map(({ id, title, points }) => html`
<li><code>${id}</code> ${title} (${formatNumber(points)} points)</li>`)}
</ul>`}`;
}

function bullets(items: readonly string[]): Html | undefined {
  return items.length === 0 ? undefined : html`<ul>${items.map((item) => html`<li>${sentence(item)}</li>`)}</ul>`;
}
