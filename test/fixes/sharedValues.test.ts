import { CodeActionKind } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import { codeActions, FIX_ALL } from '../../server/src/features/codeAction.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { applied, EDITED } from '../../server/src/features/testing/edits.ts';
import { NOT_CANCELLED, TEST_CONTEXT } from '../../server/src/features/testing/markedText.ts';
import type { FindingCode } from '../../server/src/findings/finding.ts';

const OPTIONS = { ...EDITED, levels: new Map(), carriesOver: 'not at all' } as const;
const SHOWN = { uri: EDITED.uri, levels: new Map(), relatedInformation: true, codeDescription: true, data: true, unnecessaryTag: true } as const;

const HEAD = 'performance_year: 2024\npractice: { name: Elm, clinicians: 4 }\nsubmission: { level: group }\n';

function read(text: string): Analysis {
  return analyse(text, TEST_CONTEXT);
}

/** What becomes of the text with each fix whose title begins like this, of each finding of the code. */
function fixed(text: string, code: FindingCode, title: string): readonly string[] {
  const analysis = read(text);
  return diagnostics(analysis, SHOWN, NOT_CANCELLED).filter((diagnostic) => diagnostic.code === code).flatMap((diagnostic) => {
    const offered = codeActions(analysis, diagnostic.range, { diagnostics: [diagnostic], only: [CodeActionKind.QuickFix] }, OPTIONS, NOT_CANCELLED);
    return offered.filter((action) => action.title.startsWith(title)).map(({ edit }) => applied(text, edit));
  });
}

function codes(text: string): readonly string[] {
  return read(text).findings.map(({ code }) => code);
}

describe('a fix of what several activities repeat', () => {
  const short = (period: string): string => `${HEAD}activities:
  - id: IA_EPA_1
    period: &spring ${period}
    performed_by: all
  - id: IA_BE_4
    period: *spring
    performed_by: all
`;

  it('changes one date of a period and keeps the other', () => {
    const text = short('2024-03-01/2024-03-31');
    expect(fixed(text, 'period-too-short', 'Extend')).toEqual([short('2024-03-01/2024-05-29'), short('2024-03-01/2024-05-29')]);
    expect(fixed(text, 'period-too-short', 'Move')).toEqual([short('2024-01-02/2024-03-31'), short('2024-01-02/2024-03-31')]);
    expect(fixed(short('"2024-03-01/2024-02-30"'), 'invalid-date', 'Replace')).toContain(short('"2024-03-01/2024-02-29"'));
  });

  it('repairs it once where all are repaired', () => {
    const text = short('2024-06-30/2024-01-15');
    const analysis = read(text);
    const range = { start: { line: 0, character: 0 }, end: analysis.source.positionAt(text.length) };
    const [all] = codeActions(analysis, range, { diagnostics: [], only: [FIX_ALL] }, OPTIONS, NOT_CANCELLED);
    expect(applied(text, all?.edit)).toBe(short('2024-01-15/2024-06-30'));
  });

  it.each([
    ['folded lines', '>-\n      2024-03-01/2024-03-31', 'period-too-short', 'Extend', '2024-03-01/2024-05-29'],
    ['one date twice', '{ start: &day 2024-03-01, end: *day }', 'period-too-short', 'Extend', '2024-03-01/2024-05-29'],
    ['escapes', '"2024-02-3\\x30/2024-04-31"', 'invalid-date', 'Replace with `2024-02-29`', '2024-02-29/2024-04-31'],
  ] as const)('writes a period anew whose dates have no places of their own: %s', (_, period, code, title, after) => {
    const written = fixed(short(period), code, title)[0] ?? '';
    expect(codes(written)).not.toContain('yaml-syntax');
    expect(written.replace(/\{ start: &day |, end: [^}]*\}/g, '')).toContain(`&spring ${after}`);
  });

  it('sets the status of one activity alone', () => {
    const text = `${HEAD}activities:
  - &first
    id: IA_EPA_1
    period: 2024-01-01/2024-05-31
    performed_by: all
    status: &status planned
  - <<: *first
    id: IA_BE_4
    period: 2024-01-01/2024-08-31
  - id: IA_BE_6
    period: 2024-01-01/2024-08-31
    performed_by: all
    status: *status
`;
    const [first, ofMerge, ofAlias] = fixed(text, 'status-behind-period', 'Set');
    expect(first).toBe(text.replace('&status planned', '&status completed'));
    expect(ofMerge).toBe(text.replace('2024-08-31\n  - id: IA_BE_6', '2024-08-31\n    status: in_progress\n  - id: IA_BE_6'));
    expect(ofAlias).toBe(text.replace('status: *status', 'status: in_progress'));
  });

  it('does not take away what others repeat', () => {
    const text = `${HEAD}activities:
  - { id: IA_EPA_1, period: 2024-01-01/2024-05-31, performed_by: all }
  - { id: IA_EPA_1, period: &spring 2024-01-01/2024-05-31, performed_by: all }
  - { id: IA_BE_4, period: *spring, performed_by: all }
`;
    expect(fixed(text, 'duplicate-activity', 'Remove')).toEqual([]);
    expect(fixed(text.replace('*spring', '2024-01-01/2024-05-31'), 'duplicate-activity', 'Remove')).toHaveLength(1);
  });
});

describe('a fix of what is half written', () => {
  const begun = (period: string): string => `${HEAD}activities:\n  - id: IA_EPA_1\n    period:${period}\n    performed_by: all\n`;

  it.each([
    ['an end is missing', '\n      start: 2024-02-01 # from\n      end:\n    # who', '\n      start: 2024-02-01 # from\n      end: 2024-04-30\n    # who'],
    ['a start is missing', ' { end: 2024-06-30 }', ' { end: 2024-06-30, start: 2024-04-02 }'],
    ['both are missing', '\n      start: # a\n      end: # b', '\n      start: 2024-06-15 # a\n      end: 2024-09-12 # b'],
    ['the start is too late', ' { start: 2024-10-04 }', ' { start: 2024-06-15, end: 2024-09-12 }'],
    ['a text begins', ' 2024-02-01/', ' 2024-02-01/2024-04-30'],
    ['nothing is there', '', ' 2024-06-15/2024-09-12'],
  ])('keeps what is there: %s', (_, before, after) => {
    expect(fixed(begun(before), 'period-missing', 'Add')).toEqual([begun(after)]);
    expect(codes(begun(after)).filter((code) => code.startsWith('period'))).toEqual([]);
  });
});

describe('a fix keeps its promise', () => {
  it('empties a list that stands below its key, not further in', () => {
    const text = 'performance_year: 2024\npractice: { name: Elm, clinicians: 40 }\nsubmission: { level: group }\nspecial_statuses:\n- small_practice\nactivities: []\n';
    const [after = ''] = fixed(text, 'small-practice-size', 'Remove');
    expect(after).toContain('special_statuses: []\nactivities');
    expect(codes(after)).not.toContain('yaml-syntax');
  });

  it('does not name a clinician twice', () => {
    const plan = (map: string): string => `${HEAD}roster: { adams: , baker: }\nactivities:\n  - { id: IA_EPA_1, performed_by: { ${map} } }\n`.replace(', clinicians: 4', '');
    const period = '2024-01-01/2024-06-30';
    expect(fixed(plan(`adams: ${period}, adms: ${period}`), 'unknown-clinician', 'Replace')).toEqual([]);
    expect(fixed(plan(`adms: ${period}`), 'unknown-clinician', 'Replace')).toEqual([plan(`adams: ${period}`)]);
  });

  it('gives no fewer recognised sites than are needed, nor more than there are', () => {
    const plan = (home: string): string => `${HEAD}medical_home: { ${home} }\nactivities:\n  - id: IA_PCMH\n`;
    const [half] = fixed(plan('sites: 5'), 'medical-home-details-missing', 'Add');
    expect(half).toBe(plan('sites: 5, recognized_sites: 3'));
    const [all] = fixed(plan('recognized_sites: 3'), 'medical-home-details-missing', 'Add');
    expect(all).toBe(plan('recognized_sites: 3, sites: 3'));
    for (const text of [half, all]) expect(read(text ?? '').score('').plans[0]?.points).toBe(40);
  });

  it('gives no fewer clinicians than performed an activity', () => {
    const plan = (practice: string): string => `${HEAD.replace('practice: { name: Elm, clinicians: 4 }\n', practice)}activities:\n  - { id: IA_EPA_1, performed_by: 7 }\n`;
    expect(fixed(plan('practice: { name: Elm }\n'), 'missing-key', 'Add')).toEqual([plan('practice: { name: Elm, clinicians: 7 }\n')]);
    expect(fixed(plan(''), 'missing-key', 'Add `practice')[0]).toContain('clinicians: 7 }');
  });

  it('adds no medical home that would earn nothing', () => {
    const plan = (home: string): string => `${HEAD}medical_home: { ${home} }\nactivities: []\n`;
    expect(fixed(plan('sites: 5, recognized_sites: 2'), 'medical-home-not-attested', 'Add')).toEqual([]);
    expect(fixed(plan('sites: 5, recognized_sites: 2'), 'score-below-maximum', 'Add IA_PCMH')).toEqual([]);
    expect(fixed(plan('sites: 5, recognized_sites: 3'), 'medical-home-not-attested', 'Add').map((text) => read(text).score('').plans[0]?.points)).toEqual([40]);
  });

  it('hides a finding of a broken file only where the comment leaves the rest as it is', () => {
    const text = `${HEAD}activities: [{ id: IA_EPA_1, note: a\n  b }, { id: IA_XX_1 }, { id: IA_BE_4, performed_by: all }\n`;
    for (const after of fixed(text, 'unknown-activity', 'Hide')) {
      expect(codes(after).filter((code) => code === 'yaml-syntax')).toHaveLength(codes(text).filter((code) => code === 'yaml-syntax').length);
    }
    const torn = 'performance_year: 2021\npractice:\n  name: Elm\n  clinicians: 30\nsubmission:\n  program:\n traditional\n  level: group\nactivities: []\n';
    expect(codes(torn)).toContain('unknown-key');
    expect(fixed(torn, 'unknown-key', 'Hide')).toEqual([]);
  });
});
