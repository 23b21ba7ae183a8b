import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { foldingRanges } from './foldingRange.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

/** First and last line of each fold, from 1. */
function folds(text: string): string[] {
  return foldingRanges(analyse(text, TEST_CONTEXT), NOT_CANCELLED).map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind === undefined ? '' : ` ${kind}`}`);
}

const PLAN = `# Elm Street
# and its plan
practice: # who
  name: Elm
  clinicians: 9

# one line
activities:
  - id: IA_BE_4
    evidence:
      - a.pdf
      - b.pdf
    note: |
      one

      two

  - id: IA_BE_6 # short
  - {
      id: IA_BE_15,
      evidence: [
        c.pdf,
        d.pdf ]
    }
  # about what follows
  # on two lines

`;
const FOLDS = ['1-2 comment', '3-5', '8-23', '9-16', '10-12', '13-16', '19-23', '21-23', '25-26 comment'];

describe('folding', () => {
  it.each([
    ['LF', PLAN],
    ['CRLF and a byte-order mark', `\uFEFF${PLAN.replaceAll('\n', '\r\n')}`],
  ])('is by keys, items, brackets, texts and comments: %s', (_, text) => expect(folds(text)).toEqual(FOLDS));

  it('is by documents where they are marked', () => {
    expect(folds('practice:\n  name: a\n--- # second\npractice:\n  name: |\n    a\n    ---\n\n\n---\n# nothing\n')).toEqual(['1-2', '3-7', '4-7', '5-7', '10-11']);
  });

  it('leaves what aliases repeat', () => {
    expect(folds('x-base: &base\n  period: { start: 2024-01-01,\n    end: 2024-06-01 }\nactivities:\n  - <<: *base\n    id: IA_BE_4\n  - *base\n')).toEqual(['1-3', '2-3', '4-7', '5-6']);
  });

  it('is there for broken text', () => {
    expect(folds('practice:\n  name: "a\nactivities:\n  - id: [\n    note: }\n')).toContain('1-2');
    expect(folds('')).toEqual([]);
    expect(folds('[')).toEqual([]);
  });

  it('is not made for a request that was cancelled', () => expect(foldingRanges(analyse(PLAN, TEST_CONTEXT), CANCELLED)).toEqual([]));
});
