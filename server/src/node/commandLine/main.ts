import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { nodeIo } from './nodeIo.ts';
import { run } from './run.ts';
import { serveFileWork } from './work/fileThread.ts';
import type { WorkSettings } from './work/fileWork.ts';

if (isMainThread) {
  run(process.argv.slice(2), nodeIo({ folder: __dirname, file: __filename })).then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
} else if (parentPort !== null) {
  serveFileWork(workerData as WorkSettings, parentPort);
}
