import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from './sourceText.ts';

describe('SourceText', () => {
  it('counts lines at LF, CRLF and CR', () => {
    const source = new SourceText('a\nbc\r\nd\re');
    expect(source.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => source.lineText(line))).toEqual(['a', 'bc', 'd', 'e']);
  });

  it('ends the lines that are inserted as the file does', () => {
    expect(['', 'a', 'a\nb', 'a\rb\n', 'a\nb\r\nc'].map((text) => new SourceText(text).lineEnd)).toEqual(['\n', '\n', '\n', '\n', '\r\n']);
  });

  it('counts UTF-16 code units', () => {
    const source = new SourceText('x: 😀y');
    expect(source.positionAt(5)).toEqual({ line: 0, character: 5 });
    expect(source.offsetAt({ line: 0, character: 5 })).toBe(5);
  });

  it('does not count a byte-order mark', () => {
    const source = new SourceText('\uFEFFab\ncd');
    expect(source.positionAt(1)).toEqual({ line: 0, character: 0 });
    expect(source.positionAt(0)).toEqual({ line: 0, character: 0 });
    expect(source.offsetAt({ line: 0, character: 1 })).toBe(2);
    expect(source.positionAt(4)).toEqual({ line: 1, character: 0 });
  });

  it('keeps positions outside within the text', () => {
    const source = new SourceText('ab\r\ncd');
    expect(source.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(source.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(source.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(source.positionAt(99)).toEqual({ line: 1, character: 2 });
  });

  it('ends its lines as the file does, with one line feed alone where there is none', () => {
    expect(new SourceText('a\r\nb').lineEnd).toBe('\r\n');
    expect(new SourceText('a\nb').lineEnd).toBe('\n');
    expect(new SourceText('a').lineEnd).toBe('\n');
  });

  it('knows a range that it would give from every other', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r', '\uFEFF') });
    const offsets = fc.integer({ min: -1, max: 12 });
    fc.assert(fc.property(texts, fc.tuple(offsets, offsets, offsets, offsets), (text, [start, end, otherStart, otherEnd]) => {
      const source = new SourceText(text);
      const [range, other] = [source.rangeOf({ start, end }), { start: otherStart, end: otherEnd }];
      expect(source.isRangeOf(range, { start, end })).toBe(true);
      expect(source.isRangeOf(range, other)).toBe(JSON.stringify(source.rangeOf(other)) === JSON.stringify(range));
      expect(source.isRangeOf({ start: range.start, end: { line: 99, character: 0 } }, other)).toBe(false);
    }));
  });

  it('goes from an offset to a position and back', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '😀', ' ') });
    fc.assert(fc.property(texts, fc.nat(), (text, any) => {
      const source = new SourceText(text);
      const offset = any % (text.length + 1);
      const insideBreak = text[offset - 1] === '\r' && text[offset] === '\n';
      if (!insideBreak) expect(source.offsetAt(source.positionAt(offset))).toBe(offset);
    }));
  });
});
