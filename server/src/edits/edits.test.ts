import { describe, expect, it } from 'vitest';
import { readPlan } from '../plan/readPlan.ts';
import type { ListNode, MapNode, ValueNode } from '../yaml/node.ts';
import { readYamlOnce } from '../yaml/readYaml.ts';
import { SourceText } from '../text/sourceText.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import { fileStyleOf, type FileStyle } from './fileStyle.ts';
import { appendItem, removeItem } from './listEdits.ts';
import { insertKey, removeKey } from './mapEdits.ts';

interface Opened {
  readonly source: SourceText;
  readonly root: MapNode;
  readonly style: FileStyle;
  readonly at: (...path: (string | number)[]) => ValueNode;
}

function open(text: string): Opened {
  const file = readYamlOnce(text);
  if ('code' in file || file.documents[0] === undefined) throw new Error('No document');
  const source = new SourceText(text);
  const plan = readPlan(file.documents[0], 0, text, () => undefined);
  const root = file.documents[0].root as MapNode;
  const at = (...path: (string | number)[]): ValueNode => path.reduce<ValueNode>((node, step) => {
    const next = node.kind === 'map' ? node.entries.find((entry) => entry.name === step)?.value : node.kind === 'list' ? node.items[step as number] : undefined;
    if (next === undefined) throw new Error(`Nothing at ${path.join('.')}`);
    return next;
  }, root);
  return { source, root, style: fileStyleOf(plan, source), at };
}

function apply(text: string, edit: SpanEdit | undefined): string | undefined {
  return edit === undefined ? undefined : text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

const BLOCK = 'practice:\n  name: X # who\n  clinicians: 9\nactivities:\n  - id: A\n    evidence:\n      - a.pdf\n\n  # the second\n  - id: B # b\n    status: planned\n';

it('a list that stands left of its key, in a broken file, gives no style', () => {
  const { style } = open('  a: 1\n  activities:\n- id: A\n');
  expect(style.listStep).toBe(2);
});

describe('insertKey', () => {
  const insert = (text: string, path: (string | number)[], after?: string): string | undefined => {
    const { source, at, style } = open(text);
    return apply(text, insertKey(source, at(...path) as MapNode, { name: 'k', value: 'v' }, style, after));
  };

  it('follows the last key, or the one named, with its indentation', () => {
    expect(insert(BLOCK, ['practice'])).toBe(BLOCK.replace('clinicians: 9', 'clinicians: 9\n  k: v'));
    expect(insert(BLOCK, ['practice'], 'name')).toBe(BLOCK.replace('# who', '# who\n  k: v'));
    expect(insert(BLOCK, ['activities', 0], 'id')).toBe(BLOCK.replace('id: A', 'id: A\n    k: v'));
    expect(insert(BLOCK, ['activities', 0])).toBe(BLOCK.replace('- a.pdf', '- a.pdf\n    k: v'));
  });

  it('writes flow maps in flow style', () => {
    expect(insert('a: { b: 1, c: { d: 2 } }\n', ['a'])).toBe('a: { b: 1, c: { d: 2 }, k: v }\n');
    expect(insert('a: { b: 1, c: 2 }\n', ['a'], 'b')).toBe('a: { b: 1, k: v, c: 2 }\n');
    expect(insert('a: {}\n', ['a'])).toBe('a: { k: v }\n');
    expect(insert('a: { b: }\n', ['a'])).toBe('a: { b:, k: v }\n');
  });

  it('keeps the line ends and needs none at the end of the file', () => {
    expect(insert('a:\r\n  b: 1\r\nc: 2\r\n', ['a'])).toBe('a:\r\n  b: 1\r\n  k: v\r\nc: 2\r\n');
    expect(insert('a:\n    b: 1', ['a'])).toBe('a:\n    b: 1\n    k: v');
    expect(insert('a:\n  b:\n', ['a'])).toBe('a:\n  b:\n  k: v\n');
  });

  it('stands behind block scalars', () => {
    expect(insert('a:\n  b: |\n    text\n\nc: 2\n', ['a'])).toBe('a:\n  b: |\n    text\n  k: v\n\nc: 2\n');
  });

  it('writes lines below the key', () => {
    const { source, at, style } = open(BLOCK);
    const edit = insertKey(source, at('activities', 1) as MapNode, { name: 'evidence', value: '[]', lines: ['  - file.pdf', '  - other.pdf'] }, style);
    expect(apply(BLOCK, edit)).toBe(BLOCK.replace('status: planned', 'status: planned\n    evidence:\n      - file.pdf\n      - other.pdf'));
  });

  it('does not write into what stands elsewhere', () => {
    expect(insert('a: &x { b: 1 }\nc: *x\n', ['c'])).toBeUndefined();
  });
});

describe('removeKey', () => {
  const remove = (text: string, path: (string | number)[], name: string): string | undefined => {
    const { source, at } = open(text);
    return apply(text, removeKey(source, path.length === 0 ? open(text).root : at(...path) as MapNode, name));
  };

  it('takes whole lines', () => {
    expect(remove(BLOCK, ['practice'], 'name')).toBe(BLOCK.replace('  name: X # who\n', ''));
    expect(remove(BLOCK, ['activities', 0], 'evidence')).toBe(BLOCK.replace('    evidence:\n      - a.pdf\n', ''));
    expect(remove('a: 1\nb: 2', [], 'b')).toBe('a: 1');
  });

  it('moves the next key behind the dash', () => {
    expect(remove(BLOCK, ['activities', 1], 'id')).toBe(BLOCK.replace('id: B # b\n    status', 'status'));
  });

  it('takes text and comma in flow style', () => {
    expect(remove('a: { b: 1, c: 2 }\n', ['a'], 'b')).toBe('a: { c: 2 }\n');
    expect(remove('a: { b: 1, c: 2 }\n', ['a'], 'c')).toBe('a: { b: 1 }\n');
  });

  it('leaves the only key of a block, and what is not there', () => {
    expect(remove('a:\n  b: 1\n', ['a'], 'b')).toBeUndefined();
    expect(remove('a:\n  b: 1\n', ['a'], 'z')).toBeUndefined();
  });
});

describe('removeItem and appendItem', () => {
  const lists = (text: string, path: (string | number)[], index: number): (string | undefined)[] => {
    const { source, at, style } = open(text);
    const list = at(...path) as ListNode;
    return [
      apply(text, removeItem(source, list, list.items[index] as ValueNode)),
      apply(text, appendItem(source, list, { flow: 'new', lines: ['id: N', 'status: planned'] }, style)),
    ];
  };

  it('write block style', () => {
    expect(lists(BLOCK, ['activities'], 1)).toEqual([
      BLOCK.replace('  - id: B # b\n    status: planned\n', ''),
      `${BLOCK}  - id: N\n    status: planned\n`.replace('planned\n  - id: N', 'planned\n  - id: N'),
    ]);
    expect(lists('a:\n- x\n- y\nb: 1\n', ['a'], 0)).toEqual(['a:\n- y\nb: 1\n', 'a:\n- x\n- y\n- id: N\n  status: planned\nb: 1\n']);
    expect(lists('a:\n  -\n    id: x\n  - id: y\n', ['a'], 0)[0]).toBe('a:\n  - id: y\n');
  });

  it('look at a long list once, however many of its items go', () => {
    const text = `a:\n${'  - x\n'.repeat(500)}`;
    const { source, at } = open(text);
    const list = at('a') as ListNode;
    let reads = 0;
    const items = new Proxy(list.items, { get: (target, key) => (typeof key === 'string' && /^\d+$/.test(key) && reads++, Reflect.get(target, key) as unknown) });
    const counted = { ...list, items };
    for (const [index, item] of list.items.entries()) {
      expect(removeItem(source, counted, item as ValueNode)?.span).toEqual({ start: 3 + 6 * index, end: 9 + 6 * index });
    }
    expect(reads).toBeLessThan(10 * list.items.length);
  });

  it('leave an empty list behind', () => {
    expect(lists('a:\n  - x\nb: 1\n', ['a'], 0)[0]).toBe('a: []\nb: 1\n');
    expect(lists('a:\r\n- x\r\nb: 1\r\n', ['a'], 0)[0]).toBe('a: []\r\nb: 1\r\n');
  });

  it.each([
    ['a comment', 'a: # why\n- x\nb: 1\n', 'a: # why\n []\nb: 1\n'],
    ['an anchor', 'c:\n  a: &all\n  - x\n', 'c:\n  a: &all\n   []\n'],
  ])('leave an empty list behind that can still be read, below %s', (_, text, after) => {
    const path = text.startsWith('c') ? ['c', 'a'] : ['a'];
    expect(lists(text, path, 0)[0]).toBe(after);
    expect(open(after).at(...path)).toMatchObject({ kind: 'list', items: [] });
  });

  it('leave what others repeat', () => {
    const text = 'a:\n  - id: 1\n    period: &p x\n  - id: 2\n    period: *p\n';
    expect(lists(text, ['a'], 0)[0]).toBeUndefined();
    expect(lists(text, ['a'], 1)[0]).toBe('a:\n  - id: 1\n    period: &p x\n');
    expect(lists('a: [&p x, *p]\n', ['a'], 0)[0]).toBeUndefined();
    expect(lists('a: [[&p x, *p], 1]\n', ['a'], 0)[0]).toBe('a: [1]\n');
  });

  it('write flow style', () => {
    expect(lists('a: [x, y]\n', ['a'], 0)).toEqual(['a: [y]\n', 'a: [x, y, new]\n']);
    expect(lists('a: [x, y]\n', ['a'], 1)[0]).toBe('a: [x]\n');
    expect(lists('a: [x]\n', ['a'], 0)[0]).toBe('a: []\n');
  });
});
