import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { reasonOf } from './fileErrors.ts';

/** What cannot be read: the message says why, in plain words. */
export class UnreadableError extends Error {}

/**
 * The bytes of a file, of a longer one only the first. What is no ordinary file is not read: nobody may ever write to a
 * pipe, and some devices never end.
 *
 * @throws UnreadableError; its `cause` is what the file system said
 */
export async function readOrdinaryFile(path: string, mostBytes: number): Promise<Buffer> {
  try {
    // Opening a pipe would wait for somebody who writes. Windows has neither the pipes nor the flag, which is 0 there.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await file.stat();
      if (status.isDirectory()) throw new UnreadableError('is a folder');
      if (!status.isFile()) throw new UnreadableError('is no file');
      const buffer = Buffer.allocUnsafe(Math.min(status.size, mostBytes));
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return buffer.subarray(0, length);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(reasonOf(error), { cause: error });
  }
}
