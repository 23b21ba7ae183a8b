// @ts-check
// node test/bench/latency.mjs [--server FILE] [activities…]: from a key press to the findings and to the score, over standard streams.
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
const KEYS = 200;
const WARM_UP = 40;
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { server: { type: 'string', default: 'dist/server/server.js' } } });
const sizes = positionals.length > 0 ? positionals.map(Number) : [4, 40, 400];

console.log(`${KEYS} keys each, milliseconds: median (95 of 100 within)\n`);
console.log(['activities', 'findings pulled', 'findings pushed', 'score', 'start', 'open'].map((title) => title.padStart(17)).join(''));
for (const size of sizes) {
  const pulled = await typeInto(size, true);
  const pushed = await typeInto(size, false);
  const cells = [String(size), shown(pulled.findings), shown(pushed.findings), shown(pulled.score), shown([pulled.start, pushed.start]), shown([pulled.open, pushed.open])];
  console.log(cells.map((cell) => cell.padStart(17)).join(''));
}

/**
 * @param {number} size activities of the plan
 * @param {boolean} pulls whether the client asks for the findings
 */
async function typeInto(size, pulls) {
  const began = performance.now();
  const server = spawn(process.execPath, [resolve(root, options.server), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  /** @type {Map<string, () => void>} */
  const waiting = new Map();
  /** @param {string} kind @param {number} version @returns {Promise<number>} when it came */
  const coming = (kind, version) => new Promise((came) => waiting.set(`${kind} ${version}`, () => came(performance.now())));
  /** @param {string} kind */
  const arrived = (kind) => (/** @type {{ version: number }} */ { version }) => waiting.get(`${kind} ${version}`)?.();
  connection.onNotification('mipsPlan/scoreChanged', arrived('score'));
  connection.onNotification('textDocument/publishDiagnostics', arrived('findings'));
  connection.listen();
  const textDocument = pulls ? { diagnostic: {}, publishDiagnostics: {} } : { publishDiagnostics: {} };
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument }, initializationOptions: { asOfDate: '2024-10-01' } });
  const start = performance.now() - began;
  void connection.sendNotification('initialized', {});

  const uri = 'file:///bench/plan.mips.yaml';
  /** @param {number} version */
  const findings = (version) => (pulls
    ? connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }).then(() => performance.now())
    : coming('findings', version));

  const { lines, middle } = planOf(size);
  const text = `${lines.join('\n')}\n`;
  const [line, character] = [middle.note, '    note: '.length];
  const opened = performance.now();
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'mips-plan', version: 1, text } });
  const open = (await findings(1)) - opened;

  /** @type {number[]} */
  const findingTimes = [];
  /** @type {number[]} */
  const scoreTimes = [];
  for (let key = 0; key < WARM_UP + KEYS; key++) {
    const version = key + 2;
    const typed = key % 40 < 20;
    const at = { line, character: character + (typed ? key % 20 : 19 - (key % 20)) };
    const range = { start: at, end: typed ? at : { line, character: at.character + 1 } };
    const score = coming('score', version);
    const pressed = performance.now();
    void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: typed ? 'x' : '' }] });
    const [found, scored] = await Promise.all([findings(version), score]);
    waiting.clear();
    if (key < WARM_UP) continue;
    findingTimes.push(found - pressed);
    scoreTimes.push(scored - pressed);
  }
  await connection.sendRequest('shutdown');
  void connection.sendNotification('exit');
  await once(server, 'exit');
  connection.dispose();
  return { findings: findingTimes, score: scoreTimes, start, open };
}

/** @param {number[]} times */
function shown(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const within = (/** @type {number} */ share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `${within(0.5)} (${within(0.95)})`;
}
