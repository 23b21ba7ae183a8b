import type { Span } from '../text/span.ts';
import { tokensOf } from './tokens.ts';

/** An anchor with the aliases that mean it. Spans are of the name, without `&` and `*`. */
export interface Anchored {
  readonly name: string;
  /** Index of the YAML document: names are known within theirs. */
  readonly document: number;
  /** Undefined for aliases that mean nothing. */
  readonly anchor: Span | undefined;
  readonly aliases: readonly Span[];
}

/** Every anchor of a file in the order of the text; an anchor that stands again is another from there on. */
export function anchorsIn(text: string): readonly Anchored[] {
  if (!/[&*]/.test(text)) return [];
  const all: (Anchored & { readonly aliases: Span[] })[] = [];
  let known = new Map<string, Span[]>();
  let document = 0;
  for (const { type, span } of tokensOf(text)) {
    if (type === 'doc-start' || type === 'doc-end') {
      document++;
      known = new Map();
    }
    if (type !== 'anchor' && type !== 'alias') continue;
    const place = { start: span.start + 1, end: span.end };
    const name = text.slice(place.start, place.end);
    const aliases = type === 'alias' ? known.get(name) : undefined;
    if (aliases !== undefined) {
      aliases.push(place);
      continue;
    }
    const added = { name, document, anchor: type === 'anchor' ? place : undefined, aliases: type === 'alias' ? [place] : [] };
    known.set(name, added.aliases);
    all.push(added);
  }
  return all;
}
