import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanChange } from '../../server/src/protocol/whatIf.ts';
import type { FileScore } from '../../server/src/score/fileScore.ts';
import type { AnswerMessage, NothingWrittenMessage, PageMessage, WhatIfMessage } from './messages.ts';
import { withChange } from './planChanges.ts';

export interface WhatIfSession {
  readonly changes: readonly PlanChange[];
  /** The newest answer; undefined without changes, and until the first has come. */
  readonly answer: WhatIfMessage | undefined;
  /** @param isAsNow whether that is what the file says already */
  change(change: PlanChange, isAsNow: boolean): void;
  startOver(): void;
  apply(): void;
}

/** The newest answers that the page has got. */
export interface Answers {
  readonly whatIf?: WhatIfMessage;
  readonly nothingWritten?: NothingWrittenMessage;
}

export function withAnswer(before: Answers, message: AnswerMessage): Answers {
  const known = before[message.type];
  return known !== undefined && known.question > message.question ? before : { ...before, [message.type]: message };
}

let lastQuestion = 0;

/** Of each question and each wish to write another. */
export function nextQuestion(): number {
  return ++lastQuestion;
}

/**
 * Changes to a copy of the plan, which live only on the page. They are asked about anew with each score of the file: it
 * may be that of another text, of another day, of another inventory, or of a server that is there again. What could not be
 * written comes back.
 */
export function useWhatIf(
  send: (message: PageMessage) => void, { uri, plan, score }: { readonly uri: string; readonly plan: number; readonly score: FileScore }, { whatIf: newest, nothingWritten }: Answers,
): WhatIfSession {
  const [changes, setChanges] = useState<readonly PlanChange[]>([]);
  const first = useRef(Infinity);
  const sent = useRef<{ readonly question: number; readonly changes: readonly PlanChange[] }>(undefined);
  useEffect(() => {
    if (changes.length === 0) {
      first.current = Infinity;
      return;
    }
    const question = nextQuestion();
    first.current = Math.min(first.current, question);
    send({ type: 'askWhatIf', uri, plan, question, changes });
  }, [changes, uri, plan, score]);
  useEffect(() => {
    const unwritten = sent.current;
    if (unwritten === undefined || unwritten.question !== nothingWritten?.question) return;
    // Whatever was set meanwhile is newer.
    setChanges((newer) => newer.reduce((all, change) => withChange(all, change, false), unwritten.changes));
  }, [nothingWritten]);
  return {
    changes,
    answer: changes.length > 0 && newest !== undefined && newest.question >= first.current ? newest : undefined,
    change: (change, isAsNow) => setChanges((before) => withChange(before, change, isAsNow)),
    startOver: () => setChanges([]),
    apply: () => {
      sent.current = { question: nextQuestion(), changes };
      send({ type: 'apply', uri, plan, ...sent.current });
      setChanges([]);
    },
  };
}
