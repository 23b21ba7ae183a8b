import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Inventory, InventoryTexts } from '../inventory/inventory.ts';
import { endOfLine } from './cursor/brackets.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { keyOffers } from './completion/keys.ts';
import { asList, type CompletionOptions, type Offered } from './completion/list.ts';
import type { CompletionData } from './completion/offer.ts';
import { valueOffers } from './completion/values.ts';
import { cursorAt } from './cursor.ts';
import { describeActivity } from './hover/activity.ts';
import { render } from './markup.ts';

export type { CompletionOptions };

/** Characters behind which something new can be completed, besides letters. */
export const COMPLETION_TRIGGER_CHARACTERS: readonly string[] = [' ', '-', '"', "'", '[', '{', ',', '/'];

/** What can be written at a position, the most useful first; undefined where nothing can be offered, and once cancelled. */
export function complete(analysis: Analysis, position: Position, options: CompletionOptions, token: CancellationToken): CompletionList | undefined {
  if (token.isCancellationRequested) return undefined;
  const { source, context: { inventory, asOf } } = analysis;
  const cursor = cursorAt(analysis, position);
  const offered: Offered[] = [];
  for (const slot of cursor.slots) {
    const behind = source.text.slice(slot.written.outer.end, endOfLine(source.text, slot.written.outer.end));
    offered.push({ slot, offers: slot.kind === 'key' ? keyOffers(slot, cursor, behind) : valueOffers({ slot, cursor, inventory, asOf }) });
  }
  if (offered.every(({ offers }) => offers.length === 0)) return undefined;
  return asList(offered, cursor.offset, source, options);
}

export interface ResolveOptions {
  readonly inventory: Inventory;
  /** Undefined while they cannot be had: everything else is shown. */
  readonly texts: InventoryTexts | undefined;
  readonly markdown: boolean;
}

/** Adds the documentation of an activity to its item; other items have theirs already. */
export function resolveCompletion(item: CompletionItem, { inventory, texts, markdown }: ResolveOptions): CompletionItem {
  const activity = inventory.activity(item.label);
  if (activity === undefined || !isCompletionData(item.data)) return item;
  const { year } = item.data;
  return { ...item, documentation: render(describeActivity({ activity, year, inventory, text: texts?.textOf(activity.id, year) }), markdown) };
}

function isCompletionData(data: unknown): data is CompletionData {
  return typeof data === 'object' && data !== null && 'year' in data && typeof data.year === 'number';
}
