import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import type { FileSummary } from '../../../features/workspacePlans/fileSummary.ts';
import { PLANS_CHANGED_NOTIFICATION, type PlanFile, type PlansChangedParams, type PlansReading } from '../../../protocol/plans.ts';
import type { Guard } from '../guard.ts';
import type { WorkspacePlansListener } from './workspacePlans.ts';

/** Changes are told together: each time costs the client a new list. */
const BATCH_MILLISECONDS = 250;
/** What takes no longer needs no progress. */
const PATIENCE_MILLISECONDS = 500;

/** What the reporter asks of the plans that it reports. */
export interface ReportedPlans {
  readonly reading: PlansReading;
  stop(): void;
}

/** Tells the client about the plans of the workspace: which changed, where it has asked for them, and how far reading has come. */
export class PlansReporter implements WorkspacePlansListener {
  readonly #connection: Connection;
  readonly #guard: Guard;
  readonly #plans: () => ReportedPlans;
  readonly #watch: () => void;
  readonly #changed = new Map<string, FileSummary>();
  readonly #removed = new Set<string>();
  #isAsked = false;
  #isReading = false;
  #batch: NodeJS.Timeout | undefined;
  #progress: Promise<WorkDoneProgressServerReporter> | undefined;
  #progressDue: NodeJS.Timeout | undefined;

  /** @param watch has the client tell when plans change */
  constructor(connection: Connection, guard: Guard, plans: () => ReportedPlans, watch: () => void) {
    this.#connection = connection;
    this.#guard = guard;
    this.#plans = plans;
    this.#watch = watch;
  }

  /** To be called when the client asks for the plans: from now on it is told what changes. */
  asked(): void {
    this.#isAsked = true;
  }

  started(): void {
    this.#watch();
  }

  changed(file: FileSummary | undefined, before: string | undefined): void {
    if (!this.#isAsked) return;
    if (before !== undefined && before !== file?.uri) {
      this.#changed.delete(before);
      this.#removed.add(before);
    }
    if (file !== undefined) {
      this.#changed.set(file.uri, file);
      this.#removed.delete(file.uri);
    }
    this.#batch ??= setTimeout(() => this.#tell(), BATCH_MILLISECONDS).unref();
  }

  reading(isReading: boolean): void {
    this.#isReading = isReading;
    if (isReading) {
      this.#progressDue = setTimeout(() => this.#begin(), PATIENCE_MILLISECONDS).unref();
      return;
    }
    clearTimeout(this.#progressDue);
    this.#end();
    if (this.#isAsked) this.#tell();
  }

  /** Nothing more is told. */
  dispose(): void {
    this.#isAsked = false;
    this.#isReading = false;
    this.#progress = undefined;
    clearTimeout(this.#batch);
    clearTimeout(this.#progressDue);
  }

  #tell(): void {
    clearTimeout(this.#batch);
    this.#batch = undefined;
    const { reading } = this.#plans();
    const params: PlansChangedParams = { changed: [...this.#changed.values()].map(asPlanFile), removed: [...this.#removed], reading };
    this.#changed.clear();
    this.#removed.clear();
    void this.#connection.sendNotification(PLANS_CHANGED_NOTIFICATION, params);
  }

  #begin(): void {
    if (!this.#isReading) return;
    // A client that shows no progress has one made that does nothing.
    this.#progress = this.#connection.window.createWorkDoneProgress();
    this.#guard.run('window/workDoneProgress', async () => {
      const progress = await this.#progress;
      if (progress === undefined || !this.#isReading) return;
      progress.begin('Reading MIPS plans', 0, this.#words(), true);
      progress.token.onCancellationRequested(() => this.#plans().stop());
      this.#report(progress);
    });
  }

  #report(progress: WorkDoneProgressServerReporter): void {
    setTimeout(() => {
      if (!this.#isReading) return;
      const { read, known } = this.#plans().reading;
      progress.report(Math.floor((100 * read) / Math.max(1, known)), this.#words());
      this.#report(progress);
    }, BATCH_MILLISECONDS).unref();
  }

  #words(): string {
    const { read, known } = this.#plans().reading;
    return `${read} of ${known}`;
  }

  #end(): void {
    const ending = this.#progress;
    this.#progress = undefined;
    if (ending !== undefined) this.#guard.run('window/workDoneProgress', async () => (await ending).done());
  }
}

/** Without what only the server needs. */
export function asPlanFile({ uri, path, problem, plans }: FileSummary): PlanFile {
  return { uri, path, problem, plans };
}
