import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { html, trusted, type Html } from './html.ts';
import type { ReportedPlan } from './planReport.ts';
import { scrolling } from './scrolling.ts';
import { REPORT_STYLE, REPORT_STYLE_HASH } from './style.ts';

/** Nothing is loaded, run or sent, whatever the page shows. */
const POLICY = `default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** What the list of a report says of a plan. */
export type ListedPlan = Omit<ReportedPlan, 'body'>;

/**
 * A report about plans as one HTML page that needs nothing else: to read, to print and to send. It holds no script,
 * and of a TIN no more than the last four digits.
 */
export function reportPage(plans: readonly ReportedPlan[], asOf: CalendarDate): string {
  const { before, after } = reportFrame(plans, asOf);
  return [before, ...plans.map(reportPart), after].join('');
}

/** What stands before the parts about each plan, and behind them: to be made last, when every plan is known. */
export function reportFrame(plans: readonly ListedPlan[], asOf: CalendarDate): { readonly before: string; readonly after: string } {
  const [only, ...more] = plans;
  const isOne = only !== undefined && more.length === 0;
  const before = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Improvement activities: ${isOne ? asText(only.title) : `${plans.length} plans`}</title>
<style>${trusted(REPORT_STYLE)}</style>
</head>
<body>
<header>
<h1>Improvement activities report</h1>
<p class="lead">Attestation ${isOne ? 'plan' : 'plans'} for the improvement activities category of CMS\u2019s Merit-based Incentive Payment System (MIPS), as of ${dateInWords(asOf)}.</p>
</header>
<main>${isOne ? undefined : listOf(plans)}`;
  const after = html`
</main>
<footer>
<p>Points are counted by CMS\u2019s published rules; the source stands behind each. What counts is what CMS accepts.</p>
</footer>
</body>
</html>
`;
  return { before: before.markup, after: after.markup };
}

/** @param index of the plan in the report, from 0 */
export function reportPart({ title, body }: ReportedPlan, index: number): string {
  return html`
<section class="plan" id="plan-${index + 1}" aria-labelledby="title-${index + 1}">
<h2 id="title-${index + 1}">${title}</h2>
${body}
</section>`.markup;
}

/** A title holds no elements. */
function asText({ markup }: Html): Html {
  return trusted(markup.replace(/<\/?bdi>/g, ''));
}

function listOf(plans: readonly ListedPlan[]): Html {
  if (plans.length === 0) return html`<p>There are no plans to report on.</p>`;
  return scrolling('The plans of this report', html`
<table>
<caption>The plans of this report</caption>
<thead><tr><th scope="col">Plan</th><th scope="col" class="number">Points</th><th scope="col" class="number">Secured</th><th scope="col" class="number">Of the final score</th><th scope="col">Open findings</th></tr></thead>
<tbody>${plans.map(({ title, points, secured, contribution, findings }, index) => html`
<tr><th scope="row"><a href="#plan-${index + 1}">${title}</a></th><td class="number">${points}</td><td class="number">${secured}</td><td class="number">${contribution}</td><td>${findings}</td></tr>`)}
</tbody>
</table>`);
}
