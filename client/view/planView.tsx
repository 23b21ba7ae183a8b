import type { JSX } from 'preact';
import type { PlanExplanation } from '../../server/src/explanation/explanation.ts';
import type { PlanOverview } from '../../server/src/explanation/overview.ts';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { ActivityTable } from './activityTable.tsx';
import { Gauge } from './gauge.tsx';
import type { PageAction } from './messages.ts';
import { NextSteps } from './nextSteps.tsx';
import { PlanFacts } from './planFacts.tsx';
import { PlanSteps } from './planSteps.tsx';
import { Statements, Working } from './statements.tsx';
import { Timeline } from './timeline.tsx';
import type { WhatIfSession } from './useWhatIf.ts';
import { WhatIf } from './whatIf.tsx';
import { practiceName, submissionWords } from './words.ts';

interface PlanViewProps {
  readonly plan: PlanScore;
  readonly explanation: PlanExplanation;
  readonly overview: PlanOverview;
  readonly fileName: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly whatIf: WhatIfSession;
  readonly onShowActivity: (activity: number) => void;
  readonly onShowFinding: (finding: number) => void;
  readonly onFix: (finding: number, fix: number) => void;
  readonly onInsert: (id: string) => void;
  readonly onRun: (action: PageAction) => void;
}

export function PlanView({ plan, explanation, overview, fileName, asOf, whatIf, onRun, ...on }: PlanViewProps): JSX.Element {
  return (
    <>
      <div class="summary">
        <header>
          <h1>{practiceName(plan)}</h1>
          <p class="submission">{submissionWords(plan)}</p>
          <p class="file">{fileName}</p>
        </header>
        {plan.points === null || plan.maxPoints === null ? (
          <Unscored statements={explanation.plan} onRun={onRun} />
        ) : (
          <>
            <Gauge plan={plan} points={plan.points} maximum={plan.maxPoints} asOf={asOf} />
            <PlanFacts plan={plan} overview={overview} />
            <Working label="How this is worked out" statements={explanation.plan} />
          </>
        )}
        <PlanSteps steps={overview.steps} />
      </div>
      <div class="lists">
        <ActivityTable plan={plan} overviews={overview.activities} explanations={explanation.activities} onShow={on.onShowActivity} />
        <Timeline plan={plan} overviews={overview.activities} asOf={asOf} />
        <NextSteps plan={plan} overview={overview} onShowFinding={on.onShowFinding} onFix={on.onFix} onInsert={on.onInsert} onShowProblems={() => onRun('showProblems')} />
        {plan.points !== null && <WhatIf plan={plan} overview={overview} session={whatIf} />}
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
