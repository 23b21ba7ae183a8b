import { describe, expect, it } from 'vitest';
import { convertDocument } from './convert.ts';
import type { ConvertedDocument } from './convertedDocument.ts';
import type { MapNode, ValueNode } from './node.ts';
import { parseYaml } from './parse.ts';

function convert(text: string): ConvertedDocument | 'too-many-aliases' {
  const parsed = parseYaml(text);
  if ('code' in parsed || parsed.documents[0] === undefined) throw new Error('No document');
  return convertDocument(parsed.documents[0], text, parsed.originalOffset);
}

function read(text: string): ConvertedDocument {
  const document = convert(text);
  if (document === 'too-many-aliases') throw new Error('Refused');
  return document;
}

function valueAt(node: ValueNode | undefined, ...path: (string | number)[]): ValueNode | undefined {
  return path.reduce<ValueNode | undefined>((value, step) => {
    if (value?.kind === 'map') return value.entries.find((entry) => entry.name === step)?.value;
    return value?.kind === 'list' ? value.items[step as number] : undefined;
  }, node);
}

function textOf(text: string, node: ValueNode | undefined): string {
  return node === undefined ? '' : text.slice(node.span.start, node.span.end);
}

describe('convertDocument', () => {
  it('gives each value the place where it is written', () => {
    const text = 'a: one # note\nb: "two"\nc: |\n  three\n  lines\n\nd: [4, { e: 5 }]\nf:\n  - 6\n';
    const { root } = read(text);
    expect(textOf(text, valueAt(root, 'a'))).toBe('one');
    expect(textOf(text, valueAt(root, 'b'))).toBe('"two"');
    expect(textOf(text, valueAt(root, 'c'))).toBe('|\n  three\n  lines');
    expect(textOf(text, valueAt(root, 'd'))).toBe('[4, { e: 5 }]');
    expect(textOf(text, valueAt(root, 'd', 1, 'e'))).toBe('5');
    expect(textOf(text, valueAt(root, 'f'))).toBe('- 6');
  });

  it('reads the core schema and keeps what is written', () => {
    const { root } = read('a: 000123\nb: "1"\nc: yes\nd: true\ne: 2024-01-01\nf: 0x10\ng: 9007199254740993\n');
    expect(valueAt(root, 'a')).toMatchObject({ value: 123, source: '000123' });
    expect(valueAt(root, 'b')).toMatchObject({ value: '1', style: 'double-quoted' });
    expect(valueAt(root, 'c')).toMatchObject({ value: 'yes' });
    expect(valueAt(root, 'd')).toMatchObject({ value: true });
    expect(valueAt(root, 'e')).toMatchObject({ value: '2024-01-01' });
    expect(valueAt(root, 'f')).toMatchObject({ value: 16 });
    expect(valueAt(root, 'g')).toMatchObject({ source: '9007199254740993' });
  });

  it('takes the last line break of a block scalar for no part of its value', () => {
    for (const text of ['a: |\n  one\nb: >+\n  two\n\nc: |\n  three\n  lines\n', 'a: |\r\n  one\r\nb: >+\r\n  two\r\n\r\nc: |\r\n  three\r\n  lines\r\n']) {
      const { root } = read(text);
      expect(valueAt(root, 'a')).toMatchObject({ value: 'one', source: 'one' });
      expect(valueAt(root, 'b')).toMatchObject({ value: 'two', source: 'two' });
      expect(valueAt(root, 'c')).toMatchObject({ value: 'three\nlines', source: 'three\nlines' });
    }
  });

  it('has no value where there is none', () => {
    const { root } = read('a:\nb: ~\nc: null\nd: ""\nlist:\n  -\n  - x\n');
    expect(['a', 'b', 'c'].map((key) => valueAt(root, key))).toEqual([undefined, undefined, undefined]);
    expect(valueAt(root, 'd')).toMatchObject({ value: '' });
    expect(valueAt(root, 'list')).toMatchObject({ items: [undefined, { value: 'x' }] });
  });

  it('shows what comes through an alias there, and knows where it is written', () => {
    const text = 'a: &x { k: v }\nb: *x\nc: &y one\nd: [*y]\n';
    const { root } = read(text);
    const value = valueAt(root, 'b', 'k');
    expect(textOf(text, value)).toBe('*x');
    expect(text.slice(value?.origin?.start, value?.origin?.end)).toBe('v');
    expect(valueAt(root, 'd', 0)).toMatchObject({ value: 'one', span: { start: text.lastIndexOf('*y'), end: text.lastIndexOf('*y') + 2 } });
  });

  it('takes the anchor that stands before the alias', () => {
    const { root } = read('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
    expect([valueAt(root, 'b'), valueAt(root, 'd')]).toMatchObject([{ value: 1 }, { value: 2 }]);
  });

  it('merges maps: own keys win, then the earlier map', () => {
    const { root } = read('a: &a { k: 1, l: 1 }\nb: &b { l: 2, m: 2 }\nc:\n  <<: [*a, *b]\n  k: 3\nd: { <<: { z: 1 } }\n');
    const map = valueAt(root, 'c') as MapNode;
    expect(Object.fromEntries(map.entries.map((entry) => [entry.name, entry.value]))).toMatchObject({ k: { value: 3 }, l: { value: 1 }, m: { value: 2 } });
    expect(valueAt(root, 'd', 'z')).toMatchObject({ value: 1 });
  });

  it('keeps the first of a duplicate key and tells the others', () => {
    const text = 'a: 1\nb: 2\na: 3\n__proto__: 4\nconstructor: 5\n';
    const { root, duplicates } = read(text);
    expect(valueAt(root, 'a')).toMatchObject({ value: 1 });
    expect(duplicates.map(({ entry, first }) => [entry.key.span.start, first.key.span.start])).toEqual([[text.indexOf('a: 3'), 0]]);
    expect((root as MapNode).entries.map((entry) => entry.name)).toEqual(['a', 'b', '__proto__', 'constructor']);
  });

  it('tells aliases without an anchor and values that cannot be merged', () => {
    const { root, danglingAliases, badMerges } = read('a: *no\nb: { <<: text }\nc: *no\n');
    expect(danglingAliases.map((alias) => alias.name)).toEqual(['no', 'no']);
    expect(valueAt(root, 'a')).toMatchObject({ dangling: true });
    expect(badMerges).toHaveLength(1);
  });

  it('refuses aliases without end and bombs, and takes as many as the format allows', () => {
    expect(convert('a: &a [*a]\n')).toBe('too-many-aliases');
    expect(convert('a: &a { b: { c: *a } }\n')).toBe('too-many-aliases');
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`)];
    expect(convert(`${bomb.join('\n')}\n`)).toBe('too-many-aliases');
    const many = (count: number): string => `a: &a x\nb: [${Array(count).fill('*a').join(', ')}]\n`;
    expect(convert(many(10_000))).not.toBe('too-many-aliases');
    expect(convert(many(10_001))).toBe('too-many-aliases');
  });

  it('reads lists and maps as keys by their text', () => {
    const { root } = read('{ [a]: 1, ? { b: c } : 2 }');
    expect((root as MapNode).entries.map((entry) => entry.name)).toEqual(['[a]', '{ b: c }']);
  });
});
