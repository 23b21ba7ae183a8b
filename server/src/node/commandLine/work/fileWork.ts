import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';
import { analyse, type Analysis } from '../../../analysis.ts';
import type { CalendarDate } from '../../../calendar/calendarDate.ts';
import { fileFindings } from '../../../export/findingsJson.ts';
import { sarifResults } from '../../../export/sarif.ts';
import { createInventory } from '../../../inventory/createInventory.ts';
import type { Inventory } from '../../../inventory/inventory.ts';
import type { LoadedYear } from '../../../inventory/loadedYear.ts';
import { evidenceFile, fileExistsNow } from '../../host/evidenceFile.ts';
import { UnreadableError } from '../../host/ordinaryFile.ts';
import { decodePlan } from '../../host/planText.ts';
import { readPlanFile } from '../files/planFile.ts';
import { findingsText } from '../rendering/findingsText.ts';
import { jsonItem } from '../rendering/jsonList.ts';
import { SARIF_RESULTS_DEPTH } from '../rendering/sarifOutput.ts';
import { scoreText } from '../rendering/scoreText.ts';
import { NOTHING, tallyOf, type Tally } from '../rendering/tally.ts';

/** What is done with each file, and how it is shown. Plain data, so that it can be sent to another thread. */
export interface WorkSettings {
  readonly command: 'check' | 'score';
  readonly format: string;
  readonly colored: boolean;
  readonly asOf: CalendarDate;
  readonly loadedYears: readonly LoadedYear[];
  readonly workingFolder: string;
}

export interface FileTask {
  /** As given on the command line; `-` is standard input. */
  readonly file: string;
  /** The content, where it is not to be read from the file. */
  readonly content?: Uint8Array | undefined;
  /** Why there is nothing to be read. */
  readonly problem?: string | undefined;
}

export interface FileResult {
  readonly file: string;
  /** What is to be printed; of several files one after the other makes the whole. */
  readonly output: string;
  readonly tally: Tally;
  /** Why the file could not be read. */
  readonly problem?: string | undefined;
}

/** Reads, analyses and renders files, one at a time. Nothing of a file is kept. */
export class FileWork {
  readonly #settings: WorkSettings;
  readonly #inventory: Inventory;
  readonly #colors: Colors;

  constructor(settings: WorkSettings) {
    this.#settings = settings;
    this.#inventory = createInventory(settings.loadedYears);
    this.#colors = createColors(settings.colored);
  }

  do(task: FileTask): FileResult {
    const { file, problem } = task;
    if (problem !== undefined) return { file, output: '', tally: NOTHING, problem };
    try {
      const analysis = this.analyse(task);
      return { file, output: this.#render(file, analysis), tally: tallyOf(analysis) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return { file, output: '', tally: NOTHING, problem: error.message };
    }
  }

  /** @throws UnreadableError */
  analyse({ file, content }: FileTask): Analysis {
    const path = resolve(this.#settings.workingFolder, file);
    return analyse(content === undefined ? readPlanFile(path) : decodePlan(content), {
      asOf: this.#settings.asOf,
      inventory: this.#inventory,
      once: true,
      // What comes from standard input lies in no folder.
      evidenceExists: content === undefined ? (written) => evidenceExists(path, written) : undefined,
    });
  }

  #render(file: string, analysis: Analysis): string {
    const { command, format, workingFolder } = this.#settings;
    if (format === 'text') {
      return command === 'check' ? findingsText(file, analysis, analysis.findings, this.#colors) : scoreText(file, analysis, this.#colors);
    }
    if (command === 'score') return jsonItem(analysis.score(file));
    if (format === 'json') return jsonItem(fileFindings(file, analysis, analysis.findings));
    return sarifResults(uriOf(file, workingFolder), analysis, analysis.findings).map((result) => jsonItem(result, SARIF_RESULTS_DEPTH)).join('');
  }
}

/** The path as a URI: relative to the working folder where the file lies in it. */
export function uriOf(file: string, workingFolder: string): string {
  if (file === '-') return 'stdin';
  const path = resolve(workingFolder, file);
  const way = relative(workingFolder, path);
  if (way === '' || way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) return pathToFileURL(path).href;
  return way.split(sep).map(encodeURIComponent).join('/');
}

function evidenceExists(planPath: string, written: string): boolean {
  const file = evidenceFile(planPath, written);
  return file === undefined || fileExistsNow(file);
}
