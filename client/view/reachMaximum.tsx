import type { JSX } from 'preact';
import type { PlanScore, Suggestion } from '../../server/src/score/fileScore.ts';
import { wayInWords } from '../../server/src/score/waysInWords.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { Folded } from './folded.tsx';

/** How many suggestions are seen at once. */
const FIRST = 5;

/** What would close the gap; nothing where there is none. */
export function ReachMaximum({ plan, onInsert }: { readonly plan: PlanScore; readonly onInsert: (id: string) => void }): JSX.Element | null {
  const { gap, maxPoints, waysToClose, suggestions } = plan;
  if (gap === null || maxPoints === null || gap <= 0) return null;
  return (
    <>
      <h3>To reach {formatNumber(maxPoints)}</h3>
      <p>
        <b>{formatNumber(gap)}</b> more {gap === 1 ? 'point is' : 'points are'} needed.{' '}
        {waysToClose.length > 1 ? 'Any one of these is enough:' : waysToClose.length === 1 ? 'This is enough:' : ''}
      </p>
      {waysToClose.length > 0 && (
        <ul class="ways">
          {waysToClose.map((way) => (
            <li>{wayInWords(way)}</li>
          ))}
        </ul>
      )}
      {suggestions.length > 0 && (
        <>
          <p class="hint">Closest to what the practice does already:</p>
          <Suggestions suggestions={suggestions.slice(0, FIRST)} onInsert={onInsert} />
          {suggestions.length > FIRST && (
            <Folded label={`${suggestions.length - FIRST} more`}>
              <Suggestions suggestions={suggestions.slice(FIRST)} onInsert={onInsert} />
            </Folded>
          )}
        </>
      )}
    </>
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  readonly onInsert: (id: string) => void;
}

function Suggestions({ suggestions, onInsert }: SuggestionsProps): JSX.Element {
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
          <button type="button" class="small" data-test="insert" aria-label={`Insert ${suggestion.id}`} onClick={() => onInsert(suggestion.id)}>
            Insert
          </button>
        </li>
      ))}
    </ul>
  );
}
