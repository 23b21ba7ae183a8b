import type { StateMessage } from '../../view/messages.ts';
import type { ServerState } from '../serverState.ts';
import type { KnownScore } from './planScores.ts';

export interface ShownFile {
  readonly uri: string;
  readonly fileName: string;
}

/** The whole state of the view as one message. */
export function viewMessage(shown: ShownFile | undefined, known: KnownScore | undefined, server: ServerState): StateMessage {
  if (shown === undefined) return { type: 'noPlan' };
  const { uri, fileName } = shown;
  if (known === undefined) return { type: 'loading', uri, fileName, checking: server === 'stopped' ? 'stopped' : 'now' };
  const { version, score, explanations, overviews } = known.params;
  const checking = server === 'stopped' ? 'stopped' : known.outdated ? 'again' : 'done';
  return { type: 'snapshot', uri, fileName, version, score, explanations, overviews, checking };
}
