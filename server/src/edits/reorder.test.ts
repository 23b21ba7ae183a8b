import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SourceText } from '../text/sourceText.ts';
import { anchorsIn } from '../yaml/anchors.ts';
import { readYamlOnce } from '../yaml/readYaml.ts';
import type { ListNode, MapNode } from '../yaml/node.ts';
import { reorderItems } from './reorder.ts';

/** What is meant, each anchor compared with all others. Each item has a line of its own, behind the first line. */
function staysReadable(text: string, order: readonly number[]): boolean {
  const anchors = anchorsIn(text);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 2;
  return anchors.every((one) => {
    if (one.anchor === undefined || lineOf(one.anchor.start) >= order.length) return true;
    if (anchors.some((other) => other !== one && other.name === one.name && other.document === one.document)) return false;
    const place = order.indexOf(lineOf(one.anchor.start));
    return one.aliases.every(({ start }) => lineOf(start) >= order.length || order.indexOf(lineOf(start)) >= place);
  });
}

it('Items come into another order where no alias comes before its anchor, and no name is given twice', () => {
  const items = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 }).chain((order) => {
    const item = fc.constantFrom('x', 'y', '&a x', '&b [y]', '&c x', '*a', '*b', '[&d x, *d]');
    const places = [...order].sort((a, b) => a - b);
    return fc.tuple(fc.array(item, { minLength: order.length, maxLength: order.length }), fc.constant(order.map((value) => places.indexOf(value))), fc.constantFrom('', 'k: *a\n', '---\n- &a x\n'));
  });
  const found = { moved: 0, left: 0 };
  fc.assert(fc.property(items, ([written, order, behind]) => {
    const text = `list:\n${written.map((each) => `  - ${each}\n`).join('')}${behind}`;
    const file = readYamlOnce(text);
    if ('code' in file) throw new Error(file.message);
    const list = (file.documents[0]?.root as MapNode).entries[0]?.value as ListNode;
    const edits = reorderItems(new SourceText(text), list, order, file.comments);
    expect(edits !== undefined, text).toBe(staysReadable(text, order));
    found[edits === undefined ? 'left' : 'moved']++;
    expect(edits?.map(({ newText }) => newText)).toEqual(edits && order.flatMap((item, place) => (item === place ? [] : [`  - ${written[item] as string}`])));
  }), { numRuns: 300 });
  expect(Math.min(found.moved, found.left)).toBeGreaterThan(40);
});
