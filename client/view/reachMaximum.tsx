import type { JSX } from 'preact';
import type { PlanScore, Suggestion } from '../../server/src/score/fileScore.ts';
import { Folded } from './folded.tsx';
import { formatNumber } from './numbers.ts';
import { wayWords } from './words.ts';

/** How many suggestions are seen at once. */
const FIRST = 5;

/** What would close the gap; nothing where there is none. */
export function ReachMaximum({ plan }: { readonly plan: PlanScore }): JSX.Element | null {
  if (plan.gap === null || plan.gap <= 0) return null;
  const { waysToClose, suggestions } = plan;
  return (
    <section>
      <h2>To reach {formatNumber(plan.maxPoints ?? 40)}</h2>
      <p>
        <b>{formatNumber(plan.gap)}</b> more {plan.gap === 1 ? 'point is' : 'points are'} needed.{' '}
        {waysToClose.length > 1 ? 'Any one of these is enough:' : waysToClose.length === 1 ? 'This is enough:' : ''}
      </p>
      {waysToClose.length > 0 && (
        <ul class="ways">
          {waysToClose.map((way) => (
            <li>{wayWords(way)}</li>
          ))}
        </ul>
      )}
      {suggestions.length > 0 && (
        <>
          <h3>Closest to this practice</h3>
          <Suggestions suggestions={suggestions.slice(0, FIRST)} />
          {suggestions.length > FIRST && (
            <Folded label={`${suggestions.length - FIRST} more`}>
              <Suggestions suggestions={suggestions.slice(FIRST)} />
            </Folded>
          )}
        </>
      )}
    </section>
  );
}

function Suggestions({ suggestions }: { readonly suggestions: readonly Suggestion[] }): JSX.Element {
  return (
    <ul class="suggestions">
      {suggestions.map((suggestion) => (
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
  );
}
