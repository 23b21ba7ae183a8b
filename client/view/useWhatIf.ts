import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanChange } from '../../server/src/protocol/whatIf.ts';
import type { FileScore } from '../../server/src/score/fileScore.ts';
import type { PageMessage, WhatIfMessage } from './messages.ts';
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

let lastQuestion = 0;

/**
 * Changes to a copy of the plan, which live only on the page. They are asked about anew with each score of the file: it
 * may be that of another text, of another day, of another inventory, or of a server that is there again.
 */
export function useWhatIf(
  send: (message: PageMessage) => void, { uri, plan, score }: { readonly uri: string; readonly plan: number; readonly score: FileScore }, newest: WhatIfMessage | undefined,
): WhatIfSession {
  const [changes, setChanges] = useState<readonly PlanChange[]>([]);
  const first = useRef(Infinity);
  useEffect(() => {
    if (changes.length === 0) {
      first.current = Infinity;
      return;
    }
    lastQuestion++;
    first.current = Math.min(first.current, lastQuestion);
    send({ type: 'askWhatIf', uri, plan, question: lastQuestion, changes });
  }, [changes, uri, plan, score]);
  return {
    changes,
    answer: changes.length > 0 && newest !== undefined && newest.question >= first.current ? newest : undefined,
    change: (change, isAsNow) => setChanges((before) => withChange(before, change, isAsNow)),
    startOver: () => setChanges([]),
    apply: () => {
      send({ type: 'apply', uri, plan, changes });
      setChanges([]);
    },
  };
}
