import { describe, expect, it } from 'vitest';
import type { StateMessage } from './messages.ts';
import { nextState } from './pageState.ts';

const snapshot = (uri: string, version: number): StateMessage => ({
  type: 'snapshot', uri, version, fileName: uri, score: { file: uri, asOf: '2024-12-31', best: null, plans: [] }, explanations: [], overviews: [], checking: 'done',
});
const noPlan: StateMessage = { type: 'noPlan' };

describe('nextState', () => {
  it('drops an older version of the plan that is shown', () => {
    const shown = snapshot('a', 7);
    expect(nextState(shown, snapshot('a', 6))).toBe(shown);
  });

  it.each([
    ['nothing yet', null, snapshot('a', 3)],
    ['a newer version', snapshot('a', 7), snapshot('a', 8)],
    ['the same version judged anew, as on another date', snapshot('a', 7), snapshot('a', 7)],
    ['another plan', snapshot('a', 7), snapshot('b', 1)],
    ['a plan that was closed and opened again', noPlan, snapshot('a', 1)],
    ['a plan that was closed', snapshot('a', 7), noPlan],
  ])('takes the message after: %s', (_, state, message) => {
    expect(nextState(state, message)).toBe(message);
  });
});
