import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { Completions, SIMPLE_CLIENT, VSCODE } from '../testing/completions.ts';
import { TEST_CONTEXT } from '../testing/markedText.ts';

const HEAD = 'performance_year: 2024\npractice: { name: Elm, clinicians: 9 }\nsubmission: { level: group }\nactivities:\n';
const SHORT = '  - id: IA_BE_4\n    performed_by: 2\n    period: 2024-01-01/2024-01-31';

function at(text: string, options = SIMPLE_CLIENT): Completions {
  return new Completions(HEAD + text, options);
}

describe('comments that hide findings', () => {
  it.each([
    ['behind a value that is wrong', `${SHORT} # <|>\n`, ['mips-disable-line period-too-short', 'mips-disable-line', 'mips-disable-next-line', 'mips-disable-file']],
    ['above one', `  - id: IA_BE_4\n    # mips<|>\n    performed_by: 2\n`, ['mips-disable-next-line participation-too-low', 'mips-disable-next-line', 'mips-disable-file']],
    ['where nothing is wrong', '  # <|>\n', ['mips-disable-next-line', 'mips-disable-file']],
    ['without a blank', `${SHORT} #<|>\n`, ['mips-disable-line period-too-short', 'mips-disable-line', 'mips-disable-next-line', 'mips-disable-file']],
    ['in an ordinary comment', `${SHORT} # see me<|>\n`, []],
    ['in another word', `${SHORT} # mix<|>\n`, []],
  ])('are offered %s', (_, text, labels) => expect(at(text).labels).toEqual(labels));

  it('hide the finding once they are there', () => {
    const after = at(`${SHORT} # mi<|>\n`).apply('mips-disable-line period-too-short');
    expect(after).toBe(`${HEAD}${SHORT} # mips-disable-line period-too-short<|>\n`);
    const codes = analyse(after.replace('<|>', ''), TEST_CONTEXT).findings.map(({ code }) => code);
    expect(codes).not.toContain('period-too-short');
    expect(codes).not.toContain('unused-suppression');
  });

  it('go on with their codes', () => {
    const item = at('  # <|>\n', VSCODE).item('mips-disable-file');
    expect(item.command?.command).toBe('editor.action.triggerSuggest');
    expect(at('  # <|>\n').apply('mips-disable-file')).toBe(`${HEAD}  # mips-disable-file <|>\n`);
  });

  it('do not come where a blank begins a comment', () => {
    expect(at(`${SHORT} # <|>\n`, { ...VSCODE, isTriggered: true }).list).toBeUndefined();
    expect(at(`${SHORT} # mips-disable-<|>\n`, { ...VSCODE, isTriggered: true }).labels).toContain('mips-disable-line');
  });
});

describe('their codes', () => {
  it('are first those that would hide something', () => {
    expect(at(`${SHORT} # mips-disable-line <|>\n`).labels.slice(0, 2)).toEqual(['period-too-short', 'unused-suppression']);
    expect(at(`  - id: IA_BE_4\n    # mips-disable-next-line <|>\n    performed_by: 2\n`).labels[0]).toBe('participation-too-low');
    expect(at(`${SHORT}\n# mips-disable-file <|>\n`).labels.slice(0, 5)).toEqual(['small-practice-undeclared', 'score-below-maximum', 'status-behind-period', 'participation-too-low', 'period-too-short']);
    const found = at(`${SHORT} # mips-disable-line <|>\n`, VSCODE).item('period-too-short');
    expect(found).toMatchObject({ labelDetails: { description: 'found here' }, documentation: { value: expect.stringContaining('31 days') as string } });
  });

  it('are each once and not those that no comment hides', () => {
    const { labels } = at('  # mips-disable-file period-too-short, <|>\n');
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('period-missing');
    expect(labels).not.toContain('period-too-short');
    expect(labels).not.toContain('yaml-syntax');
  });

  it('replace what is begun', () => {
    expect(at('  # mips-disable-file period-m<|>is, x\n').apply('period-missing')).toBe(`${HEAD}  # mips-disable-file period-missing<|>, x\n`);
    const typed = at('  # mips-disable-file period-m<|>is, x\n', VSCODE);
    expect(typed.apply('period-missing', 'insert')).toBe(`${HEAD}  # mips-disable-file period-missing<|>is, x\n`);
    expect(at('  # mips-disable-file period-missing<|>\n').labels).toContain('period-missing');
  });

  it('are not offered behind a reason, or behind another word', () => {
    expect(at('  # mips-disable-file period-missing -- as <|>\n').list).toBeUndefined();
    expect(at('  # mips-disable-all <|>\n').list).toBeUndefined();
  });

  it.each([['CRLF', (text: string) => text.replaceAll('\n', '\r\n')], ['a byte-order mark', (text: string) => `\ufeff${text}`]])('find their place with %s', (_, form) => {
    const completions = new Completions(form(`${HEAD}${SHORT} # mips-disable-line <|>\n`));
    expect(completions.labels[0]).toBe('period-too-short');
    expect(completions.apply('period-too-short')).toBe(form(`${HEAD}${SHORT} # mips-disable-line period-too-short<|>\n`));
  });
});
