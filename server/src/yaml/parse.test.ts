import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse.ts';
import type { ParsedYaml } from './parsed.ts';

function parsed(text: string): ParsedYaml {
  const result = parseYaml(text);
  if ('code' in result) throw new Error(result.code);
  return result;
}

describe('limits', () => {
  it('refuses a file over 2 MiB of UTF-8 and reads one of just that size', () => {
    const limit = 2 * 1024 * 1024;
    expect(parseYaml('#'.repeat(limit + 1))).toMatchObject({ code: 'document-too-large' });
    expect(parseYaml('#'.repeat(limit))).toMatchObject({ problems: [] });
    expect(parseYaml('#' + 'é'.repeat(limit / 2))).toMatchObject({ code: 'document-too-large' });
    expect(parseYaml('#' + '€'.repeat(limit / 3))).toMatchObject({ problems: [] });
    expect(parseYaml('#€' + '€'.repeat(limit / 3))).toMatchObject({ code: 'document-too-large' });
    expect(parseYaml('#' + '😀'.repeat(limit / 4))).toMatchObject({ code: 'document-too-large' });
  });

  it('refuses collections nested over 64 deep', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseYaml(nested(64))).toMatchObject({ problems: [] });
    expect(parseYaml(nested(65))).toMatchObject({ code: 'nesting-too-deep' });
    expect(parseYaml(nested(2000))).toMatchObject({ code: 'nesting-too-deep' });
    expect(parseYaml('['.repeat(2000))).toMatchObject({ code: 'nesting-too-deep' });
    expect(parseYaml('- '.repeat(64) + 'a')).toMatchObject({ problems: [] });
    expect(parseYaml('- '.repeat(65) + 'a')).toMatchObject({ code: 'nesting-too-deep' });
  });
});

describe('comments', () => {
  it('are found at their places and only where they are comments', () => {
    const text = '\ufeff# one\r\na: "# no"  # two\r\nb: x#y\r\nc: |  # three\r\n  # no\r\nd: [1, # four\r\n  2]\r\n--- # five\r\n...\r\n# six';
    const found = parsed(text).comments.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['# one', '# two', '# three', '# four', '# five', '# six']);
  });
});
