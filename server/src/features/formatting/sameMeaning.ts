import type { ValueNode } from '../../yaml/node.ts';
import { readYamlOnce } from '../../yaml/readYaml.ts';

/** Whether two texts are the same plans to any reader: their values in their order and spelling, and their comments. */
export function meanTheSame(before: string, after: string): boolean {
  const [one, other] = [readYamlOnce(before), readYamlOnce(after)];
  if ('code' in one || 'code' in other || one.problems.length > 0 || other.problems.length > 0) return false;
  const comments = (text: string, file: typeof one): string => file.comments.map(({ start, end }) => text.slice(start, end).trimEnd()).join('\n');
  return comments(before, one) === comments(after, other)
    && one.documents.length === other.documents.length
    && one.documents.every(({ root }, index) => isSame(root, other.documents[index]?.root));
}

function isSame(one: ValueNode | undefined, other: ValueNode | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.kind === 'scalar') return other.kind === 'scalar' && one.value === other.value && one.style === other.style;
  if (one.kind === 'list') {
    return other.kind === 'list' && one.flow === other.flow && one.items.length === other.items.length
      && one.items.every((item, index) => isSame(item, other.items[index]));
  }
  return other.kind === 'map' && one.flow === other.flow && one.entries.length === other.entries.length
    && one.entries.every((entry, index) => entry.name === other.entries[index]?.name && isSame(entry.value, other.entries[index].value));
}
