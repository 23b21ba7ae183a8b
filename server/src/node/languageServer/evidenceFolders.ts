import { URI } from 'vscode-uri';
import type { FolderListing, FolderQuestion } from '../../features/completion.ts';
import { evidenceFile } from '../host/evidenceFile.ts';
import { folderEntries } from '../host/folderEntries.ts';
import type { FileLookUps } from './fileLookUps.ts';
import { waitAtMost } from './patience.ts';

/** A drive that does not answer within this time has no files, as far as a list of suggestions is concerned. */
const PATIENCE_MILLISECONDS = 1000;

/** Looks into the folders that paths in a plan lead to; undefined where the plan is no file, so that nothing is beside it. */
export function evidenceFolders(planUri: string, lookUps: FileLookUps): ((question: FolderQuestion) => Promise<FolderListing | undefined>) | undefined {
  const plan = URI.parse(planUri);
  if (plan.scheme !== 'file') return undefined;
  return async ({ folder, prefix }) => {
    const path = evidenceFile(plan.fsPath, folder === '' ? '.' : folder);
    return path === undefined ? undefined : waitAtMost(PATIENCE_MILLISECONDS, lookUps.inTurn(() => folderEntries(path, prefix)));
  };
}
