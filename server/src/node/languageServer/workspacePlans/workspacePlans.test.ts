import { join } from 'node:path';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { unreadableFile, type FileNames, type FileSummary } from '../../../features/workspacePlans/fileSummary.ts';
import { PlanDocuments } from '../planDocuments.ts';
import type { FileText, KnownFile } from './planReader.ts';
import { WorkspacePlans } from './workspacePlans.ts';

/** What a file system gives that changes between the moment it is listed and the moment it is read: a text, or what befalls who reads. */
type Content = FileText | 'broken';

const TEXT: FileText = { text: 'x' };

interface Workspace {
  readonly plans: WorkspacePlans;
  readonly logged: string[];
  /** The folder's plans, as path and what is known of each. */
  readonly known: () => readonly (readonly [path: string, problem: string | null])[];
  readonly path: (name: string) => string;
  /** What reading a file gives from now on. */
  readonly becomes: (name: string, content: Content) => void;
  /** Settles once so many files were read, each when it has its turn; then reading waits. */
  readonly turns: (count: number) => Promise<void>;
  /** Reads what is left. */
  readonly goOn: () => Promise<void>;
}

/** A workspace whose files are listed from the disk, and read from what the test says. Every turn is the test's to give. */
function workspace(...names: readonly string[]): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, `${name}.mips.yaml`);
  const contents = new Map<string, Content>();
  for (const name of names) {
    mkdirSync(join(path(name), '..'), { recursive: true });
    writeFileSync(path(name), '');
  }
  const logged: string[] = [];
  const failed: unknown[] = [];
  const summaryOf = (file: string, content: Exclude<FileText, 'absent'>, at: FileNames): Promise<KnownFile> => {
    if (contents.get(file) === 'broken') return Promise.reject(new Error('torn'));
    const summary: FileSummary = 'problem' in content ? unreadableFile(at, content.problem) : { ...unreadableFile(at, ''), problem: null };
    return Promise.resolve({ summary });
  };
  let isFree = false;
  let asked: (() => void) | undefined;
  const waiting: (() => void)[] = [];
  const plans = new WorkspacePlans({
    documents: new PlanDocuments(),
    reader: {
      textOf: (file) => {
        const content = contents.get(file) ?? TEXT;
        return Promise.resolve(content === 'broken' ? TEXT : content);
      },
      summaryOf,
      summaryOfOpen: () => Promise.resolve(undefined),
    },
    folders: [folder],
    ready: Promise.resolve(),
    giveWay: () => new Promise((proceed) => {
      if (isFree) return proceed();
      waiting.push(proceed);
      asked?.();
    }),
    log: (message) => logged.push(message.replaceAll(folder, '').replaceAll('.mips.yaml', '')),
    run: (_, work) => void work().catch((error: unknown) => failed.push(error)),
    listener: { started: () => undefined, changed: () => undefined, reading: () => undefined },
  });
  const nextAsks = (): Promise<void> => new Promise((resolve) => {
    if (waiting.length > 0) return resolve();
    asked = resolve;
  });
  return {
    plans, logged, path,
    known: () => plans.files.map(({ path: shown, problem }) => [shown.replace('.mips.yaml', ''), problem] as const).sort(),
    becomes: (name, content) => void contents.set(path(name), content),
    turns: async (count) => {
      void plans.whenRead();
      for (let turn = 0; turn < count; turn++) {
        await nextAsks();
        waiting.shift()?.();
      }
      await nextAsks();
    },
    goOn: async () => {
      isFree = true;
      for (const proceed of waiting.splice(0)) proceed();
      await plans.whenRead();
      expect(failed).toEqual([]);
    },
  };
}

it('names what is gone or cannot be read any more, and reads the rest', async () => {
  const { becomes, goOn, known, logged, plans } = workspace('a', 'b', 'c', 'sub/d', 'sub/e', 'z');
  becomes('a', 'absent');
  becomes('c', { problem: 'may not be read' });
  becomes('sub/d', 'absent');
  await goOn();
  expect(known()).toEqual([['b', null], ['c', 'may not be read'], ['sub/e', null], ['z', null]]);
  expect(plans.reading).toMatchObject({ state: 'read', read: 4, known: 4 });
  expect(logged).toEqual(['/a was gone before it could be read', '/c is not read: may not be read', '/sub/d was gone before it could be read']);
});

it('takes away what goes later, and says of what cannot be read any more why', async () => {
  const { becomes, goOn, known, logged, path, plans } = workspace('a', 'b');
  await goOn();
  becomes('a', 'absent');
  becomes('b', { problem: 'may not be read' });
  plans.filesChanged([{ path: path('a'), kind: 'deleted' }, { path: path('b'), kind: 'changed' }]);
  await goOn();
  expect(known()).toEqual([['b', 'may not be read']]);
  expect(logged).toEqual(['/b is not read: may not be read']);
});

it('does not keep a plan that goes after its text was read, and before it is judged', async () => {
  const { becomes, goOn, known, path, plans, turns } = workspace('a', 'b', 'c');
  await turns(1);
  becomes('b', 'absent');
  plans.filesChanged([{ path: path('b'), kind: 'deleted' }]);
  await goOn();
  expect(known()).toEqual([['a', null], ['c', null]]);
});

it('does not keep plans of a folder that leaves the workspace while they are read', async () => {
  const { goOn, known, plans, turns } = workspace('a', 'b');
  await turns(0);
  plans.foldersChanged([join(tmpdir(), 'another')]);
  await goOn();
  expect(known()).toEqual([]);
});

it('judges anew what is being judged when the settings change', async () => {
  const { becomes, goOn, known, plans, turns } = workspace('a', 'b');
  await turns(1);
  becomes('b', { problem: 'judged by the new settings' });
  plans.reconsiderAll();
  await goOn();
  expect(known()).toEqual([['a', null], ['b', 'judged by the new settings']]);
});

it('goes on after a plan that cannot be judged, and lists it as such', async () => {
  const { becomes, goOn, known, logged } = workspace('a', 'b', 'c');
  becomes('b', 'broken');
  await goOn();
  expect(known()).toEqual([['a', null], ['b', 'cannot be judged; the log says why'], ['c', null]]);
  expect(logged).toEqual([expect.stringMatching(/^Reading \/b failed: Error: torn\n +at /)]);
});

it('counts what is in hand as unread, also when reading stops', async () => {
  const { goOn, plans, turns } = workspace('a', 'b', 'c');
  await turns(1);
  expect(plans.reading).toMatchObject({ state: 'reading', read: 1, known: 3 });
  plans.stop();
  expect(plans.reading).toMatchObject({ state: 'stopped', read: 1, known: 3 });
  await goOn();
  expect(plans.reading).toMatchObject({ state: 'read', read: 3, known: 3 });
});
