import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../analysis.ts';
import type { CarriedOver } from '../protocol/carryOver.ts';
import { createInventory } from '../inventory/createInventory.ts';
import { carryOver, carryOverYears } from './carryOver.ts';
import { moveDate } from './carryOver/carryPeriods.ts';
import { carriedFileName } from './carryOver/fileName.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';
import { FORMS } from './testing/refactored.ts';

function read(text: string): Analysis {
  return analyse(text, TEST_CONTEXT);
}

function carried(text: string, year: number): CarriedOver {
  const result = carryOver(read(text), year, 'plan.mips.yaml', NOT_CANCELLED);
  if (result === undefined || 'refusal' in result) throw new Error(result?.refusal ?? 'Cancelled');
  expect(read(result.text).findings.filter(({ code }) => code === 'yaml-syntax')).toEqual([]);
  return result;
}

const toDecide = ({ notes }: CarriedOver): string[] => notes.filter(({ kind }) => kind === 'decide').map(({ message }) => message);
const doneOf = ({ notes }: CarriedOver): string[] => notes.filter(({ kind }) => kind === 'done').map(({ message }) => message);

const head = (year: number, more = ''): string => `performance_year: ${year}\npractice: { name: Elm, clinicians: 4 }\nsubmission: { level: group }\n${more}activities:\n`;
/** The head as it comes out, with the comment that every plan gets. */
const carriedHead = (from: number, to: number, more = ''): string =>
  `# To decide for ${to}. Carried over from ${from}. Are the clinicians the same, and who performs each\n#   activity?\n${head(to, more)}`;

describe('a plan for another year', () => {
  const PLAN = `${head(2025)}  # eyes
  - id: IA_AHE_7 # exams
    period: 2025-02-03/2025-06-30 # in spring
    performed_by: all
    status: completed
    x-ref: 17
    evidence:
      - evidence/eyes.pdf # the list
      - { url: https://example.org/a, title: Letters }

  - { id: "IA_PM_13", period: { start: 2025-01-01, end: 2025-12-31 }, performed_by: 3, status: in_progress, evidence: [b.pdf] }
`;
  const CARRIED = `${carriedHead(2025, 2026)}  # eyes
  - id: IA_BE_27 # exams
    period: 2026-02-03/2026-06-30 # in spring
    performed_by: all
    status: planned
    x-ref: 17
    # Evidence of 2025:
    # evidence:
    #   - evidence/eyes.pdf # the list
    #   - { url: https://example.org/a, title: Letters }

  # Evidence of 2025 for IA_PM_13:
  #   evidence: [b.pdf]
  - { id: "IA_AHW_1", period: { start: 2026-01-01, end: 2026-12-31 }, performed_by: 3, status: planned }
`;

  it.each(FORMS.slice(0, 3))('has new ids and dates, begins anew and keeps everything else: %s', (_, rewrite) => {
    expect(carried(rewrite(PLAN), 2026).text).toBe(rewrite(CARRIED));
  });

  it('comes with what was done, and where', () => {
    const result = carried(PLAN, 2026);
    expect(doneOf(result)).toEqual([
      'If it is carried out like this, the plan is worth 40 of 40 points in 2026; it was worth 40 in 2025.',
      'The performance year is 2026; it was 2025.',
      'The last day to begin an activity of 90 days is 3 October 2026; the submission window closes on 31 March 2027.',
      'IA_AHE_7 is IA_BE_27 in 2026: the same activity with another id.',
      'The evidence of 2025 is no evidence of 2026: that of 2 activities is kept as comments.',
      'IA_PM_13 is IA_AHW_1 in 2026: the same activity with another id.',
    ]);
    const { line } = result.notes.find(({ message }) => message.startsWith('IA_PM_13')) ?? { line: -1 };
    expect(result.text.split('\n')[line]).toContain('IA_AHW_1');
  });

  it('can be carried over once more', () => {
    const twice = carried(carried(head(2022) + '  - id: IA_EPA_1\n    period: 2022-02-01/2022-06-30\n', 2023).text, 2024).text;
    expect(twice).toContain('period: 2024-02-01/2024-06-30');
    expect(twice).toContain('# To decide for 2023. Carried over');
  });
});

describe('dates', () => {
  it.each([['2024-02-29', 1, '2025-02-28'], ['2024-02-29', 4, '2028-02-29'], ['2025-02-28', 3, '2028-02-28'], ['2025-12-31', 1, '2026-12-31']])('%s moves by %i years to %s', (date, years, moved) => {
    expect(moveDate(date, years)).toBe(moved);
  });

  it.each([
    ['a run of 90 days over a leap day', '2024-01-15/2024-04-13', '2025-01-15/2025-04-14'],
    ['a run from the leap day on', '2024-02-29/2024-05-28', '2025-02-28/2025-05-28'],
    ['a longer run', '2024-01-01/2024-12-31', '2025-01-01/2025-12-31'],
    ['a run that was too short', '2024-01-15/2024-04-12', '2025-01-15/2025-04-12'],
    ['a run that began the year before', '2023-12-01/2024-06-30', '2024-12-01/2025-06-30'],
    ['a run in quotes', '"2024-03-01/2024-06-30"', '"2025-03-01/2025-06-30"'],
    ['what is being written', '2024-03-01/', '2025-03-01/'],
  ])('of %s', (_, before, after) => {
    expect(carried(`${head(2024)}  - id: IA_CC_8\n    period: ${before}\n`, 2025).text).toBe(`${carriedHead(2024, 2025)}  - id: IA_CC_8\n    period: ${after}\n`);
  });

  it('that cannot be read stay', () => {
    const result = carried(`${head(2024)}  - id: IA_CC_8\n    period: 2024-02-30/2024-06-30\n`, 2025);
    expect(result.text).toContain('period: 2024-02-30/2024-06-30');
    expect(toDecide(result)).toContain('The period of IA_CC_8 cannot be read and was left as it is.');
  });

  it('of clinicians move, too', () => {
    const text = `${head(2024)}  - id: IA_CC_8\n    performed_by:\n      adams: 2024-01-15/2024-04-13\n      baker: { start: 2024-05-01, end: 2024-08-31 }\n`;
    expect(carried(text, 2025).text).toContain('adams: 2025-01-15/2025-04-14\n      baker: { start: 2025-05-01, end: 2025-08-31 }');
  });
});

describe('activities that CMS removed', () => {
  it('stay as dropped under a comment that says what happened', () => {
    const result = carried(`${head(2025)}  - id: IA_AHE_8 # 3 sites\n    status: in_progress\n  - { id: IA_BE_15 }\n`, 2026);
    expect(result.text).toBe(`${carriedHead(2025, 2026)}  # To decide for 2026. IA_AHE_8: CMS suspended it on 6 May 2025 and removed it for 2026; it named no\n  #   successor.\n  - id: IA_AHE_8 # 3 sites\n    status: dropped\n  - { id: IA_BE_15 }\n`);
    expect(read(result.text).score('').plans[0]?.activities[0]?.reasons).toEqual([]);
  });

  it('name what may take their place, and never take it unasked', () => {
    const result = carried(`${head(2019)}  - id: IA_AHE_2\n`, 2020);
    expect(result.text).toContain('- id: IA_AHE_2\n    status: dropped\n');
    expect(toDecide(result).join('\n')).toContain('IA_PSPA_7 may take its place: read its text first.');
  });

  it('that were dropped stay so, and one whose successor is there is not doubled', () => {
    const result = carried(`${head(2025)}  - { id: IA_AHE_7, status: dropped }\n  - { id: IA_AHE_8, status: dropped }\n`, 2026);
    expect(result.text).toContain('  - { id: IA_BE_27, status: dropped }\n  - { id: IA_AHE_8, status: dropped }\n');
    const twin = carried(`${head(2024)}  - { id: IA_BE_27 }\n  - { id: IA_AHE_7 }\n`, 2026);
    expect(twin.text).toContain('# To decide for 2026. IA_AHE_7 has the id IA_BE_27 in 2026, which the plan has already.\n  - { id: IA_AHE_7, status: dropped }\n');
  });

  it('and ids that CMS never had are told apart', () => {
    expect(toDecide(carried(`${head(2025)}  - { id: IA_XX_1 }\n`, 2026))).toContain('IA_XX_1 is no activity of CMS’s and was left as it is.');
  });

  it('in the course of the year are kept for those that have begun', () => {
    const result = carried(`${head(2024)}  - id: IA_PM_26\n`, 2025);
    expect(result.text).toContain('# To decide for 2025. CMS suspended IA_PM_26 on 6 May 2025: it counts only if it was under way or');
    expect(result.text).not.toContain('dropped');
  });
});

describe('the limit of once in four years', () => {
  it('drops what this plan attests, and says from when on it counts again', () => {
    const result = carried(`${head(2024)}  - id: IA_PSPA_23\n    last_attested: 2019\n    status: completed\n`, 2025);
    expect(result.text).toContain('    last_attested: 2024\n    status: dropped\n');
    expect(toDecide(result)).toContain('IA_PSPA_23 can be attested once in 4 years: again in 2028. This plan has it in 2024 (before: 2019); if it was not attested then, put that right.');
  });

  it('lets pass what is far enough away, with the year that counts', () => {
    const result = carried(`${head(2021)}  - id: IA_PSPA_23\n    performed_by: all\n`, 2025);
    expect(result.text).toContain('- id: IA_PSPA_23\n    last_attested: 2021\n    performed_by: all\n');
    expect(result.text).not.toContain('dropped');
  });

  it('counts from the year before where the plan’s own earned nothing', () => {
    const result = carried(`${head(2024)}  - { id: IA_PSPA_23, last_attested: 2022, performed_by: all }\n`, 2026);
    expect(result.text).toContain('- { id: IA_PSPA_23, last_attested: 2022, performed_by: all }');
    expect(read(result.text).score('').plans[0]?.activities[0]?.credited).toBe(true);
    expect(carried(`${head(2024)}  - { id: IA_PSPA_23, last_attested: 2022, performed_by: all }\n`, 2025).text).toContain('status: dropped');
  });
});

describe('what is written once for several activities', () => {
  it('changes once, by anchor and merge key', () => {
    const text = `${head(2021)}  - &joint\n    id: IA_EPA_2\n    period: &run 2021-02-01/2021-10-31\n    status: &now completed\n    evidence: &proof [a.pdf]\n  - <<: *joint\n    id: IA_BE_4\n  - { id: IA_CC_1, period: *run, status: *now, evidence: *proof }\n`;
    const { text: after } = carried(text, 2022);
    expect(after).toContain('    period: &run 2022-02-01/2022-10-31\n    status: &now planned\n    # Evidence of 2021:\n    # evidence: &proof [a.pdf]\n');
    expect(after).toContain('#   evidence: *proof\n  - { id: IA_CC_1, period: *run, status: *now }\n');
    expect(read(after).plans[0]?.judgements.map(({ activity }) => [activity.status.value?.value, activity.period.value?.value.start.value, activity.evidence.value])).toEqual(
      Array.from({ length: 3 }, () => ['planned', '2022-02-01', undefined]));
  });

  it('is written apart where one activity needs another', () => {
    const text = `${head(2025)}  - &gone\n    id: IA_AHE_8\n    status: &now completed\n  - <<: *gone\n    id: IA_BE_15\n  - { id: IA_CC_9, status: *now }\n`;
    const { text: after } = carried(text, 2026);
    expect(read(after).plans[0]?.judgements.map(({ activity }) => activity.status.value?.value)).toEqual(['dropped', 'planned', 'planned']);
    expect(after).toContain('  - <<: *gone\n    id: IA_BE_15\n    status: planned\n');
  });

  it('and stands elsewhere is written where it is needed', () => {
    const text = `x-run: &run 2024-02-01/2024-06-30\n${head(2024).replace('2024', '&year 2024')}  - { id: IA_CC_8, period: *run }\n  - { id: IA_BE_4, last_attested: *year }\n`;
    const { text: after } = carried(text, 2025);
    expect(after).toContain('x-run: &run 2024-02-01/2024-06-30');
    expect(after).toContain('period: 2025-02-01/2025-06-30 }');
    expect(after).toContain('&year 2025');
    expect(after).toContain('last_attested: 2024 }');
  });

  it('keeps the anchor of evidence that is needed elsewhere, and says so', () => {
    const result = carried(`${head(2024)}  - id: IA_CC_8\n    evidence:\n      - &log log.pdf\n    note: *log\n`, 2025);
    expect(result.text).toContain('evidence:\n      - &log log.pdf\n    note: *log');
    expect(toDecide(result)).toContain('The evidence of IA_CC_8 is that of 2024: take it out.');
  });
});

describe('who reports', () => {
  const ALL = `special_statuses: [rural]\nreweighted: [cost]\napm: { name: MSSP }\nmedical_home: { sites: 2, recognized_sites: 1 }\nia_study: true\n`;

  it('is asked for what CMS decides anew, above each key', () => {
    const { text } = carried(head(2019, ALL) + '  - id: IA_PCMH\n', 2020);
    for (const key of ['special_statuses', 'reweighted', 'apm', 'medical_home', 'ia_study']) expect(text).toMatch(new RegExp(`# To decide for 2020\\..*\\n(?:# .*\\n)?${key}:`));
    expect(text).toContain('CMS’s study ended before 2020: take the key out.');
  });

  it('hears what the rules of the year change', () => {
    expect(toDecide(carried(head(2019) + '  - id: IA_CC_8\n', 2020))).toContain('From 2020 at least half of the clinicians must perform each activity; in 2019 one was enough.');
    const weights = carried(head(2024) + '  - { id: IA_EPA_2, performed_by: all }\n', 2025);
    expect(doneOf(weights)).toContain('In 2025 activities have no weights: each earns 20 points in traditional MIPS, 40 with a special status, 40 in an MVP.');
    expect(doneOf(weights)).toContain('If it is carried out like this, the plan is worth 20 of 40 points in 2025; it was worth 10 in 2024.');
  });

  it('keeps the MVP that is still offered, and hears of one that is not', () => {
    const mvp = (id: string): string => head(2023).replace('level: group', `program: mvp, mvp: ${id}, level: group`);
    const inventory = createInventory();
    const lasting = inventory.mvpsOf(2023).find(({ years }) => years.includes(2025))?.id ?? '';
    const ended = inventory.mvpsOf(2023).find(({ years }) => !years.includes(2025))?.id ?? '';
    expect(doneOf(carried(`${mvp(lasting)}  - id: IA_XX_1\n`, 2025)).join('\n')).toContain(`The MVP ${lasting} is offered in 2025, too`);
    expect(toDecide(carried(`${mvp(ended)}  - id: IA_XX_1\n`, 2025))).toContain(`CMS does not offer the MVP ${ended} in 2025; choose another.`);
  });

  it('cannot go on with a program that has ended', () => {
    const { text } = carried(head(2020).replace('level: group', 'program: apm_scoring_standard, level: group') + '  - id: IA_CC_8\n', 2021);
    expect(text).toContain('# To decide for 2021. CMS does not take the program `apm_scoring_standard` in 2021; choose another.\nsubmission: {');
  });

  it('finds the old year where people wrote it', () => {
    const result = carried(`# 2024, second try\n${head(2024)}  - { id: IA_CC_8, note: since 2024 }\n`, 2025);
    const note = result.notes.find(({ message }) => message.includes('name 2024'));
    expect(note).toMatchObject({ kind: 'decide', message: '2 comments and texts name 2024 and were left as they are, this one first.', line: 0 });
  });
});

describe('comments about what is to be decided', () => {
  it('do not come between a suppression and its line, nor into a text', () => {
    const suppressed = carried(`${head(2025)}  # mips-disable-next-line period-missing\n  - id: IA_AHE_8\n`, 2026).text;
    expect(suppressed).toMatch(/successor\.\n {2}# mips-disable-next-line period-missing\n {2}- id: IA_AHE_8\n/);
    const within = carried(`performance_year: 2025\npractice: { name: Elm, clinicians: 4 }\nsubmission: { level: group }\nactivities: [{ id: IA_BE_4, note: "a\n  b" }, { id: IA_AHE_8 }]\n`, 2026).text;
    expect(within.startsWith('# To decide for 2026. ')).toBe(true);
    expect(within).toContain('note: "a\n  b" }, { id: IA_AHE_8, status: dropped }]');
  });
});

describe('files', () => {
  it('with several plans are carried over whole', () => {
    const { text } = carried(`${head(2024)}  - id: IA_CC_8\n---\n${head(2023)}  - id: IA_BE_4\n---\npractice: {}\n`, 2025);
    expect(text.match(/performance_year: \d+/g)).toEqual(['performance_year: 2025', 'performance_year: 2025']);
  });

  it.each([
    ['', 2026, 'There is no plan with a performance year in this file.'],
    [`${head(2024)}  - id: "IA_CC_8\n`, 2025, 'Correct what cannot be read in this file first.'],
    [`${head(2024)}  []\n`, 2027, 'There is no inventory for 2027, so nobody can say what becomes of the activities.'],
    [`${head(2024)}  []\n`, 2023, 'This plan is for 2024 already; it can be carried over to a later year only.'],
    [`${head(2010)}  []\n`, 2023, 'The performance year of a plan in this file is not covered.'],
  ])('that cannot be carried over: %j to %i', (text, year, refusal) => {
    expect(carryOver(read(text), year, 'a', NOT_CANCELLED)).toEqual({ refusal });
  });

  it.each([['riverbend.mips.yaml', 'riverbend-2026.mips.yaml'], ['plan-2025.mips.yml', 'plan-2026.mips.yml'], ['120254.mips.yaml', '120254-2026.mips.yaml'], ['Untitled-1', 'Untitled-1-2026.mips.yaml']])('named %s become %s', (before, after) => {
    expect(carriedFileName(before, 2025, 2026)).toBe(after);
  });

  it('can go to the years with an inventory', () => {
    expect(carryOverYears(read(`${head(2024)}  []\n`), NOT_CANCELLED)).toEqual({ from: 2024, years: [2025, 2026] });
    expect(carryOverYears(read(`${head(2026)}  []\n`), NOT_CANCELLED)).toEqual({ from: 2026, years: [] });
    expect(carryOverYears(read(''), NOT_CANCELLED)).toEqual({ from: null, years: [] });
  });

  it('are left when nobody waits any more', () => {
    expect(carryOver(read(`${head(2024)}  []\n`), 2025, 'a', CANCELLED)).toBeUndefined();
    expect(carryOverYears(read(''), CANCELLED)).toBeUndefined();
  });
});
