import type { ClientCapabilities, CompletionClientCapabilities, InitializeParams } from 'vscode-languageserver/node';
import { DiagnosticTag, InsertTextMode, MarkupKind } from 'vscode-languageserver-types';
import type { CompletionOptions } from '../../features/completion.ts';
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
    givesConfiguration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    watchesBelowFolder: workspace?.didChangeWatchedFiles?.relativePatternSupport ?? false,
    changesWorkspaceFolders: workspace?.workspaceFolders ?? false,
  };
}

function completionOptions(completion: CompletionClientCapabilities | undefined, { experimental }: ClientCapabilities): CompletionOptions {
  const item = completion?.completionItem;
  const defaults = completion?.completionList?.itemDefaults ?? [];
  const { commands } = (experimental ?? {}) as { readonly commands?: { readonly commands?: readonly string[] } };
  return {
    markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    snippets: item?.snippetSupport ?? false,
    insertReplace: item?.insertReplaceSupport ?? false,
    labelDetails: item?.labelDetailsSupport ?? false,
    asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) ?? false,
    itemDefaults: defaults.includes('editRange') && defaults.includes('data'),
    // As rust-analyzer's clients say it: commands of the editor that an item may name.
    triggerSuggest: commands?.commands?.includes('editor.action.triggerSuggest') ?? false,
  };
}
