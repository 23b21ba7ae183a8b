import type { DocumentationOverview, PlanOverview } from '../../explanation/overview.ts';
import type { Evidence } from '../../plan/model.ts';
import type { ActivityJudgement } from '../../score/judgement.ts';
import type { ActivityScore } from '../../score/fileScore.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { maskTins } from '../../text/maskTins.ts';
import { nameOf } from './activitySection.ts';
import { html, type Html } from './html.ts';
import { scrolling } from './scrolling.ts';
import { written } from './words.ts';

/** What there is to show for each activity, what CMS suggests to keep, and until when. */
export function evidenceSection(scores: readonly ActivityScore[], judgements: readonly ActivityJudgement[], { activities, keepUntil }: PlanOverview): Html {
  const shown = judgements.flatMap((judgement, index) => {
    const [score, overview] = [scores[index], activities[index]];
    return score === undefined || overview === undefined || judgement.dropped ? [] : [{ judgement, score, overview }];
  });
  if (shown.length === 0) return html``;
  const until = keepUntil === null ? undefined : html`<p>Keep all of it until <b>${dateInWords(keepUntil)}</b>: CMS can ask for it until then.</p>`;
  return html`
<h3>Evidence</h3>
${until}
${scrolling('Evidence', html`
<table class="thirds">
<thead><tr><th scope="col">Activity</th><th scope="col">Evidence on file</th><th scope="col">What CMS suggests to keep</th></tr></thead>
<tbody>${shown.map(({ judgement, score, overview }) => html`
<tr><th scope="row">${nameOf(score)}</th><td>${onFile(judgement.activity.evidence.value?.value ?? [], overview.evidence.map(({ found }) => found))}</td>
<td>${suggested(overview.documentation)}</td></tr>`)}
</tbody>
</table>`)}`;
}

const KINDS: Readonly<Record<Evidence['kind'], string>> = { file: 'File', url: 'Web page', note: 'Note' };

function onFile(evidence: readonly Evidence[], found: readonly boolean[]): Html {
  if (evidence.length === 0) return html`<span class="state">None yet</span>`;
  return html`<ul>${evidence.map((each, index) => html`
<li>${KINDS[each.kind]}: ${each.title === undefined ? undefined : html`${written(each.title)}, `}${valueOf(each)}${found[index] === false ? html` <span class="state">(not found)</span>` : undefined}</li>`)}</ul>`;
}

/** Only an address of the web becomes a link. */
function valueOf({ kind, value }: Evidence): Html {
  const isSafe = kind === 'url' && /^https?:\/\/\S+$/i.test(value) && maskTins(value) === value;
  return isSafe ? html`<a href="${value}" rel="noopener noreferrer">${written(value)}</a>` : written(value);
}

const NEEDS: Readonly<Record<DocumentationOverview['need'], string>> = { any: 'Any one of:', two: 'Two of:', all: 'All of:', unstated: 'For example:' };

function suggested(documentation: DocumentationOverview | null): Html {
  if (documentation === null) return html`Records that show what was done, by whom and on which days.`;
  const [only, ...more] = documentation.items;
  if (more.length === 0) return html`${only ?? ''}`;
  return html`${NEEDS[documentation.need]}<ul>${documentation.items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
