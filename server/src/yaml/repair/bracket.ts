import type { Broken, Repair } from './broken.ts';
import { blanking, fixable, insertion, stopgap } from './edits.ts';
import { isClosing, isOpening, type Token } from './tokens.ts';

/** What the brackets of a text have wrong, where the lexer noticed. */
type Fault =
  | { readonly kind: 'unclosed'; readonly open: readonly Token[]; readonly at: number }
  | { readonly kind: 'mismatch'; readonly open: readonly Token[]; readonly closing: Token };

/** A bracket that is not closed, closes nothing, or closes one of another kind. */
export function bracket(broken: Broken): readonly Repair[] {
  const { text, start, end } = broken;
  const surplus = text.charAt(start);
  if (broken.code === 'UNEXPECTED_TOKEN' && (surplus === '}' || surplus === ']')) {
    const span = { start, end: start + 1 };
    const message = `This ${surplus} closes nothing; remove it.`;
    return [{ ...fixable(message, span, `Remove ${surplus}`, [{ span, newText: '' }]), edits: [blanking(text, span)] }];
  }
  const fault = findFaults(broken).find(({ open }) => (open[0]?.start ?? Infinity) <= end);
  if (fault === undefined) return [];
  if (fault.kind === 'mismatch') return start <= fault.closing.end ? [mismatch(broken, fault.open, fault.closing)] : [];
  return start <= fault.at ? unclosed(broken, fault.open, fault.at) : [];
}

function findFaults({ scan, text }: Broken): Fault[] {
  const faults: Fault[] = [];
  let open: Token[] = [];
  for (const token of scan.tokens) {
    if (isOpening(token)) open.push(token);
    else if (isClosing(token)) {
      const opening = open.at(-1);
      if (opening !== undefined && text.charAt(token.start) !== closerOf(text, opening)) {
        faults.push({ kind: 'mismatch', open: [...open], closing: token });
      }
      open.pop();
    } else if (token.kind === 'flow-error-end' && open.length > 0) {
      faults.push({ kind: 'unclosed', open, at: token.start });
      open = [];
    }
  }
  if (open.length > 0) faults.push({ kind: 'unclosed', open, at: text.length });
  return faults;
}

function closerOf(text: string, opening: Token): string {
  return text.charAt(opening.start) === '{' ? '}' : ']';
}

function mismatch({ text }: Broken, open: readonly Token[], closing: Token): Repair {
  const opening = open.at(-1) ?? closing;
  const [wanted, found] = [closerOf(text, opening), text.charAt(closing.start)];
  const outer = open.at(-2);
  if (outer !== undefined && closerOf(text, outer) === found) {
    const message = `The ${text.charAt(opening.start)} opened here is not closed; add ${wanted} before the ${found}.`;
    return fixable(message, opening, `Add ${wanted}`, [insertion(closing.start, wanted)]);
  }
  const span = { start: closing.start, end: closing.end };
  const message = `This ${found} closes a ${text.charAt(opening.start)}; write ${wanted} instead.`;
  return fixable(message, span, `Replace by ${wanted}`, [{ span, newText: wanted }]);
}

/** Closes the brackets before the error, else on the line of the innermost one; or takes that one out. */
function unclosed(broken: Broken, open: readonly Token[], at: number): Repair[] {
  const { scan, lines, text } = broken;
  const innermost = open.at(-1);
  if (innermost === undefined) return [];
  const span = { start: innermost.start, end: innermost.end };
  const opening = text.charAt(innermost.start);
  const closers = [...open].reverse().map((token) => closerOf(text, token));
  const message = `The ${opening} opened here is not closed; add ${closers[0] ?? ''} at the end.`;
  const firstLine = lines.lineAt(innermost.start);
  const ends = [at, dashLineStart(broken, firstLine, at), lines.contentEnd(firstLine)].map((limit) => {
    return Math.max(scan.significantBefore(limit)?.end ?? 0, innermost.end);
  });
  const padding = /[ \t]/.test(text.charAt(innermost.end)) && opening === '{' ? ' ' : '';
  const repairs = [...new Set(ends)].map((end) => {
    return fixable(message, span, `Add ${closers.join('')}`, [insertion(end, padding + closers.join(''))]);
  });
  return [...repairs, stopgap({ message, span }, [blanking(text, { start: innermost.start, end: lines.plainEnd(innermost.start) })])];
}

/** Where the first line begins that has a dash, as nothing in brackets has, or `at`. */
function dashLineStart({ lines }: Broken, firstLine: number, at: number): number {
  for (let line = firstLine + 1; line < lines.count && lines.start(line) < at; line++) {
    if (lines.shape(line).dashes.length > 0) return lines.start(line);
  }
  return at;
}
