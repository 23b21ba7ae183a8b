import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { resolveCompletion } from '../completion.ts';
import { Completions, SIMPLE_CLIENT, VSCODE } from '../testing/completions.ts';
import { TEST_CONTEXT } from '../testing/markedText.ts';

const HEAD = 'performance_year: 2024\npractice: { name: Elm, clinicians: 9 }\nsubmission: { level: group }\n';
const PERIOD = '2024-06-15/2024-09-12';

function applied(activities: string, label = 'Whole activity', options = VSCODE, head = HEAD): string {
  const lead = `${head}activities:\n`;
  const after = new Completions(`${lead}${activities}`, options).apply(label);
  expect(after.startsWith(lead)).toBe(true);
  return after.slice(lead.length);
}

describe('a whole activity', () => {
  it.each([
    ['behind a dash', '  - <|>\n', `  - id: <|>\n    period: ‹${PERIOD}›\n    performed_by: ‹all›\n    evidence:\n      - ‹›\n`],
    ['behind a dash without a blank', '  -<|>\n', `  - id: <|>\n    period: ‹${PERIOD}›\n    performed_by: ‹all›\n    evidence:\n      - ‹›\n`],
    ['half-typed', '  - who<|>\n', `  - id: <|>\n    period: ‹${PERIOD}›\n    performed_by: ‹all›\n    evidence:\n      - ‹›\n`],
    ['in quotes', '  - "who<|>"\n', `  - id: <|>\n    period: ‹${PERIOD}›\n    performed_by: ‹all›\n    evidence:\n      - ‹›\n`],
    ['on an empty line', '  - id: IA_BE_4\n  <|>\n', `  - id: IA_BE_4\n  - id: <|>\n    period: ‹${PERIOD}›\n    performed_by: ‹all›\n    evidence:\n      - ‹›\n`],
    ['in a list that is not indented', '- id: IA_BE_4\n- <|>\n', `- id: IA_BE_4\n- id: <|>\n  period: ‹${PERIOD}›\n  performed_by: ‹all›\n  evidence:\n  - ‹›\n`],
    ['in a file of four columns', '    - id: IA_BE_4\n    - <|>\n', `    - id: IA_BE_4\n    - id: <|>\n      period: ‹${PERIOD}›\n      performed_by: ‹all›\n      evidence:\n          - ‹›\n`],
    ['with wide dashes', '   -  id: IA_BE_4\n   -  <|>\n', `   -  id: IA_BE_4\n   -  id: <|>\n      period: ‹${PERIOD}›\n      performed_by: ‹all›\n      evidence:\n         -  ‹›\n`],
    ['in brackets', '  [<|>]\n', `  [{ id: <|>, period: ‹${PERIOD}›, performed_by: ‹all›, evidence: [‹›] }]\n`],
  ])('is written %s', (_, before, after) => expect(applied(before)).toBe(after));

  it('is written on the line of `activities`', () => {
    expect(new Completions(`${HEAD}activities: <|>\n`, VSCODE).apply('Whole activity')).toContain('activities:\n  - id: <|>\n    period: ');
  });

  it('keeps the file’s line ends and its byte-order mark', () => {
    const text = `\ufeff${HEAD}activities:\n  - <|>\n`.replaceAll('\n', '\r\n');
    const after = new Completions(text, VSCODE).apply('Whole activity');
    expect(after.startsWith('\ufeff')).toBe(true);
    expect(after).toContain(`\r\n  - id: <|>\r\n    period: ‹${PERIOD}›\r\n    performed_by: ‹all›\r\n    evidence:\r\n      - ‹›\r\n`);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('is plain text where the client has no snippets', () => {
    expect(applied('  - <|>\n', 'Whole activity', SIMPLE_CLIENT)).toBe('  - id:\n    period:\n    performed_by:\n    evidence:<|>\n');
    expect(applied('  [<|>]\n', 'Whole activity', SIMPLE_CLIENT)).toBe('  [{ id:, period:, performed_by:, evidence: [] }<|>]\n');
  });

  it('has no performers where one clinician reports', () => {
    expect(applied('  - <|>\n', 'Whole activity', VSCODE, HEAD.replace('group', 'individual'))).not.toContain('performed_by');
  });

  it('is of the plan that the cursor is in', () => {
    const text = `performance_year: 2024\nactivities: []\n---\n${HEAD.replace('2024', '2019')}activities:\n  - <|>\n`;
    expect(new Completions(text, VSCODE).apply('Whole activity')).toContain('2019-01-01/2019-03-31');
  });

  it('is not offered where an id is being written', () => {
    for (const place of ['  - id: <|>\n', '  - tele<|>\n', '  - { <|> }\n']) {
      expect(new Completions(`${HEAD}activities:\n${place}`, VSCODE).labels).not.toContain('Whole activity');
    }
  });
});

function closers(activities: string, head = HEAD): readonly string[] {
  return new Completions(`${head}activities:\n${activities}`, SIMPLE_CLIENT).items
    .filter(({ label }) => label.startsWith('Close the gap'))
    .map(({ label, detail }) => `${label.split(' ').at(-1) ?? ''} ${detail ?? ''}`);
}

const CREDITED = (id: string): string => `  - id: ${id}\n    period: 2024-01-01/2024-06-30\n    performed_by: 9\n`;

describe('what closes the gap', () => {
  it('says what it brings', () => {
    expect(closers('  - <|>\n')).toEqual(['IA_AHE_1 +20, makes 20', 'IA_AHE_3 +20, makes 20', 'IA_AHE_6 +20, makes 20']);
    expect(closers(`${CREDITED('IA_BMH_7')}  - <|>\n`)[0]).toBe('IA_BMH_9 +20, reaches 40');
    expect(closers(`${CREDITED('IA_BMH_7')}${CREDITED('IA_BE_4')}  - <|>\n`)[0]).toMatch(/ \+10, reaches 40$/);
    expect(closers('  - <|>\n', `${HEAD}special_statuses: [rural]\n`)[0]).toBe('IA_AHE_1 +40, reaches 40');
    // The first activity brings the APM credit too.
    expect(closers('  - <|>\n', `${HEAD}apm: {}\n`)[0]).toBe('IA_AHE_1 +40, reaches 40');
    expect(closers('  - <|>\n', HEAD.replace('2024', '2025'))[0]).toMatch(/ \+20, makes 20$/);
  });

  it('is what the year and the pathway allow and the plan lacks', () => {
    const ofMvp = closers('  - id: IA_EPA_1\n  - <|>\n', 'performance_year: 2024\nsubmission: { program: mvp, level: group, mvp: G0055 }\n');
    const allowed = TEST_CONTEXT.inventory.mvp('G0055')?.activitiesIn(2024);
    expect(ofMvp).toHaveLength(3);
    for (const closer of ofMvp) {
      expect(allowed?.has(closer.split(' ')[0] ?? '')).toBe(true);
      expect(closer).not.toContain('IA_EPA_1');
    }
  });

  it('is nothing where there is no gap, or no score', () => {
    expect(closers(`${CREDITED('IA_BMH_7')}${CREDITED('IA_BMH_9')}  - <|>\n`)).toEqual([]);
    expect(closers('  - <|>\n', HEAD.replace('2024', '1999'))).toEqual([]);
    expect(closers('  - <|>\n', HEAD.replace('level', 'program: app, level'))).toEqual([]);
  });

  it('is written whole where only its id stands, else as an id', () => {
    const label = 'Close the gap: IA_AHE_1';
    expect(applied('  - id: <|>\n', label)).toBe(`  - id: IA_AHE_1\n    period: <|>${PERIOD}\n    performed_by: ‹all›\n    evidence:\n      - ‹›\n`);
    expect(applied('  - <|>\n', label)).toBe(`  - id: IA_AHE_1\n    period: <|>${PERIOD}\n    performed_by: ‹all›\n    evidence:\n      - ‹›\n`);
    expect(applied('  - { id: <|> }\n', label)).toBe(`  - { id: IA_AHE_1, period: <|>${PERIOD}, performed_by: ‹all›, evidence: [‹›] }\n`);
    expect(applied('  - id: <|>\n    status: planned\n', label)).toBe('  - id: IA_AHE_1<|>\n    status: planned\n');
    expect(applied('  - { id: <|>, status: planned }\n', label)).toBe('  - { id: IA_AHE_1<|>, status: planned }\n');
    expect(applied('  - id: "<|>"\n', label)).toBe('  - id: "IA_AHE_1<|>"\n');
  });

  it('earns what it says once it is there', () => {
    const head = `${HEAD}special_statuses: [rural]\n`;
    const text = applied('  - <|>\n', 'Close the gap: IA_AHE_1', VSCODE, head).replace(/<\|>|[‹›]/g, '');
    const [plan] = analyse(`${head}activities:\n${text}`, TEST_CONTEXT).plans;
    expect(plan?.points?.capped).toBe(40);
  });

  it.each([
    ['a date that is none', '  - id: <|>\n    period: 2024-02-30/2024-06-30\n    performed_by: all\n'],
    ['too few clinicians', '  - { id: <|>, performed_by: 4 }\n'],
    ['a status of dropped', '  - { id: <|>, status: dropped }\n'],
    ['an activity that counts already', '  - { id: <|>IA_BE_4, performed_by: all }\n'],
  ])('promises nothing beside %s', (_, activities) => {
    expect(new Completions(`${HEAD}activities:\n${activities}`, VSCODE).labels.filter((label) => label.startsWith('Close'))).toEqual([]);
  });

  it('beside a short period is what may be as short', () => {
    const labels = new Completions(`${HEAD}activities:\n  - { id: <|>, period: 2024-01-01/2024-01-31, performed_by: all }\n`, VSCODE).labels;
    expect(labels.filter((label) => label.startsWith('Close'))).toEqual(['IA_ERP_3', 'IA_BMH_10', 'IA_CC_18'].map((id) => `Close the gap: ${id}`));
  });

  it('has its documentation once it is resolved', () => {
    const completions = new Completions(`${HEAD}activities:\n  - <|>\n`, VSCODE);
    const item = { ...completions.item('Close the gap: IA_AHE_1'), data: completions.list?.itemDefaults?.data as unknown };
    expect(resolveCompletion(item, { inventory: TEST_CONTEXT.inventory, texts: undefined, markdown: false })).toMatchObject({
      documentation: { kind: 'plaintext', value: expect.stringContaining('IA_AHE_1 Enhance Engagement of Medicaid') as string },
    });
  });
});
