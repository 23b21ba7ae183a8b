import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CalendarDate } from '../../server/src/calendar/calendarDate.ts';
import type { ExitCode, Io } from '../../server/src/node/commandLine/io.ts';
import { run } from '../../server/src/node/commandLine/run.ts';

export interface FakeWorld {
  readonly folder?: string;
  readonly standardInput?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Which of the two outputs are terminals. */
  readonly terminals?: readonly ('stdout' | 'stderr')[];
  readonly today?: CalendarDate;
  readonly textsFile?: string;
  readonly threads?: Io['threads'];
}

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. */
export async function runWith(args: readonly string[], world: FakeWorld = {}): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written): Io['stdout'] => ({
    isTerminal: world.terminals?.includes(name) ?? false,
    write: (text) => {
      written[name] += text;
      return Promise.resolve();
    },
  });
  const { standardInput = '' } = world;
  const code = await run(args, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    environment: world.environment ?? {},
    workingFolder: world.folder ?? import.meta.dirname,
    today: world.today ?? '2024-12-31',
    readStandardInput: () => Promise.resolve(typeof standardInput === 'string' ? new TextEncoder().encode(standardInput) : standardInput),
    textsFile: world.textsFile ?? '',
    threads: world.threads,
  });
  return { code, ...written };
}

/** A folder with these files, until the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mips-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** 40 of 40 points on 2024-12-31 and nothing to say about it. */
export const GOOD = `performance_year: 2024
practice: { name: Riverbend, tin: "000123456", clinicians: 20 }
submission: { level: group, other_categories: [quality] }
activities:
  - { id: IA_EPA_1, period: 2024-01-01/2024-06-30, performed_by: all, status: completed, evidence: [{ note: a log }] }
  - { id: IA_BE_6, period: 2024-01-01/2024-06-30, performed_by: all, status: completed, evidence: [{ note: a survey }] }
`;

/** One error (89 days), one warning (no evidence), one information (10 of 40 points). */
export const BAD = `performance_year: 2024
practice: { name: Lakeside, tin: "000123456", clinicians: 20 }
submission: { level: group }
activities:
  - id: IA_BE_4
    period: 2024-03-01/2024-05-28
    performed_by: all
    status: completed
    evidence: [{ note: a log }]
  - id: IA_CC_8
    period: 2024-03-01/2024-07-31
    performed_by: all
    status: completed
`;
