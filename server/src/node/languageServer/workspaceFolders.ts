import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';

/** Absolute paths of the workspace's folders, in the client's order. */
export function foldersAtStart(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return pathsOf(params.workspaceFolders);
  // Clients from before workspaces had several folders.
  const { rootUri, rootPath } = params as { readonly rootUri?: string | null; readonly rootPath?: string | null };
  if (rootUri) return pathsOf([{ uri: rootUri }]);
  return rootPath ? [rootPath] : [];
}

export function foldersAfter(folders: readonly string[], { added, removed }: WorkspaceFoldersChangeEvent): readonly string[] {
  const gone = new Set(pathsOf(removed));
  return [...folders.filter((folder) => !gone.has(folder)), ...pathsOf(added)];
}

function pathsOf(folders: readonly { readonly uri: string }[]): readonly string[] {
  return folders.map(({ uri }) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
}
