import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageAction } from './messages.ts';

interface Runs {
  readonly onRun: (action: PageAction) => void;
}

export function NoPlan({ onRun }: Runs): JSX.Element {
  return (
    <div class="welcome">
      <h1>No plan is open</h1>
      <p>Open an attestation plan, a file whose name ends in .mips.yaml, and its score appears here while you type.</p>
      <button type="button" class="action" onClick={() => onRun('newPlan')}>
        New Attestation Plan
      </button>
    </div>
  );
}

export function EmptyFile({ fileName, onRun }: Runs & { readonly fileName: string }): JSX.Element {
  return (
    <div class="welcome">
      <h1>Nothing to score yet</h1>
      <p>{fileName} holds no plan that can be read. If it is not empty, the Problems panel says why.</p>
      <button type="button" class="action secondary" onClick={() => onRun('showProblems')}>
        Show Problems
      </button>
    </div>
  );
}

/** Shown only where the score takes its time, so that a quick one does not flicker. */
const PATIENCE_MS = 250;

export function Loading({ fileName, stopped }: { readonly fileName: string; readonly stopped: boolean }): JSX.Element {
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (stopped) return <div class="welcome"><h1>{fileName} has no score</h1></div>;
  return (
    <div class="welcome" aria-busy="true">
      {!patient && (
        <>
          <Progress />
          <h1>Scoring {fileName}…</h1>
        </>
      )}
    </div>
  );
}

export function CheckingAgain(): JSX.Element {
  return (
    <div class="banner">
      <Progress />
      Checking again…
    </div>
  );
}

export function NotChecking({ onRun }: Runs): JSX.Element {
  return (
    <div class="banner stopped">
      <p>The checker has stopped. Plans are not checked, and a score shown here may be out of date.</p>
      <button type="button" class="action" onClick={() => onRun('restartServer')}>
        Restart
      </button>
      <button type="button" class="action secondary" onClick={() => onRun('showLog')}>
        Show Log
      </button>
    </div>
  );
}

function Progress(): JSX.Element {
  return <div class="progress" aria-hidden="true" />;
}
