import type { StateMessage } from './messages.ts';

/** Null until the first message. */
export type PageState = StateMessage | null;

/** The newest message is the state, unless it tells of an older version of the plan that is shown. */
export function nextState(state: PageState, message: StateMessage): PageState {
  const isOlder =
    state?.type === 'snapshot' && message.type === 'snapshot' && message.uri === state.uri && message.version < state.version;
  return isOlder ? state : message;
}
