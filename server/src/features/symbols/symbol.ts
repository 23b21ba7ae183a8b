import type { Analysis } from '../../analysis.ts';
import type { Span } from '../../text/span.ts';
import { anchorSymbolAt } from './anchorSymbol.ts';
import { clinicianAt } from './clinicianSymbol.ts';

/** A name with every place of the file where it means the same. Spans are of the name alone: no quotes, no `&`, no `*`. */
export interface PlanSymbol {
  readonly name: string;
  /** The one that was asked about. */
  readonly at: Span;
  /** In the order of the text; several only for a key that stands twice. */
  readonly declarations: readonly Span[];
  readonly uses: readonly Span[];
  /** Why the symbol cannot be called so, as a sentence; undefined where it can. */
  refusalOf(newName: string): string | undefined;
}

/** The name at an offset: a clinician's short name, or an anchor's. */
export function symbolAt(analysis: Analysis, offset: number): PlanSymbol | undefined {
  if (analysis.refused) return undefined;
  return anchorSymbolAt(analysis, offset) ?? clinicianAt(analysis, offset);
}

/** Declarations and uses, in the order of the text. */
export function placesOf({ declarations, uses }: PlanSymbol): readonly Span[] {
  return [...declarations, ...uses].sort((a, b) => a.start - b.start);
}
