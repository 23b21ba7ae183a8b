import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../analysis.ts';
import type { FindingCode } from '../findings/finding.ts';
import { codeActions, FIX_ALL, type CodeActionOptions } from './codeAction.ts';
import type { FindingLevels } from '../findings/levels.ts';
import { diagnostics } from './diagnostics.ts';
import { applied, EDITED } from './testing/edits.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

const OPTIONS: CodeActionOptions = { ...EDITED, levels: new Map(), carriesOver: 'not at all' };

function diagnosticsOf(analysis: Analysis, levels: FindingLevels = new Map()): Diagnostic[] {
  return diagnostics(analysis, { uri: EDITED.uri, levels, relatedInformation: true, codeDescription: true, unnecessaryTag: true, data: true }, NOT_CANCELLED);
}

function actionsFor(analysis: Analysis, shown: Diagnostic[], context: Partial<CodeActionContext> = {}, options: Partial<CodeActionOptions> = {}): CodeAction[] {
  const range = shown[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return codeActions(analysis, range, { diagnostics: shown, ...context }, { ...OPTIONS, ...options }, NOT_CANCELLED);
}

/** Quick fixes for the diagnostics of a code in a text. */
function at(code: FindingCode, text: string, which = 0, context: Partial<CodeActionContext> = {}): CodeAction[] {
  const analysis = analyse(text, TEST_CONTEXT);
  const shown = diagnosticsOf(analysis).filter((diagnostic) => diagnostic.code === code);
  expect(shown.length, code).toBeGreaterThan(which);
  return actionsFor(analysis, shown.slice(which, which + 1), context).filter(({ kind }) => kind === CodeActionKind.QuickFix);
}

function codes(text: string): string[] {
  return analyse(text, TEST_CONTEXT).findings.map(({ code }) => code);
}

function titled(title: string, actions: readonly CodeAction[]): CodeAction {
  const action = actions.find((each) => each.title === title);
  if (action === undefined) throw new Error(`“${title}” is not offered, but: ${actions.map((each) => each.title).join(', ')}`);
  return action;
}

const HEAD = `performance_year: 2024
practice: { name: Elm, clinicians: 4 }
submission: { level: group }
`;

const REVERSED = `${HEAD}activities:
  - id: IA_EPA_1 # the night line
    period: 2024-06-30/2024-01-15
    performed_by: all
  - { id: IA_BE_4, period: { start: 2024-06-30, end: 2024-01-15 }, performed_by: all }
`;

describe('quick fixes', () => {
  it.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
  ])('repair the finding at hand and keep the rest: %s', (_, rewrite) => {
    const text = rewrite(REVERSED);
    const swap = titled('Swap the dates', at('period-reversed', text));
    expect(swap).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'period-reversed' }] });
    const after = applied(text, swap.edit);
    expect(after).toBe(text.replace('2024-06-30/2024-01-15', '2024-01-15/2024-06-30'));
    const inFlow = applied(text, titled('Swap the dates', at('period-reversed', text, 1)).edit);
    expect(inFlow).toBe(text.replace('start: 2024-06-30, end: 2024-01-15', 'start: 2024-01-15, end: 2024-06-30'));
  });

  it.each([
    ['a brace', 'performance_year: 2024\npractice: { name: Elm, clinicians: 20 }\nactivities: []\nsubmission: { level: group, program', 'score-below-maximum'],
    ['braces within brackets', 'performance_year: 2024\npractice: { name: Elm, clinicians: 20 }\nsubmission: { level: group }\nactivities: [\n  { id: IA_EPA_1', 'score-below-maximum'],
    ['a brace around all', '{ performance_year: 2024, practice: { name: Elm, clinicians: 12 }, activities: [], submission: { level: group', 'small-practice-undeclared'],
  ] as const)('are offered only where they hit what they are meant for, while %s is open', (_, text, code) => {
    const structure = (all: readonly string[]): number => all.filter((each) => ['yaml-syntax', 'unknown-key', 'wrong-type'].includes(each)).length;
    for (const action of at(code, text)) {
      const after = codes(applied(text, action.edit));
      expect(structure(after), action.title).toBe(structure(codes(text)));
    }
    expect(at('yaml-syntax', text).length).toBeGreaterThan(0);
  });

  it.each([
    ['a year in quotes', 'performance_year: "2024"\n', 'Take the quotes away: `2024`', 'performance_year: 2024\n'],
    ['yes', 'performance_year: 2018\nia_study: yes\n', 'Replace with `true`', 'performance_year: 2018\nia_study: true\n'],
    ['an id without its key', 'performance_year: 2024\nactivities:\n  - IA_BE_4 # portal\n', 'Write `id: IA_BE_4`', 'performance_year: 2024\nactivities:\n  - id: IA_BE_4 # portal\n'],
    ['ids without their key in brackets', 'performance_year: 2024\nactivities: [IA_BE_4]\n', 'Write `{ id: IA_BE_4 }`', 'performance_year: 2024\nactivities: [{ id: IA_BE_4 }]\n'],
    ['an id alone', 'activities: IA_BE_4 # portal\n', 'Make it a list: `[{ id: IA_BE_4 }]`', 'activities: [{ id: IA_BE_4 }] # portal\n'],
    ['an activity in braces', 'activities: { id: IA_BE_4 } # portal\n', 'Make it a list', 'activities: [{ id: IA_BE_4 }] # portal\n'],
    [
      'an activity without its dash',
      'activities: # all of them\n\n  # the portal\n  id: IA_BE_4\n  # when\n  period:\n    start: 2024-01-01\n\n    end: 2024-12-31\n  note: |\n    a\n\n      b\npractice: {}\n', 'Make it a list',
      'activities: # all of them\n\n  # the portal\n  - id: IA_BE_4\n    # when\n    period:\n      start: 2024-01-01\n\n      end: 2024-12-31\n    note: |\n      a\n\n        b\npractice: {}\n',
    ],
    ['evidence without its dash, with CRLF', 'activities:\r\n  -   id: IA_BE_4\r\n      evidence:\r\n        file: a\r\n        title: b', 'Make it a list', 'activities:\r\n  -   id: IA_BE_4\r\n      evidence:\r\n        -   file: a\r\n            title: b'],
    ['evidence in braces', 'activities: [{ id: IA_BE_4, evidence: { note: a } }]\n', 'Make it a list', 'activities: [{ id: IA_BE_4, evidence: [{ note: a }] }]\n'],
  ])('say what a value of the wrong kind is meant to be: %s', (_, text, title, after) => {
    expect(at('wrong-type', text).map((action) => action.title)).toEqual([title, 'Hide `wrong-type` on this line']);
    expect(applied(text, titled(title, at('wrong-type', text)).edit)).toBe(after);
    expect(codes(after)).not.toContain('wrong-type');
  });

  it.each([
    ['an anchor', 'activities: &a { id: IA_BE_4 }\n'], ['an anchor on the key’s line', 'activities: &a # all\n  id: IA_BE_4\n'], ['a tag', 'activities: !x { id: IA_BE_4 }\n'],
    ['an alias', 'x: &a { id: IA_BE_4 }\nactivities: *a\n'], ['nothing in it', 'activities: {}\n'], ['an open brace', 'activities: { id: IA_BE_4\n'],
  ])('do not make a list of a map with %s', (_, text) => {
    expect(at('wrong-type', text).map(({ title }) => title).filter((title) => title.startsWith('Make'))).toEqual([]);
  });

  it('name for a mistyped id only activities that the plan can take, if there are any', () => {
    const named = (text: string): string[] => at('unknown-activity', text).flatMap(({ title }) => /IA_\w+/.exec(title)?.[0] ?? []);
    const plan = `${HEAD}activities:\n  - id: IA_BE_4\n    performed_by: all\n    period: 2024-01-01/2024-05-01\n  - id: ia_be\n`;
    expect(named(plan)).toEqual(['IA_BE_1', 'IA_BE_3']);
    expect(named(plan.replace('ia_be\n', 'ia_be_4\n'))).toEqual(['IA_BE_4']);
    expect(named(plan.replace('level: group', 'level: group, program: mvp, mvp: G0055'))).toEqual(['IA_BE_6']);
    // As near is IA_BE_9, which ended in 2019; where nothing of the year is near, it is still the best answer.
    expect(named(plan.replace('ia_be\n', 'IA_BE_99\n'))).toEqual(['IA_BE_19']);
    expect(named(plan.replace('ia_be\n', 'IA_BE_09\n'))).toEqual(['IA_BE_9']);
  });

  it('give a first period that can still be kept to, whatever the id is', () => {
    expect(titled('Add `period: 2024-06-15/2024-09-12`', at('period-missing', `${HEAD}activities:\n  - id: IA_BE_4x\n    performed_by: all\n`)).edit).toBeDefined();
  });

  it('bring the colon that a key does not have yet', () => {
    const text = `${HEAD}activities:\n  - { id: IA_BE_4, performed_by: all, period, status: planned }\n`;
    const add = at('period-missing', text).find(({ title }) => title.startsWith('Add `period'));
    expect(applied(text, add?.edit)).toContain('period: 2024-06-15/2024-09-12, status: planned }');
  });

  it('come best first, with all answers where there are several', () => {
    const actions = at('period-too-short', `${HEAD}activities:\n  - { id: IA_BE_4, period: 2024-08-01/2024-08-31, performed_by: all }\n`);
    expect(actions.map(({ title, isPreferred }) => `${title}${isPreferred === true ? ' !' : ''}`)).toEqual([
      'Extend the end to 2024-10-29 !', 'Move the start to 2024-06-03', 'Hide `period-too-short` on this line',
    ]);
  });

  it('are those of the finding, where two are shown in one place', () => {
    const text = 'performance_year: 2024\npractice: {}\nsubmission: { level: group }\nactivities: []\n';
    const analysis = analyse(text, TEST_CONTEXT);
    const missing = diagnosticsOf(analysis).filter(({ code }) => code === 'missing-key');
    expect(missing).toHaveLength(2);
    expect(missing.map((diagnostic) => actionsFor(analysis, [diagnostic])[0]?.title)).toEqual(['Add `name: Name of the practice`', 'Add `clinicians: 1`']);
    expect(actionsFor(analysis, missing).map(({ title }) => title)).toEqual([
      'Add `name: Name of the practice`', 'Add `clinicians: 1`', 'Hide `missing-key` on this line',
    ]);
  });

  it('are for a version, where the client knows them', () => {
    const analysis = analyse(REVERSED, TEST_CONTEXT);
    const [shown] = diagnosticsOf(analysis);
    expect(actionsFor(analysis, [shown as Diagnostic])[0]?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: EDITED.uri, version: 7 } }]);
    expect(Object.keys(actionsFor(analysis, [shown as Diagnostic], {}, { documentChanges: false })[0]?.edit?.changes ?? {})).toEqual([EDITED.uri]);
  });

  it('are none for diagnostics of somebody else, of another version or elsewhere', () => {
    const analysis = analyse(REVERSED, TEST_CONTEXT);
    const shown = diagnosticsOf(analysis)[0] as Diagnostic;
    const below = { start: { line: 8, character: 0 }, end: { line: 8, character: 0 } };
    expect(actionsFor(analysis, [shown]).length).toBeGreaterThan(0);
    expect(actionsFor(analysis, [{ ...shown, source: 'yaml' }])).toEqual([]);
    expect(actionsFor(analysis, [{ ...shown, range: below }])).toEqual([]);
    expect(codeActions(analysis, below, { diagnostics: [shown] }, OPTIONS, NOT_CANCELLED)).toEqual([]);
  });

  it('are none for other kinds, and once cancelled', () => {
    const analysis = analyse(REVERSED, TEST_CONTEXT);
    const shown = diagnosticsOf(analysis).slice(0, 1);
    expect(actionsFor(analysis, shown, { only: [CodeActionKind.Refactor] })).toEqual([]);
    expect(actionsFor(analysis, shown, { only: [`${CodeActionKind.QuickFix}.other`] })).toEqual([]);
    expect(actionsFor(analysis, shown, { only: [CodeActionKind.QuickFix] }).length).toBeGreaterThan(0);
    expect(codeActions(analysis, (shown[0] as Diagnostic).range, { diagnostics: shown }, OPTIONS, CANCELLED)).toEqual([]);
  });
});

describe('fixes of the whole file', () => {
  const MANY = `performance_year: 2024
practice: { name: Elm, tin: 000123456, clinicians: 2 } # Elm Street
submission: { level: group }
roster:
  adams: { npi: 1000000004 }
  baker: { npi: 1000000012 }
activities:
  - { id: IA_BE_4, period: 2024-06-30/2024-01-15, performed_by: all, status: in_progress }
  - id: IA_BE_16
    period: 2023-12-01/2024-08-01 # from last year
    performed_by: all
    status: in_progress
  - id: IA_CC_1
    period: &winter 2024-12-31/2024-01-01
    performed_by: all
    status: in_progress
  - { id: IA_BE_15, period: *winter, performed_by: all, status: in_progress }
`;

  it.each([
    ['LF', (text: string) => text],
    ['CRLF and a byte-order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('repair all of a kind: %s', (_, rewrite) => {
    const text = rewrite(MANY);
    const all = titled('Fix all 3 `unquoted-identifier` in this file', at('unquoted-identifier', text));
    expect(all).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'unquoted-identifier' }] });
    expect(all.isPreferred).toBeUndefined();
    const after = applied(text, all.edit);
    expect(after).toBe(text.replace('000123456', '"000123456"').replace('1000000004', '"1000000004"').replace('1000000012', '"1000000012"'));
    expect(codes(after)).toEqual(codes(text).filter((code) => code !== 'unquoted-identifier'));
  });

  it.each([
    ['LF', (text: string) => text],
    ['CRLF and a byte-order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('repair what has one right answer, and nothing else: %s', (_, rewrite) => {
    const text = rewrite(MANY);
    const analysis = analyse(text, TEST_CONTEXT);
    const [all, ...others] = actionsFor(analysis, [], { only: [CodeActionKind.SourceFixAll] });
    expect(others).toEqual([]);
    expect(all).toMatchObject({ kind: 'source.fixAll.mips-plan' });
    const after = applied(text, all?.edit);
    expect(after).toBe(text
      .replace('000123456', '"000123456"').replace('1000000004', '"1000000004"').replace('1000000012', '"1000000012"')
      .replace('2024-06-30/2024-01-15', '2024-01-15/2024-06-30')
      .replace('2023-12-01/', '2024-01-01/')
      .replace('2024-12-31/2024-01-01', '2024-01-01/2024-12-31'));
    const repaired = new Set(['unquoted-identifier', 'period-reversed', 'period-outside-year']);
    const left = codes(after);
    expect(left.filter((code) => repaired.has(code))).toEqual([]);
    for (const code of left) expect(codes(text)).toContain(code);
  });

  it.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('repair ids and letter case, and take out comments that hide nothing, at once: %s', (_, rewrite) => {
    const text = rewrite(`performance_year: 2026
practice: { name: Elm, clinicians: 12 }
submission: { program: Traditional, level: "Group" }
special_statuses: [RURAL]
activities:
  - id: ia_epa_2
    period: 2026-06-30/2026-01-15
    Performed_by: all # mips-disable-line evidence-missing, period-missing
    status: In_Progress
  # mips-disable-next-line evidence-missing period-missing
  - { id: IA_AHE_1, period: { start: 2025-12-01, end: 2026-06-30 }, performed_by: 9 } # mips-disable-line evidence-missing -- as agreed
  - { id: IA_PM_13, period: 2026-01-15/2026-06-30, performed_by: ALL }
`);
    const after = applied(text, actionsFor(analyse(text, TEST_CONTEXT), [], { only: [FIX_ALL] })[0]?.edit);
    expect(after).toBe(rewrite(`performance_year: 2026
practice: { name: Elm, clinicians: 12 }
submission: { program: traditional, level: group }
special_statuses: [rural]
activities:
  - id: IA_EPA_2
    period: 2026-01-15/2026-06-30
    performed_by: all
    status: in_progress
  - { id: IA_EPA_7, period: { start: 2026-01-01, end: 2026-06-30 }, performed_by: 9 } # as agreed
  - { id: IA_AHW_1, period: 2026-01-15/2026-06-30, performed_by: all }
`));
    expect(actionsFor(analyse(after, TEST_CONTEXT), [], { only: [FIX_ALL] })).toEqual([]);
  });

  it('leave the codes of a comment that hide something', () => {
    const text = `${HEAD}activities: # mips-disable-line evidence-missing, score-below-maximum, period-missing\n  - { id: IA_BE_4, period: 2024-01-01/2024-06-30, performed_by: all, status: in_progress }\n`;
    const after = applied(text, actionsFor(analyse(text, TEST_CONTEXT), [], { only: [FIX_ALL] })[0]?.edit);
    expect(after).toBe(text.replace(' evidence-missing,', ',').replace(', period-missing', ''));
    expect(codes(after)).toEqual(codes(text).filter((code) => code !== 'unused-suppression'));
  });

  it('do not give two keys one name', () => {
    const text = `${HEAD}activities:\n  - { id: IA_BE_4, Period: 2024-01-01/2024-06-30, PERIOD: 2024-01-01/2024-06-30, performed_by: all }\n`;
    expect(codes(text).filter((code) => code === 'unknown-key')).toHaveLength(2);
    expect(actionsFor(analyse(text, TEST_CONTEXT), [], { only: [FIX_ALL] })).toEqual([]);
  });

  it('are offered only where they are asked for, and where there is something to do', () => {
    const analysis = analyse(MANY, TEST_CONTEXT);
    const kinds = (only?: string[]): (string | undefined)[] => actionsFor(analysis, [], only === undefined ? {} : { only }).map(({ kind }) => kind);
    expect(kinds()).toEqual([]);
    for (const only of [CodeActionKind.Source, CodeActionKind.SourceFixAll, FIX_ALL, CodeActionKind.Empty]) expect(kinds([only])).toEqual([FIX_ALL]);
    expect(kinds([CodeActionKind.SourceOrganizeImports])).toEqual([]);
    expect(kinds([`${FIX_ALL}.periods`])).toEqual([]);
    expect(actionsFor(analyse(`${HEAD}activities: []\n`, TEST_CONTEXT), [], { only: [FIX_ALL] })).toEqual([]);
  });

  it('leave alone what is switched off', () => {
    const levels: FindingLevels = new Map([['unquoted-identifier', 'off']]);
    const [all] = actionsFor(analyse(MANY, TEST_CONTEXT), [], { only: [FIX_ALL] }, { levels });
    const after = applied(MANY, all?.edit);
    expect(after).toContain('tin: 000123456,');
    expect(after).toContain('2024-01-15/2024-06-30');
  });

  it('are not offered for one finding, nor for what has several answers', () => {
    expect(at('period-outside-year', MANY).map(({ title }) => title)).toEqual(['Clip to 2024: 2024-01-01/2024-08-01', 'Hide `period-outside-year` on this line']);
    const titles = at('unknown-activity', `${HEAD}activities:\n  - id: IA_EPA_11\n  - id: IA_EPA_12\n`).map(({ title }) => title);
    expect(titles.some((title) => title.startsWith('Fix all'))).toBe(false);
  });
});

describe('hiding a finding', () => {
  const hide = (code: FindingCode, text: string, which = 0): string => {
    const action = at(code, text, which).at(-1);
    expect(action?.title).toMatch(/^Hide/);
    return applied(text, action?.edit);
  };
  const ONE = `${HEAD}activities:\n    -   id: IA_XX_1\n`;

  it.each([
    ['above its line', ONE, ONE.replace('    -   id', '    # mips-disable-next-line unknown-activity\n    -   id')],
    ['with CRLF', ONE.replaceAll('\n', '\r\n'), ONE.replace('    -   id', '    # mips-disable-next-line unknown-activity\n    -   id').replaceAll('\n', '\r\n')],
    ['in the comment of its line', ONE.replace('XX_1', 'XX_1 # mips-disable-line period-missing, participation-missing -- why'), ONE.replace('XX_1', 'XX_1 # mips-disable-line period-missing, participation-missing unknown-activity -- why')],
    ['in the comment above', ONE.replace('    -   id', '# mips-disable-next-line period-missing\n    -   id'), ONE.replace('    -   id', '# mips-disable-next-line period-missing unknown-activity\n    -   id')],
    ['in brackets', `${HEAD}activities: [\n  { id: IA_BE_4 },\n  { id: IA_XX_1 } ]\n`, `${HEAD}activities: [\n  { id: IA_BE_4 },\n  # mips-disable-next-line unknown-activity\n  { id: IA_XX_1 } ]\n`],
    ['at the top, where the line begins within a text', `${HEAD}activities:\n  - { note: "a\n    b", id: IA_XX_1 }\n`, `# mips-disable-file unknown-activity\n${HEAD}activities:\n  - { note: "a\n    b", id: IA_XX_1 }\n`],
    ['in the comment at the top', `# mips-disable-file period-missing\n${HEAD}activities:\n  - { note: a\n    b, id: IA_XX_1 }\n`, `# mips-disable-file period-missing unknown-activity\n${HEAD}activities:\n  - { note: a\n    b, id: IA_XX_1 }\n`],
    ['behind a block of text', `${HEAD}activities:\n  - note: |\n      a\n    id: IA_XX_1\n`, `${HEAD}activities:\n  - note: |\n      a\n    # mips-disable-next-line unknown-activity\n    id: IA_XX_1\n`],
  ])('writes the comment %s', (_, text, expected) => {
    expect(hide('unknown-activity', text)).toBe(expected);
    expect(codes(expected).filter((code) => code === 'unknown-activity')).toEqual([]);
  });

  it('in the first line keeps the byte-order mark first', () => {
    const text = `\uFEFFperformance_year: 1999\n${HEAD.slice(HEAD.indexOf('\n') + 1)}activities: []\n`;
    expect(hide('year-not-covered', text)).toBe(text.replace('\uFEFF', '\uFEFF# mips-disable-next-line year-not-covered\n'));
  });

  it('is not offered for what cannot be read', () => {
    expect(at('yaml-syntax', `${HEAD}activities: [}\n`).map(({ title }) => title).filter((title) => title.startsWith('Suppress'))).toEqual([]);
    expect(at('nesting-too-deep', `${'['.repeat(70)}${']'.repeat(70)}\n`)).toEqual([]);
  });
});
