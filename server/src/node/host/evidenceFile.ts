import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import nativePath, { type PlatformPath } from 'node:path';
import { isAbsence } from './fileErrors.ts';

/**
 * The file that a plan names as evidence.
 *
 * Undefined where it is not looked up: a Windows share (`\\server\folder`) other than the plan's own. Asking for it
 * would send the user's credentials to whatever machine the plan names.
 *
 * @param planPath absolute path of the plan
 * @param written the path as the plan has it, relative to the plan's folder
 */
export function evidenceFile(planPath: string, written: string, path: PlatformPath = nativePath): string | undefined {
  const folder = path.dirname(planPath);
  const file = path.resolve(folder, written);
  if (path.sep === '/' || !file.startsWith('\\\\')) return file;
  return rootOf(file, path) === rootOf(folder, path) ? file : undefined;
}

function rootOf(file: string, path: PlatformPath): string {
  return path.parse(file).root.toLowerCase();
}

/** Whether a file or folder is there. A look-up that fails for another reason, as without permission, counts as there. */
export async function fileExists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    return !isAbsence(error);
  }
}

/** `fileExists` for a process that has nothing else to do. */
export function fileExistsNow(file: string): boolean {
  try {
    statSync(file);
    return true;
  } catch (error) {
    return !isAbsence(error);
  }
}
