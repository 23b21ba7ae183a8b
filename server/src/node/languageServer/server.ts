import {
  DidChangeWorkspaceFoldersNotification,
  type Connection, type DidChangeTextDocumentParams, type DidChangeWorkspaceFoldersParams,
} from 'vscode-languageserver/node';
import { codeLenses } from '../../features/codeLens.ts';
import { complete, resolveCompletion } from '../../features/completion.ts';
import { hover } from '../../features/hover.ts';
import { inlayHints } from '../../features/inlayHint.ts';
import { semanticTokens } from '../../features/semanticTokens.ts';
import type { FileScore } from '../../score/fileScore.ts';
import { SCORE_REQUEST, type ScoreParams } from '../../protocol/protocol.ts';
import { Guard } from './guard.ts';
import type { Host } from './host.ts';
import type { PendingEdits } from './pendingEdits.ts';
import { initializeResult } from './serverCapabilities.ts';
import { Session } from './session.ts';

/** Begins to serve one client; what the product does for it is wired below. */
export function serve(connection: Connection, edits: PendingEdits, host: Host): Guard {
  const guard = new Guard((message) => connection.console.error(message));
  connection.onRequest(guard.unknownRequest);
  connection.onDidChangeTextDocument((params) => edits.handedOn(params));
  connection.onInitialize(guard.initialize((params) => {
    const session = new Session(connection, edits, host, guard, params);
    wire(connection, edits, guard, session);
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
  connection.onCompletion(guard.request('textDocument/completion', async ({ textDocument, position }, token) => {
    const analysis = await session.analysis(textDocument.uri);
    return analysis && complete(analysis, position, session.abilities.completion, token);
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
    const analysis = await session.analysis(textDocument.uri);
    return analysis && session.conditions.now.settings.codeLens ? codeLenses(analysis, session.abilities, token) : [];
  }));
  connection.languages.semanticTokens.on(guard.request('textDocument/semanticTokens/full', async ({ textDocument }, token) => {
    const analysis = await session.analysis(textDocument.uri);
    return analysis ? semanticTokens(analysis, undefined, token) : { data: [] };
  }));
  connection.languages.semanticTokens.onRange(guard.request('textDocument/semanticTokens/range', async ({ textDocument, range }, token) => {
    const analysis = await session.analysis(textDocument.uri);
    return analysis ? semanticTokens(analysis, range, token) : { data: [] };
  }));
  connection.onRequest(SCORE_REQUEST, guard.request(SCORE_REQUEST, async ({ textDocument: { uri } }: ScoreParams): Promise<FileScore | null> => {
    return (await session.analysis(uri))?.score(uri) ?? null;
  }));
}
