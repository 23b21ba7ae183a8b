import type { Span } from '../../text/span.ts';
import { findBracketFaults, type BracketFault } from './bracketFaults.ts';
import type { Broken, Repair } from './broken.ts';
import { blanking, fixable, insertion, stopgap } from './edits.ts';
import { closerOf, isClosing, isOpening, type Token } from './tokens.ts';

/** A bracket that is not closed, closes nothing, or closes one of another kind. */
export function bracket(broken: Broken): readonly Repair[] {
  const { start, end } = broken;
  const faults = findBracketFaults(broken.scan).filter(({ region }) => region.start <= end && start <= region.end);
  const evident = faults.filter(({ kind }) => kind !== 'dedent').slice(0, 2);
  // Where all brackets match, a line that goes left is only somebody's style.
  const dedents = evident.length === 0 ? [] : faults.filter(({ kind }) => kind === 'dedent');
  const chosen = new Set([dedents[0], dedents.at(-1), ...evident]);
  return [...[...chosen].flatMap((fault) => (fault === undefined ? [] : repairsOf(broken, fault))), ...surplus(broken)];
}

function surplus({ code, text, start }: Broken): Repair[] {
  const found = text.charAt(start);
  if (code !== 'UNEXPECTED_TOKEN' || (found !== '}' && found !== ']')) return [];
  const span = { start, end: start + 1 };
  const repair = fixable(`This ${found} closes nothing; remove it.`, span, `Remove ${found}`, [{ span, newText: '' }]);
  return [{ ...repair, edits: [blanking(text, span)] }];
}

function repairsOf(broken: Broken, fault: BracketFault): Repair[] {
  if (fault.kind === 'mismatch') return mismatch(broken, fault);
  const { scan, lines, text } = broken;
  const innermost = fault.open.at(-1);
  if (innermost === undefined) return [];
  const end = surplusEnd(broken, fault) ?? Math.max(fault.at, innermost.end);
  const covers = { start: fault.open[0]?.start ?? innermost.start, end };
  if (fault.kind === 'dedent') {
    const end = scan.significantBefore(fault.at)?.end ?? fault.at;
    return [closing(broken, fault.open, end, fault.isInOther ? ',' : '', covers)];
  }
  const firstLine = lines.lineAt(innermost.start);
  const limits = [fault.at, dashLineStart(broken, firstLine, fault.at), lines.contentEnd(firstLine)];
  const ends = limits.map((limit) => Math.max(scan.significantBefore(limit)?.end ?? 0, innermost.end));
  const closings = [...new Set(ends)].map((end) => closing(broken, fault.open, end, '', covers));
  // The library gives up before a bracket at the left margin, though it closes the outermost one.
  const outer = fault.open.findIndex((token) => closerOf(text, token) === text.charAt(fault.at));
  const inner = fault.open.slice(outer + 1);
  if (outer !== -1 && inner.length > 0) closings.unshift(closing(broken, inner, ends[0] ?? fault.at, '', covers));
  const span = { start: innermost.start, end: innermost.end };
  const below = lines.contentLineFrom(firstLine + 1);
  if (below === undefined || lines.indent(below) <= lines.indent(firstLine)) return closings;
  const takenOut = blanking(text, { start: innermost.start, end: lines.plainEnd(innermost.start) });
  return [...closings, { ...stopgap({ message: messageFor(broken, innermost), span }, [takenOut]), covers }];
}

/** Closes brackets at a place, the innermost first; that one is the one to show. */
function closing(broken: Broken, open: readonly Token[], end: number, behind: string, covers: Span): Repair {
  const { text } = broken;
  const innermost = open.at(-1) ?? { start: end, end };
  const closers = open
    .map((token) => closerOf(text, token))
    .reverse()
    .join('');
  const padding = text.charAt(innermost.start) === '{' && /[ \t]/.test(text.charAt(innermost.end)) ? ' ' : '';
  const edits = [insertion(end, padding + closers + behind)];
  return { ...fixable(messageFor(broken, innermost), innermost, `Add ${closers}`, edits), covers };
}

function messageFor({ text }: Broken, opening: Span): string {
  return `The ${text.charAt(opening.start)} opened here is not closed; add ${closerOf(text, opening)} at the end.`;
}

function mismatch({ scan, text }: Broken, { open, at }: BracketFault): Repair[] {
  const span = { start: at, end: at + 1 };
  const opening = open.at(-1) ?? span;
  const [wanted, found] = [closerOf(text, opening), text.charAt(at)];
  const outer = open.at(-2);
  if (outer !== undefined && closerOf(text, outer) === found) {
    const message = `The ${text.charAt(opening.start)} opened here is not closed; add ${wanted} before the ${found}.`;
    const end = Math.max(scan.significantBefore(at)?.end ?? 0, opening.end);
    return [fixable(message, opening, `Add ${wanted}`, [insertion(end, wanted)])];
  }
  const message = `This ${found} closes a ${text.charAt(opening.start)}; write ${wanted} instead.`;
  return [
    fixable(message, span, `Replace with ${wanted}`, [{ span, newText: wanted }]),
    stopgap({ message: `This ${found} closes nothing; remove it.`, span }, [blanking(text, span)]),
  ];
}

/** Behind a bracket below that would have closed the innermost one, and will close nothing once that is closed. */
function surplusEnd({ scan, text }: Broken, { open, at }: BracketFault): number | undefined {
  let depth = 0;
  for (const token of scan.tokens) {
    if (token.start < at) continue;
    if (isOpening(token)) depth++;
    else if (isClosing(token) && depth-- === 0) {
      return open.some((opening) => closerOf(text, opening) === text.charAt(token.start)) ? token.end : undefined;
    }
  }
  return undefined;
}

/** Where the first line begins that has a dash, as nothing in brackets has, or `at`. */
function dashLineStart({ lines }: Broken, firstLine: number, at: number): number {
  for (let line = firstLine + 1; line < lines.count && lines.start(line) < at; line++) {
    if (lines.shape(line).dashes.length > 0) return lines.start(line);
  }
  return at;
}
