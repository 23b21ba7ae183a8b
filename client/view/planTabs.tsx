import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { FileScore } from '../../server/src/score/fileScore.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { BestIcon } from './icons.tsx';
import { bestWords, planLabel, practiceName } from './words.ts';

interface PlanTabsProps {
  readonly score: FileScore;
  readonly chosen: number;
  readonly onChoose: (plan: number) => void;
}

export const PANEL_ID = 'plan';

/** The plans of a file that holds several; CMS pays on the better one. */
export function PlanTabs({ score, chosen, onChoose }: PlanTabsProps): JSX.Element {
  const tabs = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const last = score.plans.length - 1;
    const targets: Record<string, number> = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen === 0 ? last : chosen - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onChoose(target);
    tabs.current?.querySelectorAll('button')[target]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Plans in this file" aria-orientation="vertical" ref={tabs} onKeyDown={move}>
        {score.plans.map((plan, index) => (
          <button
            key={index}
            type="button"
            role="tab"
            id={tabId(index)}
            aria-selected={index === chosen}
            aria-controls={PANEL_ID}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => onChoose(index)}
          >
            <span class="name">
              {planLabel(plan, index)} <span class="detail">{practiceName(plan)}</span>
            </span>
            {index === score.best && (
              <span class="best">
                <BestIcon />
                Best
              </span>
            )}
            <span class="points">
              {plan.points === null ? '–' : formatNumber(plan.points)}
              <span class="unseen"> points</span>
            </span>
          </button>
        ))}
      </div>
      <p class="best-words">{bestWords(score.plans, score.best)}</p>
    </>
  );
}

export function tabId(index: number): string {
  return `plan-tab-${index}`;
}
