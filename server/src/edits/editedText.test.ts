import type { SpanEdit } from '../text/spanEdit.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditedText } from './editedText.ts';

const edit = (start: number, end: number, newText: string): SpanEdit => ({ span: { start, end }, newText });

function applied(text: string, edits: readonly SpanEdit[]): string {
  return [...edits].reverse().reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

describe('A text that is edited again and again', () => {
  it('gives the edits as of the original', () => {
    const edited = new EditedText('abcdef');
    edited.apply([edit(1, 2, 'XY'), edit(5, 5, '!')]);
    expect(edited.text).toBe('aXYcde!f');
    edited.apply([edit(2, 3, '')]);
    expect(edited.edits()).toEqual([edit(1, 2, 'X'), edit(5, 5, '!')]);
  });

  it('puts what is inserted in one place there in its order, before what is replaced behind it', () => {
    const edited = new EditedText('abc');
    edited.apply([edit(1, 1, 'x'), edit(1, 1, 'y'), edit(1, 2, 'B')]);
    expect(edited.text).toBe('axyBc');
  });

  it('has none where what was written is taken back', () => {
    const edited = new EditedText('abc');
    edited.apply([edit(1, 1, 'x')]);
    edited.apply([edit(1, 2, '')]);
    expect(edited.edits()).toEqual([]);
  });

  it('is reached from the original by its edits, whatever they were', () => {
    const step = fc.record({ start: fc.nat(20), length: fc.nat(6), newText: fc.string({ maxLength: 4 }) });
    fc.assert(fc.property(fc.string({ maxLength: 20 }), fc.array(step, { maxLength: 8 }), (original, steps) => {
      const edited = new EditedText(original);
      let expected = original;
      for (const { start, length, newText } of steps) {
        const from = Math.min(start, expected.length);
        const to = Math.min(from + length, expected.length);
        edited.apply([edit(from, to, newText)]);
        expected = expected.slice(0, from) + newText + expected.slice(to);
      }
      expect(edited.text).toBe(expected);
      expect(applied(original, edited.edits())).toBe(expected);
    }));
  });
});
