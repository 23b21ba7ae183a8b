import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Block } from '../markup.ts';

/** One entry of the list, before it is put in LSP's terms. The order of the list is the order of use. */
export interface Offer {
  /** Unique in the list; inserted unless `newText` is given. */
  readonly label: string;
  readonly newText?: string | undefined;
  /** Inserted instead where the client knows snippets: with `$1` for the cursor. */
  readonly snippet?: string | undefined;
  /** Left out where a list is long and every letter counts. */
  readonly kind?: CompletionItemKind | undefined;
  /** What kind of value it is, in a few words. */
  readonly detail?: string | undefined;
  /** Whether that is shown in every line of the list, right behind the label, and not only for the chosen one. */
  readonly detailInList?: boolean | undefined;
  /** What it is called, shown beside the label. */
  readonly title?: string | undefined;
  readonly documentation?: readonly Block[] | undefined;
  /** What is compared with the typed text where that is not the label. */
  readonly filter?: string | undefined;
  /** Words by which it is found besides its label. */
  readonly words?: string | undefined;
  /** Whether the server chose it by the words that are typed, so that the client need not choose by their letters. */
  readonly byWords?: boolean | undefined;
  /** A number, `true` or a map: something else once it stands in quotes. */
  readonly unquoted?: boolean | undefined;
  /** Whether a quote that is open stays so. */
  readonly staysOpen?: boolean | undefined;
  /** Whether something can be completed behind it. */
  readonly continues?: boolean | undefined;
  /** What `resolveCompletion` needs to know about it. */
  readonly data?: CompletionData | undefined;
}

/** Stays with an item until it is resolved: an activity's documentation in a performance year. */
export interface CompletionData {
  readonly year: number;
}
