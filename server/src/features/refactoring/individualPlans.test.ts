import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { TEST_CONTEXT } from '../testing/markedText.ts';
import { FORMS, refactored, titlesAt } from '../testing/refactored.ts';

const GROUP = `performance_year: 2024 # the group
practice:
  name: "Elm: Family Medicine"
  tin: 000123456
submission:
  level: group
  other_categories: [quality]
special_statuses: [small_practice, rural]
reweighted: [promoting_interoperability]
apm: { name: MSSP }
roster:
  adams: { npi: "1000000004" }
  baker:
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: all
    status: completed
    evidence: [evidence/log.pdf]
  - { id: IA_BE_4, performed_by: [baker] }
  - { id: IA_CC_1, performed_by: { adams: 2024-02-01/2024-06-30 } }
  - { id: IA_PM_16, performed_by: 1 }
  - { id: IA_PCMH }
  - { id: IA_BE_15, status: dropped, performed_by: all }
`;

const ADAMS = `---
# adams alone, from the group’s plan. What that plan does not say of adams is a comment here.
performance_year: 2024
practice:
  name: "Elm: Family Medicine"
  tin: "000123456"
submission:
  level: individual
  npi: "1000000004"
  # other_categories: [quality] # the group’s; what is submitted for the clinician alone?
special_statuses: [small_practice]
# The group is rural; CMS says whether the clinician is, too.
# reweighted: [promoting_interoperability] # the group’s; CMS decides for each clinician
# apm: {} # the group’s; is the clinician on the model’s participation list?
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    status: completed
    # The group’s evidence; does it show this clinician’s part? evidence/log.pdf
  - id: IA_CC_1
    period: 2024-02-01/2024-06-30
  # IA_PM_16: the group’s plan does not say whether adams performed it.
  # IA_PCMH: the group’s plan does not say whether adams performed it.
`;

describe('a clinician’s own plan', () => {
  it.each(FORMS)('is a document behind the group’s, with what is known: %s', (_, rewrite) => {
    const text = rewrite(GROUP.replace('adams: {', 'adams<|>: {'));
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    expect(refactored(text, 'Add a separate plan for `adams`')).toBe(text.replace('<|>', '') + ADAMS.replaceAll('\n', lineEnd));
  });

  it('is made for everyone on the roster, and for nobody twice', () => {
    const both = refactored(GROUP.replace('roster:', 'roster:<|>'), 'Add a separate plan for each of 2 clinicians');
    expect(both.startsWith(GROUP + ADAMS)).toBe(true);
    const plans = analyse(both, TEST_CONTEXT).plans;
    expect(plans.map(({ facts, judgements }) => [facts.level, judgements.length])).toEqual([['group', 6], ['individual', 2], ['individual', 2]]);
    expect(analyse(both, TEST_CONTEXT).findings.filter(({ severity, plan }) => severity === 'error' && plan !== 0)).toEqual([]);
    const one = GROUP + ADAMS;
    expect(titlesAt(one.replace('roster:', 'roster:<|>'))).toEqual(['Add a separate plan for `baker`']);
    expect(titlesAt(one.replace('adams:', 'adams<|>:'))).toEqual([]);
  });

  it('secures nothing that the group’s evidence may not show', () => {
    const both = refactored(GROUP.replace('level: group', 'level: <|>group'), 'Add a separate plan for each of 2 clinicians');
    expect(analyse(both, { ...TEST_CONTEXT, asOf: '2025-01-01' }).score('').plans.map(({ points, securedPoints }) => [points, securedPoints])).toEqual([[40, 40], [40, 0], [40, 0]]);
  });

  it('begins on a line of its own, with an empty list where nothing is known', () => {
    const text = 'performance_year: 2024\npractice: { name: Elm }\nsubmission: { level: group }\nroster: { adams<|>: }\nactivities: [{ id: IA_BE_4, performed_by: 1 }]';
    expect(refactored(text, 'Add a separate plan').split('---')).toEqual([
      `${text.replace('<|>', '')}\n`,
      '\n# adams alone, from the group’s plan. What that plan does not say of adams is a comment here.\nperformance_year: 2024\npractice:\n  name: Elm\nsubmission:\n  level: individual\nactivities: []\n  # IA_BE_4: the group’s plan does not say whether adams performed it.\n',
    ]);
  });

  it('writes an id as a value, whatever it holds', () => {
    const text = GROUP.replace('id: IA_EPA_1', 'id: "IA_EPA_1\\nlevel: group # x"').replace('id: IA_PM_16', 'id: "a\\nb: c"').replace('adams: {', 'adams<|>: {');
    const both = refactored(text, 'Add a separate plan for `adams`');
    expect(both).toContain('\n  - id: "IA_EPA_1\\u000alevel: group # x"\n');
    expect(both).toContain('\n  # a b: c: the group’s plan does not say whether adams performed it.\n');
    expect(analyse(both, TEST_CONTEXT).plans[1]?.judgements.map(({ activity }) => activity.id.value?.value)).toEqual(['IA_EPA_1\nlevel: group # x', 'IA_CC_1']);
  });

  it('is not offered for other levels, programs without individuals, and elsewhere', () => {
    expect(titlesAt(GROUP.replace('level: group', 'level: virtual_group').replace('roster:', 'roster:<|>'))).toEqual([]);
    expect(titlesAt(GROUP.replace('year: 2024', 'year: 2031').replace('roster:', 'roster:<|>'))).toEqual([]);
    expect(titlesAt(GROUP.replace('rural', 'rural<|>'))).toEqual([]);
  });
});
