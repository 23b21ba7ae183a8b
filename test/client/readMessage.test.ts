import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { readHostMessage, readPageMessage } from '../../client/view/readMessage.ts';

const TEXT = `performance_year: 2023
practice: { name: Lakeside, clinicians: 40 }
submission: { level: group }
apm: {}
activities:
  - { id: IA_BE_4, performed_by: 4 }
  - { id: IA_CC_1 }
`;
const analysis = analyse(TEXT, { asOf: '2023-12-31', inventory: createInventory() });
const snapshot = {
  type: 'snapshot', uri: 'file:///a', fileName: 'a', version: 3, checking: 'done',
  score: analysis.score('file:///a'), explanations: analysis.explain(),
};

/** The snapshot as it arrives, with one of its values replaced. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(snapshot)) as unknown;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let holder = copy as Record<string, unknown>;
  for (const key of keys) holder = holder[key] as Record<string, unknown>;
  if (!(last in holder)) throw new Error(`${path} is not in the snapshot`);
  holder[last] = value;
  return copy;
}

describe('readHostMessage', () => {
  it('takes what the server computes', () => {
    expect(readHostMessage(JSON.parse(JSON.stringify(snapshot)))).toEqual(JSON.parse(JSON.stringify(snapshot)));
  });

  it('takes the other messages', () => {
    expect(readHostMessage({ type: 'noPlan' })).toEqual({ type: 'noPlan' });
    const loading = { type: 'loading', uri: 'file:///a', fileName: 'a', checking: 'now' };
    expect(readHostMessage(loading)).toEqual(loading);
  });

  it.each([undefined, null, 3, 'noPlan', [], {}, { type: 'hello' }, { type: 'loading' }, { type: 'loading', uri: 'a', fileName: 'a', checking: 'done' }, { type: 'snapshot' }])(
    'refuses %j',
    (value) => {
      expect(readHostMessage(value)).toBeUndefined();
    },
  );

  it.each([
    ['uri', null], ['fileName', 4], ['version', '3'], ['version', 1.5], ['checking', 'now'], ['score', null], ['score.asOf', 20241231],
    ['score.best', '0'], ['score.plans', {}], ['score.plans.0', null], ['score.plans.0.points', '40'], ['score.plans.0.gap', undefined],
    ['score.plans.0.practice', 1], ['score.plans.0.doubled', null], ['score.plans.0.credits', null], ['score.plans.0.credits.0.points', null],
    ['score.plans.0.activities.0.id', {}], ['score.plans.0.activities.0.points', 'many'], ['score.plans.0.activities.0.credited', 1],
    ['score.plans.0.activities.0.reasons.0', null], ['score.plans.0.waysToClose', [1]], ['score.plans.0.suggestions', [{}]],
    ['explanations', null], ['explanations.0', []], ['explanations.0.plan.0.text', {}], ['explanations.0.activities.0', {}],
    ['explanations.0.activities.0.0.source', null], ['explanations.0.activities.0.0.code', 1],
  ])('refuses a snapshot whose %s is %j', (path, value) => {
    expect(readHostMessage(changed(path, value))).toBeUndefined();
  });
});

describe('readPageMessage', () => {
  it.each([
    { type: 'ready' },
    { type: 'showActivity', uri: 'file:///a', plan: 0, activity: 3 },
    { type: 'run', action: 'newPlan' },
  ])('takes %j', (message) => {
    expect(readPageMessage({ ...message, more: 1 })).toEqual(message);
  });

  it.each([
    undefined, null, 'ready', [], {}, { type: 'readyy' }, { type: 'run' }, { type: 'run', action: 'workbench.action.quit' },
    { type: 'run', action: '__proto__' }, { type: 'showActivity', uri: 'a', plan: 0 }, { type: 'showActivity', uri: 1, plan: 0, activity: 0 },
    { type: 'showActivity', uri: 'a', plan: -1, activity: 0 }, { type: 'showActivity', uri: 'a', plan: 0, activity: 0.5 },
    { type: 'showActivity', uri: 'a', plan: '0', activity: 0 },
  ])('refuses %j', (value) => {
    expect(readPageMessage(value)).toBeUndefined();
  });
});
