import type { JSX } from 'preact';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import type { PageAction, SnapshotMessage, StateMessage } from './messages.ts';
import { CheckingAgain, EmptyFile, Loading, NoPlan, NotChecking } from './notices.tsx';
import type { PageHost } from './pageHost.ts';
import { nextState, type PageState } from './pageState.ts';
import { PANEL_ID, PlanTabs, tabId } from './planTabs.tsx';
import { PlanView } from './planView.tsx';
import { readHostMessage } from './readMessage.ts';
import { readChoice, type PlanChoice } from './planChoice.ts';
import { nextQuestion, useWhatIf, withAnswer, type Answers } from './useWhatIf.ts';
import { spokenScore } from './words.ts';

export function App({ host }: { readonly host: PageHost }): JSX.Element | null {
  const [state, receive] = useReducer(nextState, null as PageState);
  const [answers, addAnswer] = useReducer(withAnswer, {});
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>): void => {
      // VS Code hands messages on within the page's own origin.
      const message = event.origin === window.origin ? readHostMessage(event.data) : undefined;
      if (message?.type === 'whatIf' || message?.type === 'nothingWritten') addAnswer(message);
      else if (message) receive(message);
    };
    window.addEventListener('message', listen);
    host.send({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, [host]);

  const run = (action: PageAction): void => host.send({ type: 'run', action });
  if (state === null) return null;
  return (
    <main>
      <StateView host={host} state={state} answers={answers} onRun={run} />
    </main>
  );
}

interface StateViewProps {
  readonly host: PageHost;
  readonly state: StateMessage;
  readonly answers: Answers;
  readonly onRun: (action: PageAction) => void;
}

function StateView({ host, state, answers, onRun }: StateViewProps): JSX.Element {
  if (state.type === 'noPlan') return <NoPlan onRun={onRun} />;
  return (
    <>
      {state.checking === 'stopped' && <NotChecking onRun={onRun} />}
      {state.checking === 'again' && <CheckingAgain />}
      {state.type === 'loading' && <Loading fileName={state.fileName} stopped={state.checking === 'stopped'} />}
      {state.type === 'snapshot' && <FileView host={host} snapshot={state} answers={answers} onRun={onRun} />}
    </>
  );
}

interface FileViewProps {
  readonly host: PageHost;
  readonly snapshot: SnapshotMessage;
  readonly answers: Answers;
  readonly onRun: (action: PageAction) => void;
}

function FileView({ host, snapshot, answers, onRun }: FileViewProps): JSX.Element {
  const { uri, score } = snapshot;
  const [choice, setChoice] = useState<PlanChoice | undefined>(() => readChoice(host.kept()));
  const chosenHere = choice?.uri === uri ? choice.plan : null;
  // A page that is made anew after a restart says by this which plan it showed.
  useEffect(() => host.keep({ uri, plan: chosenHere }), [host, uri, chosenHere]);
  const chosen = chosenHere !== null && chosenHere < score.plans.length ? chosenHere : (score.best ?? 0);
  if (score.plans.length === 0) return <EmptyFile fileName={snapshot.fileName} onRun={onRun} />;
  const several = score.plans.length > 1;
  return (
    <>
      {several && <PlanTabs score={score} chosen={chosen} onChoose={(plan) => setChoice({ uri, plan })} />}
      <div class="plan" id={PANEL_ID} {...(several && { role: 'tabpanel', 'aria-labelledby': tabId(chosen) })}>
        <ChosenPlan key={`${uri} ${chosen}`} host={host} snapshot={snapshot} chosen={chosen} answers={answers} onRun={onRun} />
      </div>
    </>
  );
}

interface ChosenPlanProps extends FileViewProps {
  readonly chosen: number;
}

function ChosenPlan({ host, snapshot, chosen, answers, onRun }: ChosenPlanProps): JSX.Element | null {
  const { uri, version, score, explanations, overviews } = snapshot;
  const whatIf = useWhatIf((message) => host.send(message), { uri, plan: chosen, score }, answers);
  const [plan, explanation, overview] = [score.plans[chosen], explanations[chosen], overviews[chosen]];
  if (plan === undefined || explanation === undefined || overview === undefined) return null;
  const of = { uri, plan: chosen };
  return (
    <>
      <PlanView
        plan={plan}
        explanation={explanation}
        overview={overview}
        fileName={snapshot.fileName}
        asOf={score.asOf}
        whatIf={whatIf}
        onShowActivity={(activity) => host.send({ type: 'showActivity', ...of, activity })}
        onShowFinding={(finding) => host.send({ type: 'showFinding', ...of, version, finding })}
        onFix={(finding, fix) => host.send({ type: 'fixFinding', ...of, version, finding, fix })}
        onInsert={(id) => host.send({ type: 'apply', ...of, question: nextQuestion(), changes: [{ kind: 'addActivity', id }] })}
        onRun={onRun}
      />
      <Announcer subject={`${uri} ${chosen}`} text={whatIf.answer === undefined ? spokenScore(plan) : `What if: ${spokenScore(whatIf.answer.score)}`} />
    </>
  );
}
