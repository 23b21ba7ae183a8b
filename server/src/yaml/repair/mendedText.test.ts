import type { SpanEdit } from '../../text/spanEdit.ts';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MendedText } from './mendedText.ts';

describe('MendedText', () => {
  it('knows where its characters stand in the file', () => {
    const mended = MendedText.of('one two three').apply([
      { span: { start: 3, end: 3 }, newText: '!!' },
      { span: { start: 4, end: 8 }, newText: '' },
      { span: { start: 8, end: 13 }, newText: '3' },
    ]);
    expect(mended.text).toBe('one!! 3');
    expect([...mended.text, ''].map((_character, offset) => mended.originalOffset(offset))).toEqual([
      0, 1, 2, 3, 3, 3, 8, 13,
    ]);
  });

  it('knows it after several steps, too', () => {
    const first = MendedText.of('a: "b\nc d\n').apply([{ span: { start: 5, end: 5 }, newText: '"' }]);
    const second = first.apply([
      { span: { start: first.text.indexOf(' d'), end: first.text.indexOf(' d') }, newText: ':' },
    ]);
    expect(second.text).toBe('a: "b"\nc: d\n');
    expect(second.originalOffset(second.text.indexOf('d'))).toBe(8);
    expect(second.originalSpan({ start: 3, end: 6 })).toEqual({ start: 3, end: 5 });
    expect(second.originalOffset(second.text.length)).toBe(10);
    expect(second.originalOffset(99)).toBe(10);
  });

  it('knows what is as it was', () => {
    const mended = MendedText.of('one two three').apply([
      { span: { start: 3, end: 3 }, newText: '!' },
      { span: { start: 8, end: 9 }, newText: 'T' },
    ]);
    expect(mended.holds({ start: 0, end: 3 })).toBe(true);
    expect(mended.holds({ start: 3, end: 8 })).toBe(true);
    expect(mended.holds({ start: 9, end: 13 })).toBe(true);
    expect(mended.holds({ start: 2, end: 4 })).toBe(false);
    expect(mended.holds({ start: 7, end: 9 })).toBe(false);
  });

  it('keeps what it keeps in order, whatever the edits', () => {
    const edits = (length: number): fc.Arbitrary<SpanEdit[]> =>
      fc
        .array(fc.tuple(fc.nat(length), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 5 })
        .map((raw) => raw.sort((a, b) => a[0] - b[0]))
        .map((raw) =>
          raw.map(([start, extent, newText], i) => ({
            span: { start, end: Math.min(start + extent, raw[i + 1]?.[0] ?? length) },
            newText,
          })),
        );
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }).chain((text) => fc.tuple(fc.constant(text), edits(text.length))),
        fc.nat(20),
        ([text, firstEdits], at) => {
          const first = MendedText.of(text).apply(firstEdits);
          const start = Math.min(at, first.text.length);
          const second = first.apply([{ span: { start, end: Math.min(start + 2, first.text.length) }, newText: 'x' }]);
          let before = 0;
          for (let offset = 0; offset <= second.text.length; offset++) {
            const original = second.originalOffset(offset);
            expect(original).toBeGreaterThanOrEqual(before);
            expect(original).toBeLessThanOrEqual(text.length);
            before = original;
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
