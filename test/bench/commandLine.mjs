// @ts-check
// Checks 10,000 plans with the command line and, beside it, only parses the same files with `yaml` in one process.
// node test/bench/commandLine.mjs [PLANS] [ROUNDS]; needs a build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePlans } from './writePlans.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const commandLine = resolve(here, '../../dist/server/cli.js');
const plans = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 3);

const folder = mkdtempSync(join(tmpdir(), 'mips-plan-bench-'));
try {
  writePlans(folder, plans);
  /** @type {Record<string, () => Measured>} */
  const contestants = {
    '`yaml` alone, one process': () => measure([join(here, 'parseOnly.cjs'), folder]),
    'mips-plan check': () => measure([commandLine, 'check', folder, '--as-of', '2024-12-31', '--color', 'never']),
    'mips-plan check --format json': () => measure([commandLine, 'check', folder, '--as-of', '2024-12-31', '--format', 'json']),
    'mips-plan check --format sarif': () => measure([commandLine, 'check', folder, '--as-of', '2024-12-31', '--format', 'sarif']),
    'mips-plan score --format json': () => measure([commandLine, 'score', folder, '--as-of', '2024-12-31', '--format', 'json']),
  };
  /** @type {Map<string, Measured[]>} */
  const measured = new Map(Object.keys(contestants).map((name) => [name, []]));
  // One after the other in each round: a machine that slows down slows all of them.
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) measured.get(name)?.push(run());
  }
  console.log(`${plans} plans, median of ${rounds} rounds\n`);
  const floor = median(measured.get('`yaml` alone, one process') ?? [], 'seconds');
  for (const [name, values] of measured) {
    const seconds = median(values, 'seconds');
    console.log(`${name.padEnd(32)} ${seconds.toFixed(2)} s  ${(seconds / floor).toFixed(2)} ×  ${median(values, 'megabytes').toFixed(0)} MB`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** @typedef {{ seconds: number, megabytes: number }} Measured peak resident memory of the process, all its threads included */

/** @param {string[]} args @returns {Measured} */
function measure(args) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, ['--require', join(here, 'peakMemory.cjs'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = /peak (\d+) kB/.exec(stderr ?? '')?.[1];
  if (error || kilobytes === undefined || (status !== 0 && status !== 1)) throw error ?? new Error(stderr);
  return { seconds, megabytes: Number(kilobytes) / 1024 };
}

/** @param {Measured[]} values @param {keyof Measured} what */
function median(values, what) {
  const sorted = values.map((value) => value[what]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
