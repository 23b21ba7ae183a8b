import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../text/sourceText.ts';
import { excerpt } from './excerpt.ts';

/** The line above its carets; `«` and `»` mark the span. */
function shown(marked: string): string[] {
  const text = marked.replace(/[«»]/g, '');
  const start = marked.indexOf('«');
  const { text: line, before, width } = excerpt(new SourceText(text), { start, end: marked.indexOf('»') - 1 }, (whole) => whole);
  return [line, ' '.repeat(before) + '^'.repeat(width)];
}

describe('excerpt', () => {
  it('marks the span in its line', () => {
    expect(shown('a: 1\nkey: «value» # note\n')).toEqual(['key: value # note', '     ^^^^^']);
  });

  it('counts columns as a terminal shows them', () => {
    expect(shown('名前: «値» x')).toEqual(['名前: 値 x', '      ^^']);
    expect(shown('a: 😀 «b»')).toEqual(['a: 😀 b', '      ^']);
    expect(shown('a: e\u0301 «b»')).toEqual(['a: e\u0301 b', '     ^']);
    expect(shown('a: 👩‍⚕️ «👩‍⚕️»')).toEqual(['a: 👩‍⚕️ 👩‍⚕️', '      ^^']);
  });

  it('shows tabs as blanks up to the next tab stop', () => {
    expect(shown('\t«a»: 1')).toEqual(['    a: 1', '    ^']);
    expect(shown('ab:\t«c»')).toEqual(['ab: c', '    ^']);
    expect(shown('«\t»a')).toEqual(['    a', '^^^^']);
  });

  it('begins behind a byte-order mark and ends before the line break', () => {
    expect(shown('\ufeff«key»: 1\r\n')).toEqual(['key: 1', '^^^']);
    expect(shown('key: «1\r\nother: 2»\r\n')).toEqual(['key: 1', '     ^']);
  });

  it('marks a place without width', () => {
    expect(shown('key:«»')).toEqual(['key:', '    ^']);
    expect(shown('«»')).toEqual(['', '^']);
  });

  it('shows of a long line what is around the span', () => {
    const [line = '', carets = ''] = shown(`key: ${'x'.repeat(500)} «here» ${'y'.repeat(500)}`);
    expect(line).toMatch(/^…x{29} here y+…$/);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('here');
    const [wide = ''] = shown(`«${'z'.repeat(200_000)}»`);
    expect(wide).toBe(`${'z'.repeat(110)}…`);
    expect(shown(`${'😀'.repeat(100)}«here»`)[0]).toMatch(/^…(?:😀)+here$/u);
  });

  it('shows no control characters', () => {
    expect(shown('a: \u001b[31m«b»\u202ec\u0000')).toEqual(['a: ␛[31mb\ufffdc␀', '        ^']);
    expect(shown('a: \ud800 «b»')).toEqual(['a: \ufffd b', '     ^']);
  });

  it('hides what is to be hidden', () => {
    const source = new SourceText('tin: "123456789"');
    expect(excerpt(source, { start: 5, end: 16 }, (line) => line.replace(/\d/g, '•'))).toMatchObject({ text: 'tin: "•••••••••"', before: 5, width: 11 });
  });
});
