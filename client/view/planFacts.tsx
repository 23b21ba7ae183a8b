import type { JSX } from 'preact';
import type { PlanOverview } from '../../server/src/explanation/overview.ts';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { CREDIT_NAMES } from '../../server/src/explanation/names.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { plural } from '../../server/src/text/plural.ts';
import { doublingWords } from './words.ts';

/** What the points are worth and what made them. */
export function PlanFacts({ plan, overview }: { readonly plan: PlanScore; readonly overview: PlanOverview }): JSX.Element {
  const { contribution, categoryWeight, uncappedPoints, maxPoints } = plan;
  return (
    <dl class="facts">
      <div>
        <dt>Points of the final score</dt>
        <dd>
          {contribution === null || categoryWeight === null ? (
            'Not counted'
          ) : (
            <>
              <b data-test="contribution">{formatNumber(contribution)}</b> of {formatNumber(categoryWeight)}
            </>
          )}
        </dd>
        {overview.weightReason !== null && <dd class="reason">{overview.weightReason}</dd>}
      </div>
      <div>
        <dt>Points doubled</dt>
        <dd>{doublingWords(plan, overview)}</dd>
      </div>
      {plan.credits.map((credit) => (
        <div key={credit.kind}>
          <dt>{CREDIT_NAMES[credit.kind]}</dt>
          <dd>{plural(credit.points, 'point')}</dd>
        </div>
      ))}
      {uncappedPoints !== null && maxPoints !== null && (
        <div>
          <dt>All points, before the limit of {formatNumber(maxPoints)}</dt>
          <dd>{formatNumber(uncappedPoints)}</dd>
        </div>
      )}
    </dl>
  );
}
