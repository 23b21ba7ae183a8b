import { PositionEncodingKind, TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver/node';
import { version } from '../../../../package.json';
import { CODE_ACTION_KINDS } from '../../features/codeAction.ts';
import { COMPLETION_TRIGGER_CHARACTERS } from '../../features/completion.ts';
import { ON_TYPE_TRIGGER_CHARACTER } from '../../features/formatting.ts';
import { SEMANTIC_TOKENS_LEGEND } from '../../features/semanticTokens.ts';
import type { ClientAbilities } from './clientAbilities.ts';

/** What the server can do for this client. */
export function initializeResult(abilities: ClientAbilities): InitializeResult {
  return {
    serverInfo: { name: 'mips-plan', version },
    capabilities: {
      // The one encoding that every client knows.
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      completionProvider: {
        triggerCharacters: [...COMPLETION_TRIGGER_CHARACTERS],
        resolveProvider: true,
        completionItem: { labelDetailsSupport: true },
      },
      hoverProvider: true,
      ...(abilities.codeActionLiterals && { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } }),
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: { resolveProvider: true },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: {},
      renameProvider: abilities.preparesRename ? { prepareProvider: true } : true,
      inlayHintProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: ON_TYPE_TRIGGER_CHARACTER },
      codeLensProvider: {},
      semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
      ...(abilities.pullsDiagnostics && {
        diagnosticProvider: { identifier: 'mips-plan', interFileDependencies: false, workspaceDiagnostics: false },
      }),
      ...(abilities.changesWorkspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    },
  };
}
