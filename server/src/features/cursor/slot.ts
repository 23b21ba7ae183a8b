import type { Activity } from '../../plan/model.ts';
import type { Span } from '../../text/span.ts';
import type { ListNode, MapNode } from '../../yaml/node.ts';
import type { MapShape, Shape } from './shapes.ts';

/** What is typed of a key or value. */
export interface Written {
  /** Without quotes; on one line, with the cursor in it or at one of its ends. */
  readonly span: Span;
  /** With quotes. */
  readonly outer: Span;
  /** From the beginning of `span` to the cursor. */
  readonly typed: string;
  readonly quote: '"' | "'" | undefined;
  /** Whether the quote is closed; true without one. */
  readonly closed: boolean;
}

interface CommonSlot {
  readonly written: Written;
  /** What has to stand before the word: a blank behind a colon, a dash, a line break. It takes the place of the text from `from` to the word. */
  readonly lead: string;
  /** Where the edit begins; before the word only where blanks there are replaced. */
  readonly from: number;
  /** Within brackets everything stays on one line. */
  readonly inBrackets: boolean;
  /** The activity that the place belongs to. */
  readonly activity: Activity | undefined;
}

/** A place where a key of a map can stand. */
export interface KeySlot extends CommonSlot {
  readonly kind: 'key';
  readonly map: MapShape;
  /** The map as far as it is there. */
  readonly node: MapNode | undefined;
  /** Keys of the map that `node` may lack; only within brackets. */
  readonly keysBefore: readonly string[];
  /** Whether a colon stands behind the word already. */
  readonly hasColon: boolean;
  /** Column of the map's keys. */
  readonly column: number;
}

/** A place where a value, or an item of a list, can stand. */
export interface ValueSlot extends CommonSlot {
  readonly kind: 'value';
  readonly shape: Shape;
  /** The map whose key this is the value of. */
  readonly holder: MapNode | undefined;
  /** The list whose item this is. */
  readonly list: ListNode | undefined;
}

export type Slot = KeySlot | ValueSlot;
