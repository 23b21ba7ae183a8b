import { describe, expect, it } from 'vitest';
import { FORMS, refactored, titlesAt } from '../testing/refactored.ts';

const HEAD = 'performance_year: 2024\npractice: { name: Elm, clinicians: 4 }\nsubmission: { level: group }\n';
const [BY_ID, BY_POINTS, BY_START] = ['Sort the activities by id', 'Sort the activities by points', 'Sort the activities by start'] as const;

const PLAN = `${HEAD}activities: # all<|> of them
  # mips-disable-next-line period-missing
  - id: IA_BE_12

  # the night line,
  # since 2019
  - id: IA_EPA_1 # high
    period: 2024-05-01/2024-08-31
    performed_by: all
    # evidence follows

  # Access ends here

  -
    id: IA_BE_4
    period: { start: 2024-02-01, end: 2024-06-30 }
    note: |
      # no comment
      - no item
  # the end
`;

describe('activities', () => {
  it.each(FORMS)('are sorted by id with the comments that are theirs: %s', (_, rewrite) => {
    const after = refactored(rewrite(PLAN), BY_ID);
    expect(after).toBe(rewrite(`${HEAD}activities: # all of them
  -
    id: IA_BE_4
    period: { start: 2024-02-01, end: 2024-06-30 }
    note: |
      # no comment
      - no item

  # mips-disable-next-line period-missing
  - id: IA_BE_12

  # Access ends here

  # the night line,
  # since 2019
  - id: IA_EPA_1 # high
    period: 2024-05-01/2024-08-31
    performed_by: all
    # evidence follows
  # the end
`));
    expect(titlesAt(after.replace('all of', 'all<|> of'))).not.toContain(BY_ID);
  });

  it('are sorted by points and by start, those without last', () => {
    const order = (text: string): string[] => text.match(/IA_\w+/g) ?? [];
    expect(order(refactored(PLAN, BY_POINTS))).toEqual(['IA_EPA_1', 'IA_BE_12', 'IA_BE_4']);
    expect(order(refactored(PLAN, BY_START))).toEqual(['IA_BE_4', 'IA_EPA_1', 'IA_BE_12']);
  });

  it('are sorted in flow style', () => {
    const text = `${HEAD}activities: [ <|>{ id: IA_EPA_1, performed_by: all },\n  { id: IA_BE_4 } , {id: IA_BE_12}]\n`;
    expect(refactored(text, BY_ID)).toBe(`${HEAD}activities: [ { id: IA_BE_4 },\n  {id: IA_BE_12} , { id: IA_EPA_1, performed_by: all }]\n`);
  });

  it('in a file without a last line break get none', () => {
    expect(refactored(`${HEAD}activities<|>:\n- id: IA_EPA_1\n- id: IA_BE_4`, BY_ID)).toBe(`${HEAD}activities:\n- id: IA_BE_4\n- id: IA_EPA_1`);
  });

  it('keep every anchor before its aliases, or stay as they are', () => {
    const joint = `${HEAD}activities<|>:\n  - &joint\n    id: IA_EPA_2\n    period: 2024-03-01/2024-10-31\n  - <<: *joint\n    id: IA_PM_16\n  - id: IA_CC_1\n`;
    expect(refactored(joint, BY_ID)).toBe(`${HEAD}activities:\n  - id: IA_CC_1\n  - &joint\n    id: IA_EPA_2\n    period: 2024-03-01/2024-10-31\n  - <<: *joint\n    id: IA_PM_16\n`);
    expect(titlesAt(joint.replace('IA_PM_16', 'IA_BE_4'))).toEqual([]);
  });

  it('of the same id keep their order: the first counts', () => {
    const twins = `${HEAD}activities<|>:\n  - { id: IA_EPA_1, period: 2024-05-01/2024-08-31 }\n  - { id: IA_EPA_1, period: 2024-01-01/2024-08-31 }\n  - { id: IA_BE_4, period: 2024-02-01/2024-08-31 }\n`;
    expect(titlesAt(twins)).toEqual([BY_ID, BY_POINTS]);
    refactored(twins, BY_ID);
    refactored(twins, BY_POINTS);
  });

  it('are offered at their key, and at each of them where only refactorings are asked for', () => {
    const within = PLAN.replace('<|>', '').replace('IA_EPA_1', 'IA_EPA_1<|>');
    expect(titlesAt(within)).toEqual([]);
    expect(titlesAt(within, ['refactor'])).toEqual([BY_ID, BY_POINTS, BY_START]);
    expect(titlesAt(within, ['refactor.move'])).toEqual([BY_ID, BY_POINTS, BY_START]);
    expect(titlesAt(within, ['refactor.move.activities.byStart'])).toEqual([BY_START]);
    expect(titlesAt(within, ['refactor.rewrite'])).toEqual([]);
  });

  it.each([
    ['an entry is still being typed', `${HEAD}activities<|>:\n  - id: IA_EPA_1\n  - id: IA_BE_4\n  -\n`],
    ['an entry is no activity', `${HEAD}activities<|>:\n  - id: IA_EPA_1\n  - IA_BE_4\n`],
    ['a comment stands between brackets', `${HEAD}activities<|>: [{ id: IA_EPA_1 }, # one\n  { id: IA_BE_4 }]\n`],
    ['blank lines are part of a text', `${HEAD}activities<|>:\n  - id: IA_EPA_1\n    note: |+\n      a\n\n  - id: IA_BE_4\n`],
    ['they came through an alias', `${HEAD}x: &all\n  - id: IA_EPA_1\n  - id: IA_BE_4\nactivities<|>: *all\n`],
    ['there is one', `${HEAD}activities<|>:\n  - id: IA_EPA_1\n`],
  ])('stay as they are where %s', (_, text) => {
    expect(titlesAt(text)).toEqual([]);
  });
});
