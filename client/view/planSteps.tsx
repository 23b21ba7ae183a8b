import type { JSX } from 'preact';
import type { PlanStep } from '../../server/src/explanation/overview.ts';
import { STEP_NAMES, stepStateName } from '../../server/src/explanation/names.ts';
import { ChevronIcon, StepIcon } from './icons.tsx';
import { Sentence } from './statements.tsx';

/** How far the plan has come. Each step keeps its line, whatever is missing, so that nothing below moves. */
export function PlanSteps({ steps }: { readonly steps: readonly PlanStep[] }): JSX.Element {
  return (
    <section class="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">Four steps to submission</h2>
      <ol>
        {steps.map((step, index) => (
          <li key={step.kind} class={`step ${step.state}`} data-test="step" data-kind={step.kind} data-state={step.state}>
            <details>
              <summary>
                <ChevronIcon />
                <StepIcon state={step.state} />
                <span class="name">
                  {index + 1}. {STEP_NAMES[step.kind]}
                </span>
                <span class="state">{stepStateName(step.kind, step.state)}</span>
              </summary>
              <div class="step-detail">
                <p>{step.text}</p>
                {step.missing.length > 0 && (
                  <>
                    <p class="hint">Missing:</p>
                    <ul class="bullets">
                      {step.missing.map((part) => (
                        <li>
                          <Sentence text={part} />
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
