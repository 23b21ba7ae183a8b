import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf } from '../../host/fileErrors.ts';

/** What cannot be read: the message says why, in plain words. */
export class UnreadableError extends Error {}

/** A little more than the 2 MiB that a plan may have: enough to see that a file is larger. */
const MOST_BYTES = 2 * 1024 * 1024 + 64;

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
  const isCut = bytes.length >= MOST_BYTES;
  try {
    // The byte-order mark is part of the text: offsets count it. Of a file cut short the last character may be in parts.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut });
  } catch {
    const [first, second] = bytes;
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    throw new UnreadableError(`is not UTF-8${isUtf16 ? ' but UTF-16' : ''}; save it as UTF-8`);
  }
}

/** Also of what is no ordinary file and tells no size, such as a pipe. */
function readBeginning(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const status = fstatSync(file);
    const expected = status.isFile() ? Math.min(status.size + 1, MOST_BYTES) : MOST_BYTES;
    let buffer = Buffer.allocUnsafe(expected);
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0 || length >= MOST_BYTES) return buffer.subarray(0, length);
      // It grew since its size was asked.
      if (length === buffer.length) buffer = Buffer.concat([buffer], MOST_BYTES);
    }
  } finally {
    closeSync(file);
  }
}
