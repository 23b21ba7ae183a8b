// @ts-check
// node test/bench/requests.mjs [--server FILE] [--keys N] [--only REQUEST]… [activities…]: how long an editor waits for each kind of answer while somebody types.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { planOf } from './plan.mjs';

/** @type {typeof import('vscode-languageserver/node')} */
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)('vscode-languageserver/node');

const root = resolve(import.meta.dirname, '../..');
const WARM_UP = 40;
const WORDS = 'behavioral health in';
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { server: { type: 'string', default: 'dist/server/server.js' }, keys: { type: 'string', default: '200' }, only: { type: 'string', multiple: true } } });
const KEYS = Number(options.keys);
const sizes = positionals.length > 0 ? positionals.map(Number) : [40, 400];

const VSCODE = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
    completion: {
      completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown'] },
      completionList: { itemDefaults: ['editRange', 'data'] },
    },
  },
};

/** Each with the cursor behind the words that are typed in the place of an id. `nothing` waits for the plan to be read and answers null. */
/** @type {Record<string, (cursor: { line: number, character: number }) => [string, object]>} */
const REQUESTS = {
  nothing: ({ line }) => ['textDocument/definition', { position: { line, character: 0 } }],
  completion: (position) => ['textDocument/completion', { position, context: { triggerKind: 1 } }],
  diagnostics: () => ['textDocument/diagnostic', {}],
  hover: ({ line }) => ['textDocument/hover', { position: { line: line - 6, character: 10 } }],
  'inlay hints': ({ line }) => ['textDocument/inlayHint', { range: { start: { line: line - 25, character: 0 }, end: { line: line + 25, character: 0 } } }],
  'code lenses': () => ['textDocument/codeLens', {}],
  links: () => ['textDocument/documentLink', {}],
  'code actions': ({ line }) => ['textDocument/codeAction', { range: { start: { line, character: 8 }, end: { line, character: 8 } }, context: { diagnostics: [] } }],
  symbols: () => ['textDocument/documentSymbol', {}],
  'plans’ symbols': () => ['workspace/symbol', { query: 'access' }],
  folding: () => ['textDocument/foldingRange', {}],
  selections: ({ line }) => ['textDocument/selectionRange', { positions: [{ line: line - 6, character: 10 }] }],
  highlights: ({ line }) => ['textDocument/documentHighlight', { position: { line: line - 6, character: 10 } }],
  references: ({ line }) => ['textDocument/references', { position: { line: line - 6, character: 10 }, context: { includeDeclaration: true } }],
  formatting: () => ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
  'tokens, all': () => ['textDocument/semanticTokens/full', {}],
  'tokens, seen': ({ line }) => ['textDocument/semanticTokens/range', { range: { start: { line: line - 25, character: 0 }, end: { line: line + 25, character: 0 } } }],
};

console.log(`${KEYS} keys each, milliseconds: median (95 of 100 within), times that of nothing\n`);
console.log('request'.padEnd(16) + sizes.map((size) => `${size} activities`.padStart(26)).join(''));
/** @type {Map<number, number>} */
const ofNothing = new Map();
for (const [name, request] of Object.entries(REQUESTS)) {
  if (options.only !== undefined && name !== 'nothing' && !options.only.includes(name)) continue;
  const cells = [];
  for (const size of sizes) {
    const times = (await typeInto(size, request)).sort((a, b) => a - b);
    const [median, most] = [times[Math.floor(times.length / 2)] ?? 0, times[Math.floor(times.length * 0.95)] ?? 0];
    if (name === 'nothing') ofNothing.set(size, median);
    cells.push(`${median.toFixed(1)} (${most.toFixed(1)}) ${(median / (ofNothing.get(size) ?? 1)).toFixed(2)}×`);
  }
  console.log(name.padEnd(16) + cells.map((cell) => cell.padStart(26)).join(''));
}

/**
 * @param {number} size activities of the plan
 * @param {(cursor: { line: number, character: number }) => [string, object]} request
 */
async function typeInto(size, request) {
  const server = spawn(process.execPath, [resolve(root, options.server), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: VSCODE, initializationOptions: { asOfDate: '2024-10-01' } });
  void connection.sendNotification('initialized', {});
  const uri = 'file:///bench/plan.mips.yaml';
  const { lines, middle } = planOf(size);
  lines[middle.id] = '  - id: ';
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'mips-plan', version: 1, text: `${lines.join('\n')}\n` } });
  /** @type {number[]} */
  const times = [];
  const first = '  - id: '.length;
  for (let key = 0; key < WARM_UP + KEYS; key++) {
    const at = key % (2 * WORDS.length);
    const typed = at < WORDS.length;
    const length = typed ? at : 2 * WORDS.length - at;
    const start = { line: middle.id, character: first + (typed ? length : length - 1) };
    const end = { line: middle.id, character: first + length };
    const pressed = performance.now();
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: key + 2 }, contentChanges: [{ range: { start, end }, text: typed ? WORDS.charAt(at) : '' }],
    });
    const [method, params] = request({ line: middle.id, character: start.character + (typed ? 1 : 0) });
    await connection.sendRequest(method, { textDocument: { uri }, ...params });
    if (key >= WARM_UP) times.push(performance.now() - pressed);
  }
  await connection.sendRequest('shutdown');
  void connection.sendNotification('exit');
  await once(server, 'exit');
  connection.dispose();
  return times;
}
