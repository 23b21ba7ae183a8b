import { describe, expect, it } from 'vitest';
import type { BlockingFinding } from '../../../server/src/protocol/export.ts';
import { refusalText } from './refusalText.ts';

function finding(line: number): BlockingFinding {
  const place = { line, character: 0 };
  return { code: 'missing-key', message: `A submission needs \`tin\` (${line}).`, range: { start: place, end: place } };
}

describe('Why a plan is not exported', () => {
  it('is told in the lines of the editor', () => {
    expect(refusalText('a.mips.yaml', [finding(1)])).toEqual({
      message: 'a.mips.yaml is not exported: 1 error stands in the way.', detail: 'Line 2: A submission needs tin (1).',
    });
  });

  it('is told in short where there is much', () => {
    const { message, detail } = refusalText('a.mips.yaml', [0, 1, 2, 3, 4, 5, 6].map(finding));
    expect(message).toContain('7 errors stand in the way');
    expect(detail.split('\n\n')).toHaveLength(6);
    expect(detail).toMatch(/Line 5: .*\n\nAnd 2 more\.$/);
  });

  it('is told of a file without a plan', () => {
    expect(refusalText('a.mips.yaml', [])).toEqual({ message: 'a.mips.yaml is not exported: there is no plan in it.', detail: '' });
  });
});
