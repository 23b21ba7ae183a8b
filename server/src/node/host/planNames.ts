/** How a file is called that is a plan. */
export const PLAN_FILE = /\.mips\.ya?ml$/;

/** What is below them is not the user's own. */
const SKIPPED_FOLDERS = new Set(['node_modules']);

/** Whether plans are looked for in a folder that is found within another. */
export function isSearched(folderName: string): boolean {
  return !folderName.startsWith('.') && !SKIPPED_FOLDERS.has(folderName);
}
