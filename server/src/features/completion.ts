import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Inventory, InventoryTexts } from '../inventory/inventory.ts';
import { endOfLine } from './cursor/brackets.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { aliasOffers } from './completion/aliases.ts';
import { evidenceOffers, folderQuestion, type FolderListing, type FolderQuestion } from './completion/evidenceFiles.ts';
import { keyOffers } from './completion/keys.ts';
import { asList, type CompletionOptions, type Offered } from './completion/list.ts';
import type { CompletionData, Offer } from './completion/offer.ts';
import { suppressionOffers } from './completion/suppressions.ts';
import { valueOffers } from './completion/values.ts';
import { CLOSE_THE_GAP } from './completion/wholeActivity.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import type { Slot } from './cursor/slot.ts';
import { describeActivity } from './hover/activity.ts';
import { render } from './markup.ts';

export type { CompletionOptions, FolderListing, FolderQuestion };

/** Characters behind which something new can be completed, besides letters. */
export const COMPLETION_TRIGGER_CHARACTERS: readonly string[] = [' ', '-', '"', "'", '[', '{', ',', '/', '*'];

/** What can be completed at a position, but for the files of a folder, which are not known yet. */
export interface Completion {
  /** The folder whose files can stand there. */
  readonly question: FolderQuestion | undefined;
  /** The list; undefined where nothing can be offered. It reads the analysis no more: it may be asked for later. */
  list(files?: FolderListing): CompletionList | undefined;
}

/** What can be written at a position, the most useful first; undefined once cancelled. */
export function completionAt(analysis: Analysis, position: Position, options: CompletionOptions, token: CancellationToken): Completion | undefined {
  if (token.isCancellationRequested) return undefined;
  const { source } = analysis;
  const offset = source.offsetAt(position);
  const comment = analysis.comments.find(({ start, end }) => start < offset && offset <= end);
  if (comment !== undefined) return completionOf(suppressionOffers(comment, offset, analysis, options.isTriggered === true), offset, source, options);
  const cursor = cursorAt(analysis, position);
  const aliases = aliasOffers(analysis, offset, cursor.plan?.plan);
  if (aliases !== undefined) return completionOf([aliases], offset, source, options);
  return completionOf(cursor.slots.map((slot) => offeredAt(slot, cursor, analysis)), offset, source, options);
}

function offeredAt(slot: Slot, cursor: Cursor, { source, context: { inventory, asOf } }: Analysis): OfferedAt {
  const behind = source.text.slice(slot.written.outer.end, endOfLine(source.text, slot.written.outer.end));
  if (slot.kind === 'key') return { slot, offers: keyOffers(slot, cursor, behind) };
  const question = folderQuestion(slot);
  return {
    slot,
    offers: valueOffers({ slot, cursor, source, inventory, asOf }),
    ...(question !== undefined && { ofFolder: { question, offers: (files) => evidenceOffers(slot, question, files) } }),
  };
}

/** What is offered at one place, and how the files of a folder would be. */
interface OfferedAt extends Offered {
  readonly ofFolder?: { readonly question: FolderQuestion; readonly offers: (files: FolderListing) => readonly Offer[] };
}

function completionOf(offered: readonly OfferedAt[], offset: number, source: SourceText, options: CompletionOptions): Completion {
  return {
    question: offered.find(({ ofFolder }) => ofFolder !== undefined)?.ofFolder?.question,
    list: (files) => {
      const all = files === undefined ? offered : offered.map((each) => (each.ofFolder === undefined
        ? each
        : { ...each, offers: [...each.ofFolder.offers(files), ...each.offers], more: files.more }));
      return all.every(({ offers, more }) => offers.length === 0 && more !== true) ? undefined : asList(all, offset, source, options);
    },
  };
}

export interface ResolveOptions {
  readonly inventory: Inventory;
  /** Undefined while they cannot be had: everything else is shown. */
  readonly texts: InventoryTexts | undefined;
  readonly markdown: boolean;
}

/** Adds the documentation of an activity to its item; other items have theirs already. */
export function resolveCompletion(item: CompletionItem, { inventory, texts, markdown }: ResolveOptions): CompletionItem {
  const activity = inventory.activity(item.label.startsWith(CLOSE_THE_GAP) ? item.label.slice(CLOSE_THE_GAP.length) : item.label);
  if (activity === undefined || !isCompletionData(item.data)) return item;
  const { year } = item.data;
  return { ...item, documentation: render(describeActivity({ activity, year, inventory, text: texts?.textOf(activity.id, year) }), markdown) };
}

function isCompletionData(data: unknown): data is CompletionData {
  return typeof data === 'object' && data !== null && 'year' in data && typeof data.year === 'number';
}
