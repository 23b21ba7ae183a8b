import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { WorkerThread } from './work/workerThread.ts';

/** Where text goes. `write` resolves when more can be written, so that a slow reader does not fill the memory. */
export interface Output {
  readonly isTerminal: boolean;
  write(text: string): Promise<void>;
}

/** Everything that a command touches besides the files it is given, so that tests can stand in for the process. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute; relative paths are relative to it. */
  readonly workingFolder: string;
  readonly today: CalendarDate;
  readStandardInput(): Promise<Uint8Array>;
  /** The texts of activities, `texts.json`, which stands beside the bundle. */
  readonly textsFile: string;
  /** Absent where everything runs in this one thread. */
  readonly threads?: { readonly count: number; readonly start: (settings: unknown) => WorkerThread } | undefined;
}

/** 0 fine; 1 findings of severity error, too many warnings, or a refused export; 2 wrong usage or something unreadable. */
export type ExitCode = 0 | 1 | 2;
