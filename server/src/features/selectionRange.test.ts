import type { SelectionRange } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { selectionRanges } from './selectionRange.ts';
import { CANCELLED, marked, NOT_CANCELLED } from './testing/markedText.ts';

/** What is selected step by step, the smallest first. */
function grown(markedText: string): string[] {
  const { analysis: { source, ...rest }, position, text } = marked(markedText);
  const [first, ...others] = selectionRanges({ source, ...rest }, [position], NOT_CANCELLED);
  expect(others).toEqual([]);
  const steps: string[] = [];
  for (let selection: SelectionRange | undefined = first; selection !== undefined; selection = selection.parent) {
    steps.push(text.slice(source.offsetAt(selection.range.start), source.offsetAt(selection.range.end)));
  }
  for (const [index, step] of steps.entries()) if (index > 0) expect(step).toContain(steps[index - 1]);
  return steps;
}

const ITEM = 'id: IA_BE_4\n    note: "ni<|>ghts"';
const LIST = `- ${ITEM}\n  - id: IA_BE_6`;
const ENTRY = `activities:\n  ${LIST}`;
const DOCUMENT = `practice: {}\n${ENTRY}`;

function steps(text: string, ...expected: string[]): void {
  expect(grown(text)).toEqual(expected.map((step) => step.replace('<|>', '')));
}

describe('a growing selection', () => {
  it('takes value, entry, map, item, list and so on', () => {
    steps(`${DOCUMENT}\n`, 'nights', '"nights"', 'note: "nights"', ITEM, `- ${ITEM}`, LIST, ENTRY, DOCUMENT, `${DOCUMENT}\n`);
  });

  it('stays within its document', () => {
    const [whole, document, root] = grown(`practice: {}\n---\nactivities: [IA_<|>BE_4]\n# end\n`).reverse();
    expect(whole).toMatch(/^practice/);
    expect(document).toMatch(/^(---)?\s*activities: \[IA_BE_4\]\n# end\n$/);
    expect(root).toBe('activities: [IA_BE_4]');
  });

  it('goes through brackets and keys', () => {
    steps('a: [{ id: x, no<|>te: y }, z]\n', 'note', 'note: y', '{ id: x, note: y }', '[{ id: x, note: y }, z]', 'a: [{ id: x, note: y }, z]', 'a: [{ id: x, note: y }, z]\n');
  });

  it('holds the position also before a quote and behind it', () => {
    expect(grown('a: <|>"b"\n')[0]).toBe('"b"');
    expect(grown('a: "b"<|>\n')[0]).toBe('"b"');
    expect(grown('<|>"a": b\n')[0]).toBe('"a"');
  });

  it('takes aliases and comments as one', () => {
    expect(grown('a: &x [1, 2]\nb: *<|>x\n').slice(0, 2)).toEqual(['*x', 'b: *x']);
    expect(grown('a:\n  b: 1 # wh<|>y\n  c: 2\n').slice(0, 2)).toEqual(['# why', 'b: 1 # why\n  c: 2']);
  });

  it('works with CRLF, a byte-order mark and in broken text', () => {
    expect(grown('\uFEFFa:\r\n  - id: IA_<|>BE_4\r\n').slice(0, 3)).toEqual(['IA_BE_4', 'id: IA_BE_4', '- id: IA_BE_4']);
    expect(grown('a:\n  - id: IA_<|>BE_4\n    b: [\n')[0]).toBe('IA_BE_4');
    expect(grown('<|>')).toEqual(['']);
  });

  it('is one for each position, and none once cancelled', () => {
    const { analysis, position } = marked('a: <|>b\n');
    expect(selectionRanges(analysis, [position, { line: 0, character: 0 }, { line: 9, character: 9 }], NOT_CANCELLED)).toHaveLength(3);
    expect(selectionRanges(analysis, [position], CANCELLED)).toEqual([]);
  });
});
