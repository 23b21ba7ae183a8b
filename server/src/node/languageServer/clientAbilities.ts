import type { ClientCapabilities, CompletionClientCapabilities, InitializeParams } from 'vscode-languageserver/node';
import { DiagnosticTag, InsertTextMode, MarkupKind } from 'vscode-languageserver-types';
import { SHOW_SCORE_COMMAND } from '../../features/codeLens.ts';
import type { CompletionOptions } from '../../features/completion.ts';
import { CARRY_OVER_COMMAND, type CarriesOver } from '../../features/refactoring/carryOverAction.ts';
import type { DiagnosticsOptions } from '../../features/diagnostics.ts';

/** What the client said it can do, as far as the server acts on it. */
export interface ClientAbilities {
  /** It asks for diagnostics when it wants them; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  /** It asks again when told to. */
  readonly refreshesDiagnostics: boolean;
  readonly diagnostics: Omit<DiagnosticsOptions, 'uri' | 'levels'>;
  readonly completion: CompletionOptions;
  readonly hoverInMarkdown: boolean;
  /** It takes edits that are for a version of a document. */
  readonly documentChanges: boolean;
  /** It takes code actions that are no commands. */
  readonly codeActionLiterals: boolean;
  /** It asks what would be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** It shows symbols within symbols. */
  readonly hierarchicalSymbols: boolean;
  /** It asks where a symbol of the workspace is once somebody wants to go there. */
  readonly resolvesSymbolRange: boolean;
  /** It has the command that opens the score. */
  readonly showsScore: boolean;
  /** What it does with a plan for another year. */
  readonly carriesOver: CarriesOver;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesSemanticTokens: boolean;
  /** It answers `workspace/configuration`. */
  readonly givesConfiguration: boolean;
  /** It tells changes of the configuration only to those who register. */
  readonly registersConfiguration: boolean;
  readonly registersWatchedFiles: boolean;
  /** It watches below a folder that the server names. */
  readonly watchesBelowFolder: boolean;
  readonly changesWorkspaceFolders: boolean;
}

export function abilitiesOf({ capabilities }: InitializeParams): ClientAbilities {
  const { textDocument, workspace } = capabilities;
  // Up to LSP 3.17 a client that pulls says what its diagnostics can show where it would say it for those that are sent.
  const shows = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    diagnostics: {
      relatedInformation: shows.relatedInformation ?? false,
      codeDescription: shows.codeDescriptionSupport ?? false,
      unnecessaryTag: shows.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) ?? false,
      data: shows.dataSupport ?? false,
    },
    completion: completionOptions(textDocument?.completion, capabilities),
    hoverInMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preparesRename: textDocument?.rename?.prepareSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    resolvesSymbolRange: workspace?.symbol?.resolveSupport?.properties.includes('location.range') ?? false,
    showsScore: commandsOf(capabilities).includes(SHOW_SCORE_COMMAND),
    carriesOver: carriesOver(capabilities),
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport ?? false,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    givesConfiguration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    watchesBelowFolder: workspace?.didChangeWatchedFiles?.relativePatternSupport ?? false,
    changesWorkspaceFolders: workspace?.workspaceFolders ?? false,
  };
}

function completionOptions(completion: CompletionClientCapabilities | undefined, capabilities: ClientCapabilities): CompletionOptions {
  const item = completion?.completionItem;
  const defaults = completion?.completionList?.itemDefaults ?? [];
  return {
    markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    snippets: item?.snippetSupport ?? false,
    insertReplace: item?.insertReplaceSupport ?? false,
    labelDetails: item?.labelDetailsSupport ?? false,
    asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) ?? false,
    itemDefaults: defaults.includes('editRange') && defaults.includes('data'),
    triggerSuggest: commandsOf(capabilities).includes('editor.action.triggerSuggest'),
  };
}

function carriesOver(capabilities: ClientCapabilities): CarriesOver {
  if (commandsOf(capabilities).includes(CARRY_OVER_COMMAND)) return 'command';
  const edit = capabilities.workspace?.workspaceEdit;
  return edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true ? 'file' : 'not at all';
}

/** Commands of the editor that an answer may name, said as rust-analyzer's clients say it. */
function commandsOf({ experimental }: ClientCapabilities): readonly string[] {
  const { commands } = (experimental ?? {}) as { readonly commands?: { readonly commands?: readonly string[] } };
  return commands?.commands ?? [];
}
