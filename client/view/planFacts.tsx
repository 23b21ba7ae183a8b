import type { JSX } from 'preact';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { formatNumber } from './numbers.ts';
import { CREDITS } from './words.ts';

/** What the points are worth and what made them. */
export function PlanFacts({ plan, points }: { readonly plan: PlanScore; readonly points: number }): JSX.Element {
  const { contribution, categoryWeight, uncappedPoints } = plan;
  return (
    <dl class="facts">
      <div>
        <dt>Part of the final score</dt>
        <dd>
          {contribution === null || categoryWeight === null ? (
            'Not counted'
          ) : (
            <>
              <b data-test="contribution">{formatNumber(contribution)}</b> of {formatNumber(categoryWeight)} %
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Points doubled</dt>
        <dd>{plan.doubled ? 'Yes, special status' : 'No'}</dd>
      </div>
      {plan.credits.map((credit) => (
        <div key={credit.kind}>
          <dt>{CREDITS[credit.kind]}</dt>
          <dd>{formatNumber(credit.points)} points</dd>
        </div>
      ))}
      {uncappedPoints !== null && uncappedPoints > points && (
        <div>
          <dt>Before the cap</dt>
          <dd>{formatNumber(uncappedPoints)} points</dd>
        </div>
      )}
    </dl>
  );
}
