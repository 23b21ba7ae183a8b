import type { Io } from '../io.ts';
import { FileThread } from './fileThread.ts';
import { FileWork, type FileResult, type FileTask, type WorkSettings } from './fileWork.ts';

/** So many files one thread has done before others have started. */
const FILES_FOR_ONE_THREAD = 100;
const FILES_AT_A_TIME = 16;
/** Lists of tasks that a thread has waiting, so that it need not wait itself; what is done too early has to be kept. */
const WAITING_LISTS = 4;

/** The results in the order of the tasks, made by several threads where there is enough for them to do. */
export async function* workOnFiles(tasks: AsyncIterable<FileTask>, settings: WorkSettings, threads: Io['threads']): AsyncGenerator<FileResult> {
  if (threads === undefined || threads.count < 2) {
    yield* inThisThread(tasks, settings);
    return;
  }
  const source = tasks[Symbol.asyncIterator]();
  const first = await take(source, FILES_FOR_ONE_THREAD);
  if (first.length < FILES_FOR_ONE_THREAD) yield* inThisThread(first, settings);
  else yield* inThreads(first, source, settings, threads);
}

async function* inThisThread(tasks: AsyncIterable<FileTask> | Iterable<FileTask>, settings: WorkSettings): AsyncGenerator<FileResult> {
  const work = new FileWork(settings);
  for await (const task of tasks) yield work.do(task);
}

async function* inThreads(
  first: readonly FileTask[],
  source: AsyncIterator<FileTask>,
  settings: WorkSettings,
  { count, start }: NonNullable<Io['threads']>,
): AsyncGenerator<FileResult> {
  const threads = Array.from({ length: count }, () => new FileThread(start(settings)));
  try {
    const lists = inLists(first, source);
    const answers: Promise<readonly FileResult[]>[] = [];
    for await (const list of lists) {
      answers.push(leastBusy(threads).do(list));
      if (answers.length >= count * WAITING_LISTS) yield* (await answers.shift()) ?? [];
    }
    for (const answer of answers) yield* await answer;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function leastBusy(threads: readonly FileThread[]): FileThread {
  return threads.reduce((least, thread) => (thread.load < least.load ? thread : least));
}

async function* inLists(first: readonly FileTask[], source: AsyncIterator<FileTask>): AsyncGenerator<readonly FileTask[]> {
  for (let start = 0; start < first.length; start += FILES_AT_A_TIME) yield first.slice(start, start + FILES_AT_A_TIME);
  for (let list = await take(source, FILES_AT_A_TIME); list.length > 0; list = await take(source, FILES_AT_A_TIME)) yield list;
}

async function take(source: AsyncIterator<FileTask>, most: number): Promise<FileTask[]> {
  const taken: FileTask[] = [];
  while (taken.length < most) {
    const next = await source.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
