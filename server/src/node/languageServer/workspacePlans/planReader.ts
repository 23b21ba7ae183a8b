import { analyse, type Analysis } from '../../../analysis.ts';
import { summarise, unreadableFile, type FileNames, type FileSummary } from '../../../features/workspacePlans/fileSummary.ts';
import { isAbsence } from '../../host/fileErrors.ts';
import { UnreadableError } from '../../host/ordinaryFile.ts';
import { readPlanText } from '../../host/planText.ts';
import type { ConditionsKeeper } from '../conditions.ts';
import { EvidenceFiles } from '../evidenceFiles.ts';
import type { FileLookUps } from '../fileLookUps.ts';
import type { PlanDocument } from '../planDocument.ts';

/** What is known of one file with plans. */
export interface KnownFile {
  readonly summary: FileSummary;
  /** The evidence files that its plans name; undefined where they name none, and where somebody has it open. */
  readonly evidence?: EvidenceFiles | undefined;
}

/** A file's text, or why there is none. */
export type FileText = { readonly text: string } | { readonly problem: string } | 'absent';

/** Makes summaries of plan files, one at a time. Nothing else of a file is kept. */
export class PlanReader {
  readonly #conditions: ConditionsKeeper;
  readonly #lookUps: FileLookUps;

  constructor(conditions: ConditionsKeeper, lookUps: FileLookUps) {
    this.#conditions = conditions;
    this.#lookUps = lookUps;
  }

  /** @param path absolute */
  async textOf(path: string): Promise<FileText> {
    try {
      return { text: await this.#lookUps.inTurn(() => readPlanText(path)) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return isAbsence(error.cause) ? 'absent' : { problem: error.message };
    }
  }

  async summaryOf(path: string, content: Exclude<FileText, 'absent'>, names: FileNames): Promise<KnownFile> {
    if ('problem' in content) return { summary: unreadableFile(names, content.problem) };
    const evidence = new EvidenceFiles(path, this.#lookUps.exists);
    const summary = await evidence.settled(() => this.#summarise(content.text, names, evidence));
    return evidence.isEmpty ? { summary } : { summary, evidence };
  }

  /**
   * Of a plan that is open, as its text is now; undefined where it is edited meanwhile.
   * @param late called when more was found out about its evidence after all
   */
  async summaryOfOpen(document: PlanDocument, names: FileNames, late: () => void): Promise<KnownFile | undefined> {
    const analysis = await document.settledAnalysis(this.#conditions, late);
    return analysis && { summary: this.#summaryOf(analysis, names) };
  }

  #summarise(text: string, names: FileNames, evidence: EvidenceFiles): FileSummary {
    const { asOf, inventory } = this.#conditions.now;
    // The path is kept, and would keep the whole text that it is a piece of.
    const evidenceExists = (written: string): boolean => evidence.exists(JSON.parse(JSON.stringify(written)) as string);
    return this.#summaryOf(analyse(text, { asOf, inventory, evidenceExists, once: true }), names);
  }

  #summaryOf(analysis: Analysis, names: FileNames): FileSummary {
    return summarise(analysis, names, this.#conditions.now.settings.findings);
  }
}
