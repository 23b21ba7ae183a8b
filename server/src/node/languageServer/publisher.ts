import {
  DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError,
  type Connection, type Diagnostic, type DiagnosticServerCancellationData, type DocumentDiagnosticParams, type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Analysis } from '../../analysis.ts';
import { NOT_CANCELLED } from '../../features/cancellationToken.ts';
import { diagnostics, type KnownDiagnostics } from '../../features/diagnostics.ts';
import type { FindingLevels } from '../../findings/levels.ts';
import { SCORE_CHANGED_NOTIFICATION, type ScoreChangedParams } from '../../protocol/protocol.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { ConditionsKeeper } from './conditions.ts';
import type { Guard } from './guard.ts';
import type { PendingEdits } from './pendingEdits.ts';
import type { PlanDocument, PlanVersion } from './planDocument.ts';
import type { PlanDocuments } from './planDocuments.ts';
import type { Refresher } from './refresher.ts';

interface Report {
  /** Unlike that of any other report, also of other runs of the server. */
  readonly resultId: string;
  readonly items: Diagnostic[];
}

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export interface PublisherOptions {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly guard: Guard;
  readonly edits: PendingEdits;
  readonly documents: PlanDocuments;
  readonly conditions: ConditionsKeeper;
  readonly refresher: Refresher;
  /** Settled once the first settings are in use. */
  readonly ready: Promise<void>;
}

/**
 * Brings findings and score of the open plans to the client: each time a plan has changed, and nothing of a version
 * that is superseded. The client pulls the findings where it can; otherwise they are pushed.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #scheduled = new Set<PlanDocument>();
  /** Analyses whose score was sent. */
  readonly #scored = new WeakSet<Analysis>();
  /** What was pushed of each plan last. */
  readonly #pushed = new WeakMap<PlanDocument, Report>();
  /** One for each analysis: who pulls again hears by its id that nothing changed. */
  readonly #reports = new WeakMap<Analysis, Report>();
  /** What the next report can keep of the last. */
  readonly #known = new WeakMap<PlanDocument, { readonly levels: FindingLevels; readonly diagnostics: KnownDiagnostics }>();
  readonly #run = `${process.pid}-${Date.now()}`;
  #reportsMade = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** To be called when a plan was opened or edited. */
  schedule(document: PlanDocument): void {
    if (this.#scheduled.has(document)) return;
    this.#scheduled.add(document);
    // The event loop reads what else has come in before it gets to this.
    setImmediate(() => this.#options.guard.run('Checking a plan', async () => {
      this.#scheduled.delete(document);
      await this.#options.ready;
      await this.#show(document);
    }));
  }

  /** To be called when a plan is judged anew although it was not edited. */
  reconsider(document: PlanDocument): void {
    this.schedule(document);
    this.#options.refresher.refreshDiagnostics();
  }

  reconsiderAll(): void {
    for (const document of this.#options.documents) this.reconsider(document);
  }

  /** To be called when a plan was closed. */
  clear(uri: string): void {
    if (!this.#options.abilities.pullsDiagnostics) void this.#options.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** @throws ResponseError `ServerCancelled` where a newer version came in */
  async pull({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const document = this.#options.documents.get(textDocument.uri);
    if (document === undefined) return NOTHING;
    const version = document.latest;
    if (this.#isSuperseded(document, version)) throw superseded();
    await this.#options.ready;
    if (this.#isSuperseded(document, version)) throw superseded();
    const analysis = await document.settledAnalysis(this.#options.conditions, () => this.reconsider(document));
    if (!this.#options.documents.isOpen(document)) return NOTHING;
    if (analysis === undefined || this.#isSuperseded(document, version)) throw superseded();
    const { resultId, items } = this.#report(document, analysis);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  async #show(document: PlanDocument): Promise<void> {
    const version = document.latest;
    // A newer edit brings its own turn.
    if (!this.#options.documents.isOpen(document) || this.#isSuperseded(document, version)) return;
    this.#sendScore(document, version);
    const analysis = await document.settledAnalysis(this.#options.conditions, () => this.schedule(document));
    if (analysis === undefined || !this.#options.documents.isOpen(document) || this.#isSuperseded(document, version)) return;
    // Once more where an evidence file was looked for meanwhile: the findings tell of it.
    this.#sendScore(document, version);
    if (this.#options.abilities.pullsDiagnostics) return;
    const report = this.#report(document, analysis);
    if (this.#pushed.get(document) === report) return;
    this.#pushed.set(document, report);
    void this.#options.connection.sendDiagnostics({ uri: document.uri, version: version.number, diagnostics: report.items });
  }

  #sendScore(document: PlanDocument, version: PlanVersion): void {
    const analysis = document.analysis(this.#options.conditions.now);
    if (this.#scored.has(analysis)) return;
    this.#scored.add(analysis);
    const params: ScoreChangedParams = { uri: document.uri, version: version.number, score: analysis.score(document.uri) };
    void this.#options.connection.sendNotification(SCORE_CHANGED_NOTIFICATION, params);
  }

  #isSuperseded(document: PlanDocument, version: PlanVersion): boolean {
    return document.latest !== version || this.#options.edits.isAhead(document.uri);
  }

  #report(document: PlanDocument, analysis: Analysis): Report {
    let report = this.#reports.get(analysis);
    if (report === undefined) {
      const options = { uri: document.uri, levels: this.#options.conditions.now.settings.findings, ...this.#options.abilities.diagnostics };
      const items = diagnostics(analysis, options, NOT_CANCELLED, this.#knownOf(document, options.levels));
      report = { resultId: `${this.#run}:${++this.#reportsMade}`, items };
      this.#reports.set(analysis, report);
    }
    return report;
  }

  #knownOf(document: PlanDocument, levels: FindingLevels): KnownDiagnostics {
    let known = this.#known.get(document);
    if (known?.levels !== levels) {
      known = { levels, diagnostics: new WeakMap() };
      this.#known.set(document, known);
    }
    return known.diagnostics;
  }
}

function superseded(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'A newer version of the plan came in.', { retriggerRequest: true });
}
