import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { createInventory } from '../inventory/createInventory.ts';
import type { PlanChange, WhatIfResult } from '../protocol/whatIf.ts';
import { CANCELLED, NOT_CANCELLED } from './testing/markedText.ts';
import { applied } from './testing/edits.ts';
import { whatIf } from './whatIf.ts';

const inventory = createInventory();

const PLAN = `# The group's plan
performance_year: 2024
practice:
  name: Elm
  clinicians: 12
submission:
  level: group
activities:
  - id: IA_BE_4 # the portal
    period: 2024-03-01/2024-05-29
    performed_by: 4
`;

function ask(text: string, changes: readonly PlanChange[], plan = 0): { readonly result: WhatIfResult; readonly after: string } {
  const result = whatIf(analyse(text, { asOf: '2024-12-31', inventory }), plan, changes, 7, NOT_CANCELLED);
  if (result === undefined) throw new Error('no such plan');
  const after = applied(text, { changes: { '': [...result.edits] } });
  // The edits make of the file what was scored.
  expect(analyse(after, { asOf: '2024-12-31', inventory }).score('').plans[plan]).toEqual(result.score);
  return { result, after };
}

describe('What if', () => {
  it('nothing changes: the score is the plan’s', () => {
    const { result, after } = ask(PLAN, []);
    expect(result).toMatchObject({ version: 7, edits: [], refused: [], score: { points: 0 } });
    expect(after).toBe(PLAN);
  });

  it('more clinicians performed it, and the practice had a special status', () => {
    const { result, after } = ask(PLAN, [{ kind: 'performedBy', activity: 0, id: 'IA_BE_4', count: 6 }, { kind: 'specialStatus', status: 'rural', on: true }]);
    expect(result.score).toMatchObject({ points: 20, doubled: true });
    expect(after).toBe(PLAN.replace('performed_by: 4', 'performed_by: 6').replace('  level: group\n', '  level: group\nspecial_statuses: [rural]\n'));
  });

  it('statuses came one after the other, and one went again', () => {
    const on = (status: 'rural' | 'hpsa' | 'small_practice'): PlanChange => ({ kind: 'specialStatus', status, on: true });
    const { after } = ask(PLAN, [on('rural'), on('hpsa'), on('small_practice'), { kind: 'specialStatus', status: 'hpsa', on: false }]);
    expect(after).toContain('\nspecial_statuses: [rural, small_practice]\n');
  });

  it('a category were reweighted', () => {
    const plan = PLAN.replace('performed_by: 4', 'performed_by: all').replace('activities:', 'special_statuses: [small_practice]\nactivities:');
    const { result, after } = ask(plan, [{ kind: 'reweighting', category: 'promoting_interoperability', on: true }]);
    expect(result.score).toMatchObject({ categoryWeight: 30, points: 20, contribution: 15 });
    expect(ask(after, [{ kind: 'reweighting', category: 'promoting_interoperability', on: false }]).result.score.categoryWeight).toBe(15);
  });

  it('the practice took part in an APM, or did no longer', () => {
    const { result, after } = ask(PLAN.replace('performed_by: 4', 'performed_by: 6'), [{ kind: 'apm', on: true }]);
    expect(result.score.points).toBe(30);
    expect(ask(after, [{ kind: 'apm', on: false }]).after).not.toContain('apm');
  });

  it('an activity were dropped, or taken up again', () => {
    const all = PLAN.replace('performed_by: 4', 'performed_by: all');
    const { result, after } = ask(all, [{ kind: 'activityStatus', activity: 0, id: 'IA_BE_4', status: 'dropped' }]);
    expect(result.score.points).toBe(0);
    expect(after).toContain('\n    status: dropped\n');
    expect(ask(after, [{ kind: 'activityStatus', activity: 0, id: 'IA_BE_4', status: 'planned' }]).result.score.points).toBe(10);
  });

  it('is already so: nothing is written', () => {
    const changes: PlanChange[] = [
      { kind: 'activityStatus', activity: 0, id: 'IA_BE_4', status: 'planned' }, { kind: 'performedBy', activity: 0, id: 'IA_BE_4', count: 4 },
      { kind: 'apm', on: false }, { kind: 'specialStatus', status: 'rural', on: false }, { kind: 'addActivity', id: 'IA_BE_4' },
    ];
    expect(ask(PLAN, changes).after).toBe(PLAN);
  });
});

describe('An activity that is added', () => {
  const add: PlanChange[] = [{ kind: 'addActivity', id: 'IA_EPA_1' }];

  it('is written whole, in the file’s own indentation, and keeps every comment', () => {
    const { result, after } = ask(`${PLAN}# The end\n`, add);
    expect(result.score.points).toBe(20);
    expect(after).toBe(`${PLAN}  - id: IA_EPA_1\n    period:\n    performed_by:\n    evidence:\n# The end\n`);
  });

  it.each([
    ['wide', 'activities:\n    -   id: IA_BE_4\n', 'activities:\n    -   id: IA_BE_4\n    -   id: IA_EPA_1\n        period:\n        performed_by:\n        evidence:\n'],
    ['flush', 'activities:\n- id: IA_BE_4\n', 'activities:\n- id: IA_BE_4\n- id: IA_EPA_1\n  period:\n  performed_by:\n  evidence:\n'],
    ['flow', 'activities: [{ id: IA_BE_4 }]\n', 'activities: [{ id: IA_BE_4 }, { id: IA_EPA_1 }]\n'],
    ['empty', 'activities: []\n', 'activities:\n  - id: IA_EPA_1\n    period:\n    performed_by:\n    evidence:\n'],
    ['unfinished', 'activities:\n', 'activities:\n  - id: IA_EPA_1\n    period:\n    performed_by:\n    evidence:\n'],
    ['absent', '', 'activities:\n  - id: IA_EPA_1\n    period:\n    performed_by:\n    evidence:\n'],
  ])('%s', (_, activities, expected) => {
    const head = 'performance_year: 2024\npractice: { name: Elm, clinicians: 12 }\nsubmission: { level: group }\n';
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(ask(head + activities, add).after).toBe(head + expected);
    expect(ask(crlf(head + activities), add).after).toBe(crlf(head + expected));
    expect(ask(head + activities, add).result.score.points).toBe(activities.includes('IA_BE_4') ? 30 : 20);
  });

  it('asks an individual for no others, and a medical home for no period', () => {
    const individual = PLAN.replace('level: group', 'level: individual').replace('activities:', 'medical_home: { recognized_by: NCQA }\nactivities:');
    const { result, after } = ask(individual, [...add, { kind: 'addActivity', id: 'IA_PCMH' }]);
    expect(result.score.points).toBe(40);
    expect(after).toContain('  - id: IA_EPA_1\n    period:\n    evidence:\n  - id: IA_PCMH\n    evidence:\n');
  });
});

describe('A change that cannot be made', () => {
  it('is refused with the reason; the others are made', () => {
    const plan = PLAN.replace('performed_by: 4', 'performed_by: [adams, baker]');
    const { result } = ask(plan, [
      { kind: 'performedBy', activity: 0, id: 'IA_BE_4', count: 6 }, { kind: 'activityStatus', activity: 3, id: 'IA_BE_4', status: 'dropped' },
      { kind: 'activityStatus', activity: 0, id: 'IA_EPA_1', status: 'dropped' }, { kind: 'addActivity', id: 'IA_EPA_1' },
    ]);
    expect(result.refused.map(({ change }) => change)).toEqual([0, 1, 2]);
    expect(result.refused[0]?.reason).toBe('The clinicians are given by name; change them in the file.');
    expect(result.score.points).toBe(20);
  });

  it('is one that adds what CMS does not have', () => {
    expect(ask(PLAN, [{ kind: 'addActivity', id: 'IA_XX_1' }]).result.refused).toEqual([{ change: 0, reason: 'CMS has no activity `IA_XX_1`.' }]);
  });

  it('is one of what is only repeated from elsewhere', () => {
    const plan = `${PLAN}---\nperformance_year: 2024\npractice: &elm { name: Elm, clinicians: 12 }\nsubmission: { level: group }\nactivities:\n  - &portal { id: IA_BE_4 }\n  - *portal\n`;
    const { result } = ask(plan, [{ kind: 'activityStatus', activity: 1, id: 'IA_BE_4', status: 'dropped' }], 1);
    expect(result.refused).toEqual([{ change: 0, reason: 'This comes from another place in the file; change it there.' }]);
  });

  it('is one of a plan that is not there, and one that nobody waits for', () => {
    const analysis = analyse(PLAN, { asOf: '2024-12-31', inventory });
    expect(whatIf(analysis, 1, [], 1, NOT_CANCELLED)).toBeUndefined();
    expect(whatIf(analysis, 0, [{ kind: 'apm', on: true }], 1, CANCELLED)).toBeUndefined();
  });
});

it('changes the plan of several that is meant', () => {
  const { after } = ask(`${PLAN}---\n${PLAN}`, [{ kind: 'performedBy', activity: 0, id: 'IA_BE_4', count: 9 }], 1);
  expect(after).toBe(`${PLAN}---\n${PLAN.replace('performed_by: 4', 'performed_by: 9')}`);
});
