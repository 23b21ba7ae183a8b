import type { Analysis } from '../../server/src/analysis.ts';
import type { ScalarNode, ValueNode } from '../../server/src/yaml/node.ts';

/** The same plans in flow style, aliases and merge keys written out. */
export function withoutAliases(analysis: Analysis, text: string): string {
  return rewrite(analysis, text, (written) => written);
}

/** The same plans in flow style; a value that stood before is an alias of it. */
export function withAliases(analysis: Analysis, text: string): string {
  return rewrite(analysis, text, (written, anchors) => {
    if (written.length < 4) return written;
    const known = anchors.get(written);
    if (known !== undefined) return `*${known} `;
    const name = `v${anchors.size}`;
    anchors.set(written, name);
    return `&${name} ${written}`;
  });
}

type Anchors = Map<string, string>;

function rewrite(analysis: Analysis, text: string, scalar: (written: string, anchors: Anchors) => string): string {
  return analysis.plans.map(({ plan }) => {
    const anchors: Anchors = new Map();
    const node = (value: ValueNode | undefined): string => {
      if (value === undefined) return '';
      if (value.kind === 'scalar') return scalar(spelling(value, text), anchors);
      if (value.kind === 'list') return `[${value.items.filter((item) => item !== undefined).map(node).join(', ')}]`;
      return `{ ${value.entries.map((entry) => `${/^[\w-]+$/.test(entry.name) ? entry.name : JSON.stringify(entry.name)}: ${node(entry.value)}`).join(', ')} }`;
    };
    return `---\n${node(plan.root)}\n`;
  }).join('');
}

/** As the file has it; quoted where it could not stand in flow style. */
function spelling(value: ScalarNode, text: string): string {
  const { start, end } = value.origin ?? value.span;
  const written = text.slice(start, end);
  const plain = value.style === 'plain';
  return (plain && /^[^,[\]{}\n]*$/.test(written)) || (!plain && value.style.endsWith('quoted') && !written.includes('\n'))
    ? written
    : JSON.stringify(value.value);
}
