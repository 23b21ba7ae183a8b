// @ts-check
// The floor: a language server that parses each version of a document with `yaml`, says what is wrong, and does nothing else.
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseAllDocuments } from 'yaml';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));

documents.onDidChangeContent(({ document }) => {
  const parsed = parseAllDocuments(document.getText(), { uniqueKeys: false, logLevel: 'silent' });
  const diagnostics = [...parsed].flatMap(({ errors }) => errors).map(({ message, pos: [start, end] }) => ({
    message,
    range: { start: document.positionAt(start), end: document.positionAt(end) },
  }));
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});

documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));

documents.listen(connection);
connection.listen();
