import {
  CompletionTriggerKind, DidChangeWorkspaceFoldersNotification, LSPErrorCodes, ProgressType, ResponseError,
  type CancellationToken, type Connection, type DidChangeTextDocumentParams, type DidChangeWorkspaceFoldersParams,
  type TextDocumentIdentifier,
} from 'vscode-languageserver/node';
import type { Analysis } from '../../analysis.ts';
import { carryOver, carryOverYears } from '../../features/carryOver.ts';
import { fileNameOf } from '../../features/carryOver/fileName.ts';
import { codeActions } from '../../features/codeAction.ts';
import { completionAt, resolveCompletion } from '../../features/completion.ts';
import { definition } from '../../features/definition.ts';
import { documentHighlights } from '../../features/documentHighlight.ts';
import { documentLinks } from '../../features/documentLink.ts';
import { documentSymbols, flatSymbols } from '../../features/documentSymbol.ts';
import { foldingRanges } from '../../features/foldingRange.ts';
import { formatDocument, formatOnType, formatRange } from '../../features/formatting.ts';
import { hover } from '../../features/hover.ts';
import { inlayHints } from '../../features/inlayHint.ts';
import { insertActivity } from '../../features/insertActivity.ts';
import { inventoryList } from '../../export/inventoryList.ts';
import { activityPage, comparisonPage } from '../../features/inventoryPages.ts';
import { references, usesElsewhere } from '../../features/references.ts';
import { prepareRename, rename } from '../../features/rename.ts';
import { selectionRanges } from '../../features/selectionRange.ts';
import { semanticTokens } from '../../features/semanticTokens.ts';
import { whatIf } from '../../features/whatIf.ts';
import type { EditedDocument } from '../../features/workspaceEdit.ts';
import { resolveWorkspaceSymbol, workspaceSymbols } from '../../features/workspaceSymbol.ts';
import { EXPORT_QPP_REQUEST, REPORT_REQUEST, type ExportQppParams, type ReportParams, type ReportPart } from '../../protocol/export.ts';
import {
  ACTIVITY_REQUEST, COMPARE_YEARS_REQUEST, INSERT_ACTIVITY_REQUEST, INVENTORY_REQUEST,
  type ActivityParams, type CompareYearsParams, type InsertActivityParams, type InventoryParams,
} from '../../protocol/inventory.ts';
import { PLANS_REQUEST, type PlansParams } from '../../protocol/plans.ts';
import type { FileScore } from '../../score/fileScore.ts';
import { CARRY_OVER_REQUEST, CARRY_OVER_YEARS_REQUEST, type CarryOverParams, type CarryOverYearsParams } from '../../protocol/carryOver.ts';
import { OVERVIEW_REQUEST, SCORE_REQUEST, type FileOverview, type OverviewParams, type ScoreParams } from '../../protocol/protocol.ts';
import { evidenceFolders } from './evidenceFolders.ts';
import { WHAT_IF_REQUEST, type WhatIfParams } from '../../protocol/whatIf.ts';
import { Guard } from './guard.ts';
import type { Host } from './host.ts';
import { LinkedFiles } from './linkedFiles.ts';
import type { PendingEdits } from './pendingEdits.ts';
import { qppSubmissions } from './qppSubmissions.ts';
import { report } from './reports.ts';
import { initializeResult } from './serverCapabilities.ts';
import { Session } from './session.ts';
import { warmUp } from './warmUp.ts';

const REPORT_PARTS = new ProgressType<ReportPart>();

/** Begins to serve one client; what the product does for it is wired below. */
export function serve(connection: Connection, edits: PendingEdits, host: Host): Guard {
  const guard = new Guard((message) => connection.console.error(message));
  connection.onRequest(guard.unknownRequest);
  connection.onDidChangeTextDocument((params) => edits.handedOn(params));
  connection.onInitialize(guard.initialize((params) => {
    const session = new Session(connection, edits, host, guard, params);
    wire(connection, edits, guard, session);
    setImmediate(() => guard.run('Warming up', () => warmUp(session.conditions.now, session.abilities.diagnostics)));
    return initializeResult(session.abilities);
  }));
  return guard;
}

/** Everything that an editor can ask of the product and tell it: a line each. */
function wire(connection: Connection, edits: PendingEdits, guard: Guard, session: Session): void {
  const edit = guard.notification('textDocument/didChange', (params: DidChangeTextDocumentParams) => session.edit(params));

  connection.onInitialized(guard.notification('initialized', () => session.start()));
  connection.onShutdown(guard.shutdown(() => session.end()));

  connection.onDidOpenTextDocument(guard.notification('textDocument/didOpen', (params) => session.open(params)));
  connection.onDidChangeTextDocument((params) => { edits.handedOn(params); edit(params); });
  connection.onDidSaveTextDocument(guard.notification('textDocument/didSave', (params) => session.save(params)));
  connection.onDidCloseTextDocument(guard.notification('textDocument/didClose', (params) => session.close(params)));
  connection.onDidChangeConfiguration(guard.notification('workspace/didChangeConfiguration', (params) => session.configuration.changed(params)));
  connection.onDidChangeWatchedFiles(guard.notification('workspace/didChangeWatchedFiles', (params) => session.filesChanged(params)));
  connection.onNotification(
    DidChangeWorkspaceFoldersNotification.type,
    guard.notification('workspace/didChangeWorkspaceFolders', ({ event }: DidChangeWorkspaceFoldersParams) => session.foldersChanged(event)),
  );

  connection.languages.diagnostics.on(guard.request('textDocument/diagnostic', (params) => session.publisher.pull(params)));
  connection.onCompletion(guard.request('textDocument/completion', async ({ textDocument: { uri }, position, context }, token) => {
    const isTriggered = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
    const analysis = await session.analysis(uri);
    const completion = analysis && completionAt(analysis, position, { ...session.abilities.completion, isTriggered }, token);
    const files = completion?.question && (await evidenceFolders(uri, session.documents.lookUps)?.(completion.question));
    return completion?.list(files);
  }));
  connection.onCompletionResolve(guard.request('completionItem/resolve', async (item) => {
    const [texts, { inventory }] = [await session.texts(), session.conditions.now];
    return resolveCompletion(item, { inventory, texts, markdown: session.abilities.completion.markdown });
  }));
  connection.onHover(guard.request('textDocument/hover', async ({ textDocument, position }, token) => {
    const texts = session.texts();
    const analysis = await session.analysis(textDocument.uri, texts);
    return analysis && hover(analysis, position, { texts: await texts, markdown: session.abilities.hoverInMarkdown }, token);
  }));
  connection.languages.inlayHint.on(guard.request('textDocument/inlayHint', async ({ textDocument, range }, token) => {
    const analysis = await session.analysis(textDocument.uri);
    return analysis && session.conditions.now.settings.inlayHints ? inlayHints(analysis, range, token) : [];
  }));
  connection.onCodeLens(guard.request('textDocument/codeLens', async ({ textDocument }, token) => {
    const document = session.documents.get(textDocument.uri);
    const analysis = await session.analysis(textDocument.uri);
    return document && analysis ? session.shownCodeLenses.answer(document, analysis, token) : [];
  }));
  connection.languages.semanticTokens.on(guard.request('textDocument/semanticTokens/full', async ({ textDocument }, token) => {
    const analysis = await session.analysis(textDocument.uri);
    return analysis ? semanticTokens(analysis, undefined, token) : { data: [] };
  }));
  connection.languages.semanticTokens.onRange(guard.request('textDocument/semanticTokens/range', async ({ textDocument, range }, token) => {
    const analysis = await session.analysis(textDocument.uri);
    return analysis ? semanticTokens(analysis, range, token) : { data: [] };
  }));

  connection.onCodeAction(guard.request('textDocument/codeAction', async ({ textDocument: { uri }, range, context }, token) => {
    const document = editedDocument(session, uri);
    const analysis = await session.analysis(uri);
    return analysis && codeActions(analysis, range, context, {
      ...document, levels: session.conditions.now.settings.findings, carriesOver: session.abilities.carriesOver,
    }, token);
  }));
  connection.onRenameRequest(guard.request('textDocument/rename', async ({ textDocument: { uri }, position, newName }, token) => {
    const document = editedDocument(session, uri);
    const analysis = await session.analysis(uri);
    return analysis && orRefuse(rename(analysis, position, newName, document, token));
  }));

  /** A request that is answered from nothing but the plan and what is asked. */
  const ofPlan = <P extends { readonly textDocument: TextDocumentIdentifier }, R>(
    method: string, answer: (analysis: Analysis, params: P, token: CancellationToken) => R,
  ) => guard.request(method, async (params: P, token) => {
    const analysis = await session.analysis(params.textDocument.uri);
    return analysis === undefined ? null : answer(analysis, params, token);
  });
  connection.onPrepareRename(ofPlan('textDocument/prepareRename', (analysis, { position }, token) => orRefuse(prepareRename(analysis, position, token))));
  connection.onDefinition(ofPlan('textDocument/definition', (analysis, { textDocument, position }, token) => definition(analysis, position, textDocument.uri, token)));
  connection.onReferences(guard.request('textDocument/references', async ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) => {
    const analysis = await session.analysis(uri);
    if (analysis === undefined) return null;
    const { here, activity } = references(analysis, position, { uri, includeDeclaration }, token);
    if (activity === undefined) return here;
    await session.workspacePlans.whenRead(token);
    return [...here, ...usesElsewhere(session.workspacePlans.files, activity, uri)];
  }));
  connection.onDocumentHighlight(ofPlan('textDocument/documentHighlight', (analysis, { position }, token) => documentHighlights(analysis, position, token)));
  connection.onDocumentFormatting(ofPlan('textDocument/formatting', (analysis, _, token) => formatDocument(analysis, token)));
  connection.onDocumentRangeFormatting(ofPlan('textDocument/rangeFormatting', (analysis, { range }, token) => formatRange(analysis, range, token)));
  connection.onDocumentOnTypeFormatting(ofPlan('textDocument/onTypeFormatting', (analysis, { position }, token) => formatOnType(analysis, position, token)));
  connection.onDocumentSymbol(ofPlan('textDocument/documentSymbol', (analysis, { textDocument: { uri } }, token) => {
    return session.abilities.hierarchicalSymbols ? documentSymbols(analysis, token) : flatSymbols(analysis, uri, token);
  }));
  connection.onFoldingRanges(ofPlan('textDocument/foldingRange', (analysis, _, token) => foldingRanges(analysis, token)));
  connection.onSelectionRanges(ofPlan('textDocument/selectionRange', (analysis, { positions }, token) => selectionRanges(analysis, positions, token)));
  connection.onDocumentLinks(guard.request('textDocument/documentLink', async ({ textDocument: { uri } }, token) => {
    const analysis = await session.analysis(uri);
    if (analysis === undefined) return null;
    const files = new LinkedFiles(uri, session.folders);
    return files.whereNoLinkLeadsOut(documentLinks(analysis, { fileUri: files.uriOf }, token), session.documents.lookUps);
  }));

  connection.onWorkspaceSymbol(guard.request('workspace/symbol', async ({ query }, token) => {
    await session.workspacePlans.whenRead(token);
    const options = { inventory: session.conditions.now.inventory, resolvesRange: session.abilities.resolvesSymbolRange };
    return workspaceSymbols(session.workspacePlans.files, query, options, token);
  }));
  connection.onWorkspaceSymbolResolve(guard.request('workspaceSymbol/resolve', (symbol) => {
    return resolveWorkspaceSymbol(symbol, session.workspacePlans.file(symbol.location.uri));
  }));
  connection.onRequest(PLANS_REQUEST, guard.request(PLANS_REQUEST, (params: PlansParams | null, token) => session.plans(params ?? {}, token)));
  connection.onRequest(CARRY_OVER_YEARS_REQUEST, ofPlan(CARRY_OVER_YEARS_REQUEST, (analysis, _: CarryOverYearsParams, token) => carryOverYears(analysis, token)));
  connection.onRequest(CARRY_OVER_REQUEST, ofPlan(CARRY_OVER_REQUEST, (analysis, { textDocument: { uri }, year }: CarryOverParams, token) => {
    return orRefuse(carryOver(analysis, year, fileNameOf(uri), token));
  }));
  connection.onRequest(SCORE_REQUEST, guard.request(SCORE_REQUEST, async ({ textDocument: { uri } }: ScoreParams): Promise<FileScore | null> => {
    return (await session.analysis(uri))?.score(uri) ?? null;
  }));
  connection.onRequest(OVERVIEW_REQUEST, guard.request(OVERVIEW_REQUEST, async ({ textDocument: { uri } }: OverviewParams): Promise<FileOverview | null> => {
    const { version } = editedDocument(session, uri);
    const analysis = await session.analysis(uri);
    if (analysis === undefined) return null;
    return { version, score: analysis.score(uri), explanations: analysis.explain(), overviews: analysis.overview(session.conditions.now.settings.findings) };
  }));
  connection.onRequest(INVENTORY_REQUEST, guard.request(INVENTORY_REQUEST, async (params: InventoryParams) => inventoryList(await session.inventory(), params)));
  connection.onRequest(ACTIVITY_REQUEST, guard.request(ACTIVITY_REQUEST, async (params: ActivityParams) => {
    return activityPage(await session.inventory(), params, await session.texts()) ?? null;
  }));
  connection.onRequest(COMPARE_YEARS_REQUEST, guard.request(COMPARE_YEARS_REQUEST, async (params: CompareYearsParams) => {
    return comparisonPage(await session.inventory(), params) ?? null;
  }));
  connection.onRequest(INSERT_ACTIVITY_REQUEST, guard.request(INSERT_ACTIVITY_REQUEST, async (params: InsertActivityParams) => {
    const { version } = editedDocument(session, params.textDocument.uri);
    const analysis = await session.analysis(params.textDocument.uri);
    return analysis === undefined ? null : insertActivity(analysis, params, version);
  }));
  connection.onRequest(REPORT_REQUEST, guard.request(REPORT_REQUEST, (params: ReportParams, token) => {
    const { partialResultToken: parts } = params;
    return report(params, session, token, parts === undefined ? undefined : (part) => connection.sendProgress(REPORT_PARTS, parts, part));
  }));
  connection.onRequest(EXPORT_QPP_REQUEST, guard.request(EXPORT_QPP_REQUEST, ({ textDocument: { uri } }: ExportQppParams) => qppSubmissions(uri, session)));
  connection.onRequest(WHAT_IF_REQUEST, guard.request(WHAT_IF_REQUEST, async ({ textDocument: { uri }, plan, changes }: WhatIfParams, token) => {
    const { version } = editedDocument(session, uri);
    const analysis = await session.analysis(uri);
    return (analysis && whatIf(analysis, plan, changes, version, token)) ?? null;
  }));
}

/** To be called when the request comes: what it asks for is for the version that is open then. */
function editedDocument({ documents, abilities }: Session, uri: string): EditedDocument {
  return { uri, version: documents.get(uri)?.latest.number ?? 0, documentChanges: abilities.documentChanges };
}

/** Why something is not done, as a sentence for the user. */
interface Refusal {
  readonly refusal: string;
}

/** @throws ResponseError with the sentence that says why not; editors show it */
function orRefuse<T extends object>(answer: T | Refusal | undefined): T | null {
  if (answer === undefined) return null;
  if ('refusal' in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal);
  return answer;
}
