import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf } from '../../host/fileErrors.ts';

/** What cannot be read: the message says why, in plain words. */
export class UnreadableError extends Error {}

/** So much is read: a little more than the 2 MiB that a plan may have, enough to see that it is larger. */
export const MOST_BYTES = 2 * 1024 * 1024 + 64;

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

/** @throws UnreadableError where it is not UTF-8 */
export function decodePlan(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length < MOST_BYTES ? buffer : buffer.subarray(0, lastCharacterStart(buffer));
  if (isUtf8(whole)) return whole.toString('utf8');
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  throw new UnreadableError(`is not UTF-8${isUtf16 ? ' but UTF-16' : ''}; save it as UTF-8`);
}

/** Where the last character begins, which may be there only in part when a file is cut short. */
function lastCharacterStart(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
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
