import type { FileOverview } from '../../../server/src/protocol/protocol.ts';
import type { StateMessage } from '../../view/messages.ts';
import type { ServerState } from '../serverState.ts';
import type { KnownScore } from './planScores.ts';

export interface ShownFile {
  readonly uri: string;
  readonly fileName: string;
}

/**
 * The whole state of the view as one message; undefined where it stays as it is for the moment that its overview is on the way.
 * @param overview of the newest score, or the one before
 */
export function viewMessage(
  shown: ShownFile | undefined, known: KnownScore | undefined, overview: FileOverview | undefined, server: ServerState,
): StateMessage | undefined {
  if (shown === undefined) return { type: 'noPlan' };
  if (known === undefined || overview === undefined) {
    const comes = known?.outdated === false && server === 'running';
    return comes ? undefined : { type: 'loading', ...shown, checking: server === 'stopped' ? 'stopped' : 'now' };
  }
  const checking = server === 'stopped' ? 'stopped' : known.outdated ? 'again' : 'done';
  return { type: 'snapshot', ...shown, ...overview, checking };
}
