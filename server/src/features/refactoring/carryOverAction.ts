import type { CodeAction } from 'vscode-languageserver-types';
import { carryOver, carryOverYears } from '../carryOver.ts';
import { fileBeside, fileNameOf } from '../carryOver/fileName.ts';
import type { CancellationToken } from '../cancellationToken.ts';
import { ownEntry, touchesKey, type RefactoringPlace } from './refactoring.ts';
import { asShown } from '../../text/asShown.ts';

export const CARRY_OVER = 'refactor.rewrite.carryOver';
export const CARRY_OVER_COMMAND = 'mipsPlan.carryOver';

/** What the client can do with a new file: ask and show it by its own command, or be given the file whole. */
export type CarriesOver = 'command' | 'file' | 'not at all';

/** Carrying over, offered at the performance year: to the next year and to the newest where the client cannot ask which. */
export function carryOverActions(place: RefactoringPlace, uri: string, carries: CarriesOver, token: CancellationToken): CodeAction[] {
  const { analysis, result } = place;
  const entry = ownEntry(result.plan.root, 'performance_year');
  const years = carryOverYears(analysis, token)?.years ?? [];
  if (carries === 'not at all' || entry === undefined || years.length === 0 || !touchesKey(place, entry)) return [];
  if (carries === 'command') {
    const title = 'Carry over to another year…';
    return [{ title, kind: CARRY_OVER, command: { title, command: CARRY_OVER_COMMAND, arguments: [uri] } }];
  }
  // A plan that is no file yet has no place for another beside it.
  if (!uri.startsWith('file:')) return [];
  return [...new Set([years[0], years.at(-1)])].flatMap((year) => {
    const carried = year === undefined ? undefined : carryOver(analysis, year, fileNameOf(uri), token);
    if (carried === undefined || 'refusal' in carried) return [];
    const newUri = fileBeside(uri, carried.fileName);
    const start = { line: 0, character: 0 };
    return [{
      title: `Carry over to ${carried.year} in a new file, ${asShown(carried.fileName)}`,
      kind: CARRY_OVER,
      edit: {
        documentChanges: [
          { kind: 'create' as const, uri: newUri, options: { overwrite: false, ignoreIfExists: false } },
          { textDocument: { uri: newUri, version: null }, edits: [{ range: { start, end: start }, newText: carried.text }] },
        ],
      },
    }];
  });
}
