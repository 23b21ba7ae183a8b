import type { JSX } from 'preact';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import type { HostMessage, PageAction, SnapshotMessage } from './messages.ts';
import { CheckingAgain, EmptyFile, Loading, NoPlan, NotChecking } from './notices.tsx';
import type { PageHost } from './pageHost.ts';
import { nextState, type PageState } from './pageState.ts';
import { PANEL_ID, PlanTabs, tabId } from './planTabs.tsx';
import { PlanView } from './planView.tsx';
import { readHostMessage } from './readMessage.ts';
import { readChoice, type PlanChoice } from './planChoice.ts';
import { spokenScore } from './words.ts';

export function App({ host }: { readonly host: PageHost }): JSX.Element | null {
  const [state, receive] = useReducer(nextState, null as PageState);
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>): void => {
      const message = readHostMessage(event.data);
      if (message) receive(message);
    };
    window.addEventListener('message', listen);
    host.send({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, [host]);

  const run = (action: PageAction): void => host.send({ type: 'run', action });
  if (state === null) return null;
  return (
    <main>
      <StateView host={host} state={state} onRun={run} />
    </main>
  );
}

interface StateViewProps {
  readonly host: PageHost;
  readonly state: HostMessage;
  readonly onRun: (action: PageAction) => void;
}

function StateView({ host, state, onRun }: StateViewProps): JSX.Element {
  if (state.type === 'noPlan') return <NoPlan onRun={onRun} />;
  return (
    <>
      {state.checking === 'stopped' && <NotChecking onRun={onRun} />}
      {state.checking === 'again' && <CheckingAgain />}
      {state.type === 'loading' && <Loading fileName={state.fileName} stopped={state.checking === 'stopped'} />}
      {state.type === 'snapshot' && <FileView host={host} snapshot={state} onRun={onRun} />}
    </>
  );
}

interface FileViewProps {
  readonly host: PageHost;
  readonly snapshot: SnapshotMessage;
  readonly onRun: (action: PageAction) => void;
}

function FileView({ host, snapshot, onRun }: FileViewProps): JSX.Element {
  const { uri, score, explanations } = snapshot;
  const [choice, setChoice] = useState<PlanChoice | undefined>(() => readChoice(host.kept()));
  const chosenHere = choice?.uri === uri ? choice.plan : undefined;
  const chosen = chosenHere !== undefined && chosenHere < score.plans.length ? chosenHere : (score.best ?? 0);
  const plan = score.plans[chosen];
  if (plan === undefined) return <EmptyFile fileName={snapshot.fileName} onRun={onRun} />;

  const choose = (index: number): void => {
    const next = { uri, plan: index };
    setChoice(next);
    host.keep(next);
  };
  const several = score.plans.length > 1;
  return (
    <>
      {several && <PlanTabs score={score} chosen={chosen} onChoose={choose} />}
      <div class="plan" id={PANEL_ID} {...(several && { role: 'tabpanel', 'aria-labelledby': tabId(chosen) })}>
        <PlanView
          key={`${uri} ${chosen}`}
          plan={plan}
          explanation={explanations[chosen]}
          fileName={snapshot.fileName}
          asOf={score.asOf}
          onShow={(activity) => host.send({ type: 'showActivity', uri, plan: chosen, activity })}
          onRun={onRun}
        />
      </div>
      <Announcer subject={`${uri} ${chosen}`} text={spokenScore(plan)} />
    </>
  );
}
