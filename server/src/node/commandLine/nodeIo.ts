import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { Worker } from 'node:worker_threads';
import { MOST_BYTES } from '../host/planText.ts';
import { unwritableBecause } from '../host/fileErrors.ts';
import { today } from '../host/today.ts';
import type { Io, Output } from './io.ts';
import { UnwritableError } from './unwritableError.ts';

/**
 * Of a thread's memory for what lives briefly. Without it V8 lets each thread have 48: with 10,000 plans 40 % more memory
 * in all, and no less time.
 */
const YOUNG_MEGABYTES = 8;

/** This process. @param bundle the file that runs, which threads run too and beside which `texts.json` stands */
export function nodeIo(bundle: { readonly folder: string; readonly file: string }): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    environment: process.env,
    workingFolder: process.cwd(),
    today: today(),
    readStandardInput,
    textsFile: join(bundle.folder, 'texts.json'),
    threads: { count: availableParallelism(), start: (settings) => new Worker(bundle.file, { workerData: settings, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } }) },
  };
}

function outputOf(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  // `write` hears of it too.
  stream.on('error', () => undefined);
  return {
    isTerminal: isatty(stream.fd),
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          // Who reads may stop reading, as `head` does; the exit code is to be right all the same.
          if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(new UnwritableError(`The output ${unwritableBecause(error)}.`));
          else resolve();
        });
      }),
  };
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}
