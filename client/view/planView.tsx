import type { JSX } from 'preact';
import type { PlanExplanation } from '../../server/src/explanation/explanation.ts';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { ActivityList } from './activityList.tsx';
import { Gauge } from './gauge.tsx';
import type { PageAction } from './messages.ts';
import { PlanFacts } from './planFacts.tsx';
import { ReachMaximum } from './reachMaximum.tsx';
import { Statements, Working } from './statements.tsx';
import { practiceName, submissionWords } from './words.ts';

interface PlanViewProps {
  readonly plan: PlanScore;
  readonly explanation: PlanExplanation | undefined;
  readonly fileName: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly onShow: (activity: number) => void;
  readonly onRun: (action: PageAction) => void;
}

export function PlanView({ plan, explanation, fileName, asOf, onShow, onRun }: PlanViewProps): JSX.Element {
  const statements = explanation?.plan ?? [];
  return (
    <>
      <div class="summary">
        <header>
          <h1>{practiceName(plan)}</h1>
          <p class="submission">{submissionWords(plan)}</p>
          <p class="file">{fileName}</p>
        </header>
        {plan.points === null ? (
          <Unscored statements={statements} onRun={onRun} />
        ) : (
          <>
            <Gauge plan={plan} points={plan.points} asOf={asOf} />
            <PlanFacts plan={plan} points={plan.points} />
            <Working label="How this is worked out" statements={statements} />
          </>
        )}
      </div>
      <div class="lists">
        <ActivityList activities={plan.activities} explanations={explanation?.activities ?? []} onShow={onShow} />
        <ReachMaximum plan={plan} />
      </div>
    </>
  );
}

function Unscored({ statements, onRun }: { readonly statements: PlanExplanation['plan']; readonly onRun: PlanViewProps['onRun'] }): JSX.Element {
  return (
    <div class="notice">
      <h2>This plan cannot be scored yet</h2>
      {statements.length > 0 && <Statements statements={statements} />}
      <button type="button" class="action secondary" onClick={() => onRun('showProblems')}>
        Show Problems
      </button>
    </div>
  );
}
