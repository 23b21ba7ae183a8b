import { isUtf8 } from 'node:buffer';
import { readOrdinaryFile, UnreadableError } from './ordinaryFile.ts';

/** So much is read: a little more than the 2 MiB that a plan may have, enough to see that it is larger. */
export const MOST_BYTES = 2 * 1024 * 1024 + 64;

/**
 * The text of a file, of a larger one than a plan can be only its beginning.
 *
 * @throws UnreadableError; its `cause` is what the file system said
 */
export async function readPlanText(path: string): Promise<string> {
  return decodePlan(await readOrdinaryFile(path, MOST_BYTES));
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
