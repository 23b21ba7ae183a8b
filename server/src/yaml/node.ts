import type { Place, Span } from '../text/span.ts';

/**
 * The YAML document as ranged values: what the plan reader and the language features see of the YAML library.
 * Aliases and merge keys are already followed; a value without text (`period:`) is `undefined` in its holder.
 */
export type ValueNode = ScalarNode | MapNode | ListNode;

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** A scalar: `value` as the core schema of YAML 1.2 reads it, `source` as the file spells it, without quotes. */
export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly value: string | number | bigint | boolean | null;
  readonly source: string;
  readonly style: ScalarStyle;
  /** An alias without an anchor: it is reported as such, and nothing more is to be said about its value. */
  readonly dangling?: true;
}

/** `extent` reaches from the first key to the end of the last line, its line break included; in flow style from `{` to `}`. */
export interface MapNode extends Place {
  readonly kind: 'map';
  readonly extent: Span;
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  /** The key as text, whatever its type. */
  readonly name: string;
  readonly key: Place;
  /** Undefined for a key without a value. */
  readonly value: ValueNode | undefined;
}

export interface ListNode extends Place {
  readonly kind: 'list';
  readonly extent: Span;
  readonly flow: boolean;
  /** Undefined for a lone dash. */
  readonly items: readonly (ValueNode | undefined)[];
}
