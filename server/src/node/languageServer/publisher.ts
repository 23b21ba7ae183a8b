import {
  DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError,
  type Connection, type Diagnostic, type DiagnosticServerCancellationData, type DocumentDiagnosticParams, type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Analysis } from '../../analysis.ts';
import { NOT_CANCELLED } from '../../features/cancellationToken.ts';
import { diagnostics, type FindingLevels, type KnownDiagnostics } from '../../features/diagnostics.ts';
import { SCORE_CHANGED_NOTIFICATION, type ScoreChangedParams } from '../../protocol/protocol.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { ConditionsKeeper } from './conditions.ts';
import type { Guard } from './guard.ts';
import type { PendingEdits } from './pendingEdits.ts';
import type { PlanDocument, PlanVersion } from './planDocument.ts';
import type { PlanDocuments } from './planDocuments.ts';

interface Report {
  /** Unlike that of any other report, also of other runs of the server. */
  readonly resultId: string;
  readonly items: Diagnostic[];
}

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/**
 * Brings findings and score of the open plans to the client: each time a plan has changed, and nothing of a version
 * that is superseded. The client pulls the findings where it can; otherwise they are pushed.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  readonly #guard: Guard;
  readonly #edits: PendingEdits;
  readonly #documents: PlanDocuments;
  readonly #conditions: ConditionsKeeper;
  readonly #ready: Promise<void>;
  readonly #scheduled = new Set<PlanDocument>();
  readonly #scored = new WeakSet<Analysis>();
  readonly #pushed = new WeakMap<PlanDocument, Report>();
  readonly #reports = new WeakMap<Analysis, Report>();
  readonly #known = new WeakMap<PlanDocument, { readonly levels: FindingLevels; readonly diagnostics: KnownDiagnostics }>();
  readonly #run = `${process.pid}-${Date.now()}`;
  #reportsMade = 0;
  #refreshScheduled = false;

  /** @param ready settled once the first settings are in use */
  constructor(
    connection: Connection, abilities: ClientAbilities, guard: Guard, edits: PendingEdits,
    documents: PlanDocuments, conditions: ConditionsKeeper, ready: Promise<void>,
  ) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#guard = guard;
    this.#edits = edits;
    this.#documents = documents;
    this.#conditions = conditions;
    this.#ready = ready;
  }

  /** To be called when a plan was opened or edited. */
  schedule(document: PlanDocument): void {
    if (this.#scheduled.has(document)) return;
    this.#scheduled.add(document);
    // The event loop reads what else has come in before it gets to this.
    setImmediate(() => this.#guard.run('Checking a plan', async () => {
      this.#scheduled.delete(document);
      await this.#ready;
      await this.#show(document);
    }));
  }

  /** To be called when a plan is judged anew although it was not edited. */
  reconsider(document: PlanDocument): void {
    this.schedule(document);
    this.#scheduleRefresh();
  }

  reconsiderAll(): void {
    for (const document of this.#documents) this.reconsider(document);
  }

  /** To be called when a plan was closed. */
  clear(uri: string): void {
    if (!this.#abilities.pullsDiagnostics) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** @throws ResponseError `ServerCancelled` where a newer version came in */
  async pull({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const document = this.#documents.get(textDocument.uri);
    if (document === undefined) return NOTHING;
    const version = document.latest;
    if (this.#isSuperseded(document, version)) throw superseded();
    await this.#ready;
    if (this.#isSuperseded(document, version)) throw superseded();
    const analysis = await document.settledAnalysis(this.#conditions, () => this.reconsider(document));
    if (!this.#documents.isOpen(document)) return NOTHING;
    if (analysis === undefined || this.#isSuperseded(document, version)) throw superseded();
    const { resultId, items } = this.#report(document, analysis);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  async #show(document: PlanDocument): Promise<void> {
    const version = document.latest;
    // A newer edit brings its own turn.
    if (!this.#documents.isOpen(document) || this.#isSuperseded(document, version)) return;
    this.#sendScore(document, version);
    const analysis = await document.settledAnalysis(this.#conditions, () => this.schedule(document));
    if (analysis === undefined || !this.#documents.isOpen(document) || this.#isSuperseded(document, version)) return;
    // Once more where an evidence file was looked for meanwhile: the findings tell of it.
    this.#sendScore(document, version);
    if (this.#abilities.pullsDiagnostics) return;
    const report = this.#report(document, analysis);
    if (this.#pushed.get(document) === report) return;
    this.#pushed.set(document, report);
    void this.#connection.sendDiagnostics({ uri: document.uri, version: version.number, diagnostics: report.items });
  }

  #sendScore(document: PlanDocument, version: PlanVersion): void {
    const analysis = document.analysis(this.#conditions.now);
    if (this.#scored.has(analysis)) return;
    this.#scored.add(analysis);
    const params: ScoreChangedParams = { uri: document.uri, version: version.number, score: analysis.score(document.uri) };
    void this.#connection.sendNotification(SCORE_CHANGED_NOTIFICATION, params);
  }

  #isSuperseded(document: PlanDocument, version: PlanVersion): boolean {
    return document.latest !== version || this.#edits.isAhead(document.uri);
  }

  #report(document: PlanDocument, analysis: Analysis): Report {
    let report = this.#reports.get(analysis);
    if (report === undefined) {
      const options = { uri: document.uri, levels: this.#conditions.now.settings.findings, ...this.#abilities.diagnostics };
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

  #scheduleRefresh(): void {
    if (!this.#abilities.pullsDiagnostics || !this.#abilities.refreshesDiagnostics || this.#refreshScheduled) return;
    this.#refreshScheduled = true;
    setImmediate(() => this.#guard.run('workspace/diagnostic/refresh', async () => {
      this.#refreshScheduled = false;
      await this.#connection.languages.diagnostics.refresh();
    }));
  }
}

function superseded(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'A newer version of the plan came in.', { retriggerRequest: true });
}
