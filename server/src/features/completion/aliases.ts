import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis.ts';
import type { Plan } from '../../plan/model.ts';
import { anchorsIn } from '../../yaml/anchors.ts';
import { endOfLine } from '../cursor/brackets.ts';
import { openAt } from '../cursor/frames.ts';
import type { Offered } from './list.ts';
import type { Offer } from './offer.ts';

/** The star of an alias and what is typed of its name, where a value or an item can begin. */
const BEGUN = /(?:^|[ \t:[{,-])\*([\w.-]*)$/;
const LONGEST_VALUE = 60;

/** The anchors above that an alias can stand for, the last one first; undefined where no alias is begun. */
export function aliasOffers({ source }: Analysis, offset: number, plan: Plan | undefined): Offered | undefined {
  const { text } = source;
  const typed = BEGUN.exec(text.slice(source.lineSpan(source.positionAt(offset).line).start, offset))?.[1];
  if (typed === undefined) return undefined;
  const start = offset - typed.length;
  const around = openAt(plan, start - 1, source, true).text;
  if (around !== undefined && around.node.span.start < start - 1) return undefined;
  const end = start + (/^[\w.-]*/.exec(text.slice(start, endOfLine(text, start)))?.[0].length ?? 0);
  const span = { start, end };
  const offers = new Map<string, Offer>();
  const from = startOfDocument(text, start);
  for (const { name, anchor } of [...anchorsIn(text)].reverse()) {
    if (anchor === undefined || anchor.start < from || anchor.start >= start || offers.has(name)) continue;
    offers.set(name, { label: name, kind: CompletionItemKind.Reference, detail: valueBehind(text, anchor.end) });
  }
  return { offers: [...offers.values()], slot: { lead: '', from: start, written: { span, outer: span, typed, quote: undefined, closed: true } } };
}

/** Behind the last line before an offset that parts two plans. */
function startOfDocument(text: string, offset: number): number {
  const marks = [...text.slice(0, offset).matchAll(/^(?:---|\.\.\.)(?=\s)/gm)];
  return marks.at(-1)?.index ?? 0;
}

/** What the anchor stands for, as far as it is on the line. */
function valueBehind(text: string, end: number): string | undefined {
  const value = text.slice(end, endOfLine(text, end)).trim();
  if (value === '' || value.startsWith('#')) return undefined;
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`;
}
