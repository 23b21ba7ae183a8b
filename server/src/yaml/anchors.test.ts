import { describe, expect, it } from 'vitest';
import { anchorsIn } from './anchors.ts';

function shown(text: string): string[] {
  return anchorsIn(text).map(({ name, anchor, aliases }) => `${name} ${anchor?.start ?? '-'}: ${aliases.map(({ start }) => start).join(' ')}`);
}

describe('anchors', () => {
  it('have the aliases behind them, in block and flow style', () => {
    expect(shown('a: &x [b, &y c]\nd: [*x, {e: *y}]\n<<: *x\n')).toEqual(['x 4: 21 38', 'y 11: 29']);
  });

  it('are another from where they stand again', () => {
    expect(shown('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toEqual(['x 4: 12', 'x 18: 26']);
  });

  it('are known within their document', () => {
    const text = 'a: &x 1\n---\nb: *x\n...\n---\nc: &x 1\n';
    expect(shown(text)).toEqual(['x 4: ', 'x -: 16', 'x 30: ']);
    expect(new Set(anchorsIn(text).map(({ document }) => document)).size).toBe(3);
  });

  it('are none in texts and comments', () => {
    expect(shown('a: "&x *y"\nb: q &x\nc: |\n  &x\n  *y\nd: >-\n  *y # &z\n# &x *x\ne: \'\n  *y\'\n')).toEqual([]);
  });

  it('count with line breaks of every kind, a byte-order mark and astral characters', () => {
    expect(shown('\uFEFFa: "😀"\r\nb: &x 1\rc: *x\r\n')).toEqual(['x 14: 22']);
  });

  it('are found in broken text', () => {
    expect(shown('a: &x [b\nc: *x\n  : }\nd: *x')).toContainEqual(expect.stringMatching(/^x 4: 13/));
  });
});
