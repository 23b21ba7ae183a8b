import type { Place, Span } from '../text/span.ts';
import type { Aliased } from './aliasCount.ts';
import type { MapEntry, ValueNode } from './node.ts';
import type { YamlBlock } from './yamlBlock.ts';

/** One YAML document as ranged values. */
export interface ConvertedDocument {
  /** Undefined for a document without content. */
  readonly root: ValueNode | undefined;
  readonly span: Span;
  /** Keys written again in the same map; the first of them is the one in `entries`. */
  readonly duplicates: readonly DuplicateKey[];
  /** Aliases (`*name`) without an anchor before them. */
  readonly danglingAliases: readonly { readonly name: string; readonly span: Span }[];
  /** Values of merge keys that are neither a map nor a list of maps. */
  readonly badMerges: readonly Place[];
  /** What following its aliases has added, where there are any. */
  readonly aliased?: Aliased | undefined;
  /** Only where the activities were read by themselves. */
  readonly rest?: RestOfDocument | undefined;
}

export interface DuplicateKey {
  readonly entry: MapEntry;
  readonly first: MapEntry;
}

/** All of a document but its activities: the same object as long as an edit changes nothing but these, so that it can be a key to what follows from it. */
export interface RestOfDocument {
  /** Up to the list of activities. */
  readonly head: YamlBlock;
  /** The keys behind it, if there are any. */
  readonly tail: YamlBlock | undefined;
}
