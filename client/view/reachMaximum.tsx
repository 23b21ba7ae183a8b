import type { JSX } from 'preact';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { formatNumber } from './numbers.ts';

/** What would close the gap; nothing where there is none. */
export function ReachMaximum({ plan }: { readonly plan: PlanScore }): JSX.Element | null {
  if (plan.gap === null || plan.gap <= 0) return null;
  return (
    <section>
      <h2>To reach {formatNumber(plan.maxPoints ?? 40)}</h2>
      <p>
        <b>{formatNumber(plan.gap)}</b> more {plan.gap === 1 ? 'point is' : 'points are'} needed.{' '}
        {plan.waysToClose.length > 1 ? 'Any one of these is enough:' : plan.waysToClose.length === 1 ? 'This is enough:' : ''}
      </p>
      {plan.waysToClose.length > 0 && (
        <ul class="ways">
          {plan.waysToClose.map((way) => (
            <li>{way}</li>
          ))}
        </ul>
      )}
      {plan.suggestions.length > 0 && (
        <>
          <h3>Closest to this practice</h3>
          <ul class="suggestions">
            {plan.suggestions.map((suggestion) => (
              <li key={suggestion.id}>
                <span class="id">{suggestion.id}</span>
                <span class="points">
                  +{formatNumber(suggestion.points)}
                  <span class="unseen"> points</span>
                </span>
                <span class="title">{suggestion.title}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
