import type { Position, Range } from 'vscode-languageserver/node';
import type { PlanChange } from '../../server/src/protocol/whatIf.ts';

/** What an editor can ask about a document, at a place of it. */
export interface Asked {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
}

export type RequestMethod = keyof typeof REQUESTS;

const OPTIONS = { tabSize: 2, insertSpaces: true };

const WHAT_IF: readonly PlanChange[] = [
  { kind: 'specialStatus', status: 'rural', on: true },
  { kind: 'activityStatus', activity: 0, id: null, status: 'dropped' },
  { kind: 'addActivity', id: 'IA_BE_6' },
];

/** The parameters of every request that the server answers, but `textDocument/diagnostic` and `completionItem/resolve`. */
export const REQUESTS = {
  'textDocument/completion': ({ uri, position }: Asked) => ({ textDocument: { uri }, position, context: { triggerKind: 1 } }),
  'textDocument/hover': atPlace,
  'textDocument/inlayHint': inRange,
  'textDocument/codeLens': ofDocument,
  'textDocument/semanticTokens/full': ofDocument,
  'textDocument/semanticTokens/range': inRange,
  'textDocument/codeAction': ({ uri, range }: Asked) => ({ textDocument: { uri }, range, context: { diagnostics: [] } }),
  'textDocument/prepareRename': atPlace,
  'textDocument/rename': ({ uri, position }: Asked) => ({ textDocument: { uri }, position, newName: 'renamed' }),
  'textDocument/definition': atPlace,
  'textDocument/references': ({ uri, position }: Asked) => ({ textDocument: { uri }, position, context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': atPlace,
  'textDocument/formatting': ({ uri }: Asked) => ({ textDocument: { uri }, options: OPTIONS }),
  'textDocument/rangeFormatting': ({ uri, range }: Asked) => ({ textDocument: { uri }, range, options: OPTIONS }),
  'textDocument/onTypeFormatting': ({ uri, position }: Asked) => ({ textDocument: { uri }, position, ch: '\n', options: OPTIONS }),
  'textDocument/documentSymbol': ofDocument,
  'textDocument/foldingRange': ofDocument,
  'textDocument/selectionRange': ({ uri, position }: Asked) => ({ textDocument: { uri }, positions: [position] }),
  'textDocument/documentLink': ofDocument,
  'workspace/symbol': () => ({ query: 'e' }),
  'mipsPlan/score': ofDocument,
  'mipsPlan/overview': ofDocument,
  'mipsPlan/whatIf': ({ uri }: Asked) => ({ textDocument: { uri }, plan: 0, changes: WHAT_IF }),
  'mipsPlan/plans': () => ({}),
  'mipsPlan/carryOverYears': ofDocument,
  'mipsPlan/carryOver': ({ uri }: Asked) => ({ textDocument: { uri }, year: 2026 }),
  'mipsPlan/inventory': () => ({ year: 2024, search: 'access' }),
  'mipsPlan/activity': () => ({ id: 'IA_EPA_1', year: 2024 }),
  'mipsPlan/compareYears': () => ({ from: 2024, to: 2025 }),
  'mipsPlan/insertActivity': ({ uri, position }: Asked) => ({ textDocument: { uri }, id: 'IA_BE_6', position }),
  'mipsPlan/exportQpp': ofDocument,
  'mipsPlan/report': ofDocument,
} as const;

export const METHODS = Object.keys(REQUESTS) as readonly RequestMethod[];

function ofDocument({ uri }: Asked): object {
  return { textDocument: { uri } };
}

function atPlace({ uri, position }: Asked): object {
  return { textDocument: { uri }, position };
}

function inRange({ uri, range }: Asked): object {
  return { textDocument: { uri }, range };
}
