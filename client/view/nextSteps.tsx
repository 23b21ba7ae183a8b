import type { JSX } from 'preact';
import type { FindingOverview, PlanOverview } from '../../server/src/explanation/overview.ts';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { SEVERITY_NAMES } from '../../server/src/explanation/names.ts';
import { plural } from '../../server/src/text/plural.ts';
import { EvidenceList } from './evidenceList.tsx';
import { Folded } from './folded.tsx';
import { SeverityIcon } from './icons.tsx';
import { ReachMaximum } from './reachMaximum.tsx';
import { Sentence } from './statements.tsx';

/** Findings that are seen at once. */
const FIRST = 5;
/** Repairs that are offered for a finding; the editor has the others. */
const MOST_FIXES = 2;

interface NextStepsProps {
  readonly plan: PlanScore;
  readonly overview: PlanOverview;
  readonly onShowFinding: (finding: number) => void;
  readonly onFix: (finding: number, fix: number) => void;
  readonly onInsert: (id: string) => void;
  readonly onShowProblems: () => void;
}

/** What is wrong, what would reach the maximum, and what evidence is missing. */
export function NextSteps({ plan, overview, onShowFinding, onFix, onInsert, onShowProblems }: NextStepsProps): JSX.Element {
  const { findings, findingCounts } = overview;
  const told = findingCounts.error + findingCounts.warning + findingCounts.information;
  const list = (from: number, to?: number): JSX.Element => (
    <ul class="findings">
      {findings.slice(from, to).map((finding, index) => (
        <Finding
          key={`${finding.code} ${from + index}`}
          finding={finding}
          activity={finding.activity === null ? null : (plan.activities[finding.activity]?.id ?? null)}
          onShow={() => onShowFinding(from + index)}
          onFix={(fix) => onFix(from + index, fix)}
        />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">What to do next</h2>
      <h3>
        To look at <span class="count">{told}</span>
      </h3>
      {told === 0 ? <p class="hint">Nothing is wrong with this plan.</p> : <p class="hint">{countWords(findingCounts)}</p>}
      {list(0, FIRST)}
      {findings.length > FIRST && <Folded label={`${findings.length - FIRST} more`}>{list(FIRST)}</Folded>}
      {told > findings.length && (
        <p>
          <button type="button" class="link" onClick={onShowProblems}>
            Show all {told} in the Problems panel
          </button>
        </p>
      )}
      <ReachMaximum plan={plan} onInsert={onInsert} />
      <EvidenceList plan={plan} overview={overview} />
    </section>
  );
}

function countWords({ error, warning, information }: PlanOverview['findingCounts']): string {
  return [
    error > 0 ? plural(error, 'error', 'errors') : '',
    warning > 0 ? plural(warning, 'warning', 'warnings') : '',
    information > 0 ? plural(information, 'note', 'notes') : '',
  ].filter((part) => part !== '').join(', ');
}

interface FindingProps {
  readonly finding: FindingOverview;
  /** Id of the activity that it is about. */
  readonly activity: string | null;
  readonly onShow: () => void;
  readonly onFix: (fix: number) => void;
}

function Finding({ finding, activity, onShow, onFix }: FindingProps): JSX.Element {
  // What would reach the maximum has its own buttons below.
  const fixes = finding.code === 'score-below-maximum' ? [] : finding.fixes.slice(0, MOST_FIXES);
  return (
    <li class={`finding ${finding.severity}`}>
      <button type="button" class="row" data-test="finding" data-code={finding.code} onClick={onShow}>
        <SeverityIcon severity={finding.severity} />
        <span>
          <b>{SEVERITY_NAMES[finding.severity]}</b>
          {activity !== null && !finding.message.includes(activity) && ` in ${activity}`}: <Sentence text={finding.message} />
        </span>
      </button>
      {fixes.length > 0 && (
        <p class="fixes">
          {fixes.map((title, fix) => (
            <button type="button" class="small" data-test="fix" onClick={() => onFix(fix)}>
              <Sentence text={title} />
            </button>
          ))}
        </p>
      )}
    </li>
  );
}
