// @ts-check
// All plans of a workspace in the language server: how long they take, what they weigh, and what somebody who types notices of it.
// Beside it, `yaml` alone parses the same files in one process.
// node test/bench/workspace.mjs [PLANS]; needs a build.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writePlans } from './writePlans.mjs';

/** @type {typeof import('vscode-languageserver/node')} */
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)('vscode-languageserver/node');
const here = dirname(fileURLToPath(import.meta.url));
const plans = Number(process.argv[2] ?? 5000);
const KEY_MILLISECONDS = 80;
const KEYS = 100;

const folder = mkdtempSync(join(tmpdir(), 'mips-plan-bench-'));
try {
  writePlans(folder, plans);
  const floor = secondsOf(() => spawnSync(process.execPath, [join(here, 'parseOnly.cjs'), folder]));
  print('`yaml` alone, one process', floor.toFixed(2), 's');
  await measureReading(floor);
  await measureTyping();
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {number} floor */
async function measureReading(floor) {
  const server = await start();
  print('memory before', megabytes(server.pid, 'VmRSS'), 'MB');
  const reading = await milliseconds(() => server.ask('mipsPlan/plans', {}));
  print('all plans read', (reading / 1000).toFixed(2), `s, ${(reading / 1000 / floor).toFixed(2)} × yaml alone`);
  print('memory at most', megabytes(server.pid, 'VmHWM'), 'MB');
  print('memory after', megabytes(server.pid, 'VmRSS'), 'MB');
  print('all plans again, told anew', (await milliseconds(() => server.ask('mipsPlan/plans', {}))).toFixed(0), 'ms');
  for (const query of ['', 'epa_1', 'practice 4321', 'access']) {
    print(`workspace/symbol “${query}”`, (await milliseconds(() => server.ask('workspace/symbol', { query }))).toFixed(0), 'ms');
  }
  const uri = server.open();
  const position = { line: 12, character: 14 };
  const context = { includeDeclaration: true };
  let found = 0;
  const asking = await milliseconds(async () => (found = (await server.ask('textDocument/references', { textDocument: { uri }, position, context })).length));
  print(`textDocument/references, ${found} uses`, asking.toFixed(0), 'ms');
  await server.end();
}

/** Completions while somebody types, without the reading and during it. */
async function measureTyping() {
  const server = await start();
  const uri = server.open();
  await typeAndComplete(server, uri, 20);
  print('completion while typing', shown(await typeAndComplete(server, uri, KEYS)), 'ms');
  const began = performance.now();
  let isRead = false;
  const reading = server.ask('mipsPlan/plans', {}).then(() => {
    isRead = true;
    return performance.now() - began;
  });
  const during = await typeAndComplete(server, uri, KEYS, () => isRead);
  print(`the same while plans are read, ${during.length} keys`, shown(during), 'ms');
  print('all plans read beside typing', ((await reading) / 1000).toFixed(2), 's');
  await server.end();
}

/** @param {Awaited<ReturnType<typeof start>>} server @param {string} uri @param {number} keys @param {() => boolean} [isOver] */
async function typeAndComplete(server, uri, keys, isOver = () => false) {
  const times = [];
  for (let key = 0; key < keys && !isOver(); key++) {
    const next = new Promise((pressed) => setTimeout(pressed, KEY_MILLISECONDS));
    server.type(uri, key % 2 === 0);
    times.push(await milliseconds(() => server.ask('textDocument/completion', { textDocument: { uri }, position: { line: 12, character: 12 } })));
    await next;
  }
  return times;
}

async function start() {
  const child = spawn(process.execPath, [resolve(here, '../../dist/server/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'plans' }];
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, workspaceFolders, initializationOptions: { asOfDate: '2024-12-31' } });
  void connection.sendNotification('initialized', {});
  let version = 1;
  return {
    pid: child.pid ?? 0,
    /** @param {string} method @param {object} params @returns {Promise<any>} */
    ask: (method, params) => connection.sendRequest(method, params),
    open() {
      const path = join(folder, 'client-000', 'plan-10.mips.yaml');
      const uri = pathToFileURL(path).href;
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'mips-plan', version, text: readFileSync(path, 'utf8') } });
      return uri;
    },
    /** A character at the end of the first line, a comment, and away again. @param {string} uri @param {boolean} isTyped */
    type(uri, isTyped) {
      const at = { line: 0, character: 21 };
      const range = { start: at, end: isTyped ? at : { line: 0, character: 22 } };
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: isTyped ? 'x' : '' }] });
    },
    async end() {
      await connection.sendRequest('shutdown');
      void connection.sendNotification('exit');
      await once(child, 'exit');
      connection.dispose();
    },
  };
}

/** @param {() => unknown} work */
function secondsOf(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** @param {() => Promise<unknown>} work */
async function milliseconds(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Of a process on Linux. @param {number} pid @param {'VmRSS' | 'VmHWM'} what now, or the most so far */
function megabytes(pid, what) {
  const kilobytes = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) / 1024).toFixed(0);
}

/** @param {number[]} times */
function shown(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const within = (/** @type {number} */ share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `${within(0.5)} (95 of 100 within ${within(0.95)}, most ${within(1)})`;
}

/** @param {string} what @param {string} value @param {string} unit */
function print(what, value, unit) {
  console.log(`${what.padEnd(42)} ${value} ${unit}`);
}
