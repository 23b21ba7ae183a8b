import type { Span } from '../../text/span.ts';
import type { Broken, Repair } from './broken.ts';
import { blanking, fixable, quoting, stopgap } from './edits.ts';
import { valueTakenOut } from './valueTakenOut.ts';

/** A value that YAML takes for something else than text: `Riverbend: North`, `> 5`, `*see note`, `& Sons`. */
export function unquotedText(broken: Broken): readonly Repair[] {
  const { lines, text, start, line } = broken;
  const shape = lines.shape(line);
  const value = shape.value;
  if (value.start >= value.end || start < value.start || start > value.end) return [];
  const first = text.charAt(value.start);
  if (broken.code === 'BLOCK_AS_IMPLICIT_KEY') {
    if (shape.key === undefined || start !== value.start) return [];
    if (first === '?') return [quoted(broken, value, '?')];
    const repairs = colonInside(broken, value);
    return repairs.length === 0 ? [] : [...repairs, valueTakenOut(text, shape.key, value)];
  }
  if (broken.code === 'BAD_ALIAS') return [aliasOrAnchor(broken, value)];
  if (broken.code !== 'UNEXPECTED_TOKEN' || !SPECIAL.has(first)) return [];
  const below = lines.contentLineFrom(line + 1);
  if ((first === '|' || first === '>') && below !== undefined && lines.indent(below) > shape.column) {
    const span = { start, end: value.end };
    return [
      stopgap({ message: `Text behind \`${first}\` begins on the next line; move it there.`, span }, [
        blanking(text, span),
      ]),
    ];
  }
  return [quoted(broken, value, first)];
}

const SPECIAL: ReadonlySet<string> = new Set('|>*&!?');

function quoted({ text }: Broken, value: Span, character: string): Repair {
  const span = { start: value.start, end: value.start + character.length };
  const message = `Text cannot begin with ${character}; put it in quotes.`;
  return fixable(message, span, 'Put it in quotes', quoting(text, value), true);
}

function colonInside({ text }: Broken, value: Span): Repair[] {
  const content = text.slice(value.start, value.end);
  const isQuoted = /^["']/.test(content);
  const colon = (isQuoted ? /["'][ \t]*(:)(?:[ \t]|$)/ : /(:)(?:[ \t]|$)/).exec(content);
  if (colon === null) return [];
  const at = value.start + colon.index + colon[0].indexOf(':');
  const span = { start: at, end: at + 1 };
  if (isQuoted) {
    const surplus = { start: at, end: value.end };
    const message = 'There is text after the closing quote; put it inside the quotes or remove it.';
    return [stopgap({ message, span: surplus }, [blanking(text, surplus)])];
  }
  const message = 'A colon and a space inside text need quotes around the text.';
  return [fixable(message, span, 'Put the text in quotes', quoting(text, value), true)];
}

/** `*` and `&` without a name behind them. */
function aliasOrAnchor(broken: Broken, value: Span): Repair {
  const { text, start } = broken;
  const character = text.charAt(start);
  if (start === value.start && value.end > start + 1) return quoted(broken, value, character);
  const span = { start, end: start + 1 };
  const kind = character === '*' ? 'alias' : 'anchor';
  return stopgap({ message: `The ${kind} has no name yet; write one after the ${character}.`, span }, [
    blanking(text, span),
  ]);
}
