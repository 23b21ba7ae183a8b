import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { reasonOf } from './fileErrors.ts';

/** What cannot be read: the message says why, in plain words. */
export class UnreadableError extends Error {}

/** So much is read: a little more than the 2 MiB that a plan may have, enough to see that it is larger. */
export const MOST_BYTES = 2 * 1024 * 1024 + 64;

/**
 * The text of a file, of a larger one than a plan can be only its beginning. What is no ordinary file is not read: nobody
 * may ever write to a pipe.
 *
 * @throws UnreadableError; its `cause` is what the file system said
 */
export async function readPlanText(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    // Opening a pipe would wait for somebody who writes. Windows has neither the pipes nor the flag, which is 0 there.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await file.stat();
      if (status.isDirectory()) throw new UnreadableError('is a folder');
      if (!status.isFile()) throw new UnreadableError('is no file');
      const buffer = Buffer.allocUnsafe(Math.min(status.size, MOST_BYTES));
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      bytes = buffer.subarray(0, length);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(reasonOf(error), { cause: error });
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
