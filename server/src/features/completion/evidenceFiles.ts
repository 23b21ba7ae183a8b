import { CompletionItemKind } from 'vscode-languageserver-types';
import { PLAN_FILE_ENDING } from '../../plan/fileName.ts';
import { writeScalar } from '../../yaml/writeScalar.ts';
import type { ValueSlot } from '../cursor/slot.ts';
import type { Offer } from './offer.ts';

/** What a folder holds, hidden files aside. */
export interface FolderListing {
  readonly entries: readonly FolderEntry[];
  /** Whether there is more than was looked at. */
  readonly more: boolean;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is asked of a folder. */
export interface FolderQuestion {
  /** Relative to the plan, with slashes and one at its end; empty for the plan's own folder. */
  readonly folder: string;
  /** Names begin with this, in whatever case. */
  readonly prefix: string;
}

const EVIDENCE_PLACES: ReadonlySet<string> = new Set(['activity.evidence[]', 'evidence.file']);

/** What has to be known of a folder to complete a path; undefined where no path is being written. */
export function folderQuestion({ shape, written }: ValueSlot): FolderQuestion | undefined {
  // A link is no path. Behind an escape in quotes the path is not what is written.
  if (!EVIDENCE_PLACES.has(shape.name) || written.typed.includes('://') || (written.quote === '"' && written.typed.includes('\\'))) return undefined;
  const typed = unescaped(written);
  const end = typed.lastIndexOf('/') + 1;
  return { folder: typed.slice(0, end), prefix: typed.slice(end) };
}

/** The files and folders of a folder, folders last; without those that the list has already. */
export function evidenceOffers({ list, written }: ValueSlot, { folder }: FolderQuestion, { entries }: FolderListing): readonly Offer[] {
  const listed = new Set((list?.items ?? []).flatMap((item) => (item?.kind === 'scalar' && item.span.start !== written.outer.start ? [item.source] : [])));
  return [...entries]
    // A plan documents nothing.
    .filter(({ name, isFolder }) => isFolder || (!listed.has(folder + name) && !PLAN_FILE_ENDING.test(name)))
    .sort((a, b) => Number(a.isFolder) - Number(b.isFolder) || a.name.localeCompare(b.name, 'en', { numeric: true }))
    .map(({ name, isFolder }): Offer => {
      const path = folder + name + (isFolder ? '/' : '');
      const text = writeScalar(path, { quote: written.quote });
      return {
        label: isFolder ? `${name}/` : name,
        newText: text,
        kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
        filter: path,
        continues: isFolder,
        // Behind the closing quote the path could not go on.
        staysOpen: isFolder,
        unquoted: written.quote === undefined && text !== path,
        ...(isFolder && { snippet: withCursor(text, path, written.quote) }),
      };
    });
}

/** A folder that needs quotes leaves the cursor inside them. */
function withCursor(text: string, path: string, quote: string | undefined): string | undefined {
  if (quote !== undefined || text === path) return undefined;
  return `${text.slice(0, -1).replace(/[\\$}]/g, '\\$&')}$1${text.slice(-1)}`;
}

function unescaped({ typed, quote }: ValueSlot['written']): string {
  return quote === "'" ? typed.replaceAll("''", "'") : typed;
}
