import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf } from '../../host/fileErrors.ts';
import { UnreadableError } from '../../host/ordinaryFile.ts';
import { decodePlan, MOST_BYTES } from '../../host/planText.ts';

/**
 * The text of a file, of a larger one than a plan can be only its beginning.
 * @throws UnreadableError
 */
export function readPlanFile(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readBeginning(path);
  } catch (error) {
    throw new UnreadableError(reasonOf(error));
  }
  return decodePlan(bytes);
}

/** Also of what is no ordinary file and tells no size, such as a pipe. */
function readBeginning(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const status = fstatSync(file);
    const buffer = Buffer.allocUnsafe(status.isFile() ? Math.min(status.size, MOST_BYTES) : MOST_BYTES);
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      length += read;
      const isComplete = status.isFile() && length >= status.size;
      if (read === 0 || isComplete || length >= MOST_BYTES) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
