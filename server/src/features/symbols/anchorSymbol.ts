import type { Analysis } from '../../analysis.ts';
import { anchorsIn } from '../../yaml/anchors.ts';
import type { PlanSymbol } from './symbol.ts';

/** What stands safely behind `&` and `*`, before a colon and in brackets. */
const ANCHOR_NAME = /^[\p{L}\p{N}_.-]+$/u;

/** The anchor that an offset is on, or whose alias it is on. */
export function anchorSymbolAt({ source }: Analysis, offset: number): PlanSymbol | undefined {
  // Asked at every move of the cursor: the file is only cut into its tokens where it may be on one.
  const { start } = source.lineSpan(source.positionAt(offset).line);
  if (!/[&*]$/.test(source.text.slice(start, offset + 1)) && !/[&*][^\s,[\]{}]*$/.test(source.text.slice(start, offset))) return undefined;
  const all = anchorsIn(source.text);
  for (const anchored of all) {
    const { name, anchor, aliases, document } = anchored;
    const at = [...(anchor === undefined ? [] : [anchor]), ...aliases].find(({ start, end }) => start - 1 <= offset && offset <= end);
    if (at === undefined) continue;
    return {
      name, at,
      declarations: anchor === undefined ? [] : [anchor],
      uses: aliases,
      refusalOf: (newName) => {
        if (!ANCHOR_NAME.test(newName)) return 'An anchor is named with letters, digits, “.”, “-” and “_”, without blanks.';
        const isTaken = all.some((other) => other !== anchored && other.document === document && other.name === newName);
        return isTaken ? `There is another anchor “${newName}” in this document.` : undefined;
      },
    };
  }
  return undefined;
}
