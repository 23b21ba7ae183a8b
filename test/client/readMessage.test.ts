import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { readHostMessage } from '../../client/view/readMessage.ts';
import { readPageMessage } from '../../client/view/readPageMessage.ts';

const TEXT = `performance_year: 2023
practice: { name: Lakeside, clinicians: 40 }
submission: { level: group }
apm: {}
activities:
  - { id: IA_BE_4, performed_by: 4, period: 2023-01-01/2023-02-01, evidence: [a] }
  - { id: IA_CC_1 }
`;
const analysis = analyse(TEXT, { asOf: '2023-12-31', inventory: createInventory() });
const snapshot = {
  type: 'snapshot', uri: 'file:///a', fileName: 'a', version: 3, checking: 'done',
  score: analysis.score('file:///a'), explanations: analysis.explain(), overviews: analysis.overview(),
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

  it('takes an answer of what if, and nothing that looks like one', () => {
    const answer = { type: 'whatIf', question: 1, score: snapshot.score.plans[0], refused: [{ change: 0, reason: 'No.' }] };
    expect(readHostMessage(answer)).toEqual(answer);
    for (const change of [{ question: -1 }, { score: null }, { refused: [{ change: 0 }] }, { refused: null }]) expect(readHostMessage({ ...answer, ...change })).toBeUndefined();
  });

  it('takes the word that nothing was written, of a wish by its number', () => {
    expect(readHostMessage({ type: 'nothingWritten', question: 7, more: 1 })).toEqual({ type: 'nothingWritten', question: 7 });
    for (const question of [undefined, '7', -1]) expect(readHostMessage({ type: 'nothingWritten', question })).toBeUndefined();
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
    ['overviews', null], ['overviews.0', null], ['overviews.0.activities', [1]], ['overviews.0.activities.0.status', 'done'], ['overviews.0.activities.0.period.days', '90'],
    ['overviews.0.activities.0.participation.share', 'half'], ['overviews.0.activities.0.clinicianPeriods', [{}]], ['overviews.0.activities.0.evidence.0.found', 1],
    ['overviews.0.activities.0.documentation', 'all'], ['overviews.0.activities.0.missing', [1]], ['overviews.0.activities.0.lastStart', 1],
    ['overviews.0.steps.0.state', 'begun'], ['overviews.0.steps.0.missing', null], ['overviews.0.findings.0.severity', 'fatal'], ['overviews.0.findings.0.fixes', [1]],
    ['overviews.0.findings.0.activity', -1], ['overviews.0.findingCounts.error', null], ['overviews.0.specialStatuses', null], ['overviews.0.reweighted', [1]],
    ['overviews.0.apm', 1], ['overviews.0.clinicians', '9'], ['overviews.0.weightReason', 1], ['overviews.0.keepUntil', 1], ['overviews.0.submission.closes', null],
    ['score.best', -1], ['score.best', 0.5], ['score.plans.0.program', 'mips'], ['score.plans.0.program', 'constructor'], ['score.plans.0.level', '__proto__'],
    ['score.plans.0.credits.0.kind', 'toString'], ['score.plans.0.activities.0.weight', 'constructor'], ['score.plans.0.suggestions.0.weight', '<b>'],
    ['overviews.0.specialStatuses', ['rich']], ['overviews.0.reweighted', ['valueOf']],
    ['explanations.0.activities.0.0.source', null], ['explanations.0.activities.0.0.code', 1],
  ])('refuses a snapshot whose %s is %j', (path, value) => {
    expect(readHostMessage(changed(path, value))).toBeUndefined();
  });
});

/** What a page made by Preact would take for an element of its own, had it come where words belong. */
const MARKUP = { type: 'img', props: { src: 'x', onerror: 'alert(1)' }, key: null, ref: null, constructor: undefined, __v: 1 };

it('nothing makes the readers throw', () => {
  const types = fc.constantFrom('snapshot', 'loading', 'whatIf', 'nothingWritten', 'noPlan', 'ready', 'run', 'apply', 'askWhatIf', 'showActivity', 'showFinding', 'fixFinding', '__proto__');
  const keys = fc.constantFrom('uri', 'fileName', 'version', 'score', 'plans', 'explanations', 'overviews', 'checking', 'plan', 'changes', 'action', 'kind', 'activity');
  fc.assert(fc.property(types, fc.dictionary(keys, fc.anything()), fc.anything(), (type, fields, anything) => {
    for (const value of [anything, { ...fields, type }, { ...snapshot, ...fields }, [fields]]) {
      for (const message of [readHostMessage(value), readPageMessage(value)]) expect(message === undefined || typeof message.type === 'string').toBe(true);
    }
  }));
});

describe('Markup in the place of a word', () => {
  const places = pathsOf(JSON.parse(JSON.stringify(snapshot)) as unknown).filter((path) => !path.includes('range'));

  it('is refused wherever a snapshot has a word, a number or a truth', () => {
    expect(places.length).toBeGreaterThan(150);
    // The score's own name of its file is not shown.
    const taken = places.filter((path) => readHostMessage(changed(path, MARKUP)) !== undefined);
    expect(taken).toEqual(['score.file']);
  });
});

/** Where the values are that hold no others. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => pathsOf(each, path === '' ? key : `${path}.${key}`));
}

describe('readPageMessage', () => {
  it.each([
    { type: 'ready' },
    { type: 'showActivity', uri: 'file:///a', plan: 0, activity: 3 },
    { type: 'run', action: 'newPlan' },
    { type: 'showFinding', uri: 'file:///a', plan: 0, version: 3, finding: 1 },
    { type: 'fixFinding', uri: 'file:///a', plan: 0, version: 3, finding: 1, fix: 0 },
    { type: 'askWhatIf', uri: 'file:///a', plan: 1, question: 4, changes: [{ kind: 'addActivity', id: 'IA_BE_4' }, { kind: 'apm', on: true }] },
    { type: 'apply', uri: 'file:///a', plan: 0, question: 5, changes: [
      { kind: 'specialStatus', status: 'rural', on: true }, { kind: 'reweighting', category: 'cost', on: false },
      { kind: 'activityStatus', activity: 0, id: null, status: 'dropped' }, { kind: 'performedBy', activity: 0, id: 'IA_BE_4', count: 5 },
    ] },
  ])('takes %j', (message) => {
    expect(readPageMessage({ ...message, more: 1 })).toEqual(message);
  });

  it.each([
    undefined, null, 'ready', [], {}, { type: 'readyy' }, { type: 'run' }, { type: 'run', action: 'workbench.action.quit' },
    { type: 'run', action: '__proto__' }, { type: 'showActivity', uri: 'a', plan: 0 }, { type: 'showActivity', uri: 1, plan: 0, activity: 0 },
    { type: 'showActivity', uri: 'a', plan: -1, activity: 0 }, { type: 'showActivity', uri: 'a', plan: 0, activity: 0.5 },
    { type: 'showActivity', uri: 'a', plan: '0', activity: 0 },
    { type: 'showFinding', uri: 'a', plan: 0, finding: 0 }, { type: 'fixFinding', uri: 'a', plan: 0, version: 1, finding: 0 },
    { type: 'askWhatIf', uri: 'a', plan: 0, changes: [] }, { type: 'apply', uri: 'a', plan: 0, question: 1 },
    { type: 'apply', uri: 'a', plan: 0, changes: [] }, { type: 'apply', uri: 'a', plan: 0, question: 1, changes: [{ kind: 'write' }] },
    ...[
      { kind: 'addActivity', id: 'IA_BE_4\n- id: IA_EPA_1' }, { kind: 'addActivity' }, { kind: 'apm' }, { kind: 'specialStatus', status: 'rich', on: true },
      { kind: 'reweighting', category: 'cost' }, { kind: 'activityStatus', activity: 0, id: null, status: 'done' }, { kind: 'performedBy', activity: 0, id: null, count: -1 },
    ].map((change) => ({ type: 'apply', uri: 'a', plan: 0, question: 1, changes: [change] })),
  ])('refuses %j', (value) => {
    expect(readPageMessage(value)).toBeUndefined();
  });
});
