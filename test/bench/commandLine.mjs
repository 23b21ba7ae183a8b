// @ts-check
// Many plans by the command line and, beside it, the same files only parsed with `yaml` in one process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writePlans } from './writePlans.mjs';
import { printTable, quantile, ratio } from './figures.mjs';

const here = import.meta.dirname;
const commandLine = resolve(here, '../../dist/server/cli.js');
const FLOOR = '`yaml` alone, one process';
const CHECK = 'mips-plan check';
/** Of fewer plans the start of the program and of its threads is the greater part. */
const BAR_FOR_FEW = 1.5;

/** @typedef {{ seconds: number, megabytes: number }} Measured peak resident memory of the process, all its threads included */

/**
 * @param {{ plans: number, rounds: number, formats: boolean }} options
 * @returns {import('./figures.mjs').Verdict[]}
 */
export function measureCommandLine({ plans, rounds, formats }) {
  const folder = mkdtempSync(join(tmpdir(), 'mips-plan-bench-'));
  try {
    writePlans(folder, plans);
    const asOf = ['--as-of', '2024-12-31'];
    /** @type {Record<string, () => Measured>} */
    const contestants = {
      [FLOOR]: () => measure([join(here, 'parseOnly.cjs'), folder]),
      [CHECK]: () => measure([commandLine, 'check', folder, ...asOf, '--color', 'never']),
      ...(formats && {
        'mips-plan check --format json': () => measure([commandLine, 'check', folder, ...asOf, '--format', 'json']),
        'mips-plan check --format sarif': () => measure([commandLine, 'check', folder, ...asOf, '--format', 'sarif']),
        'mips-plan score --format json': () => measure([commandLine, 'score', folder, ...asOf, '--format', 'json']),
      }),
    };
    /** @type {Map<string, Measured[]>} */
    const measured = new Map(Object.keys(contestants).map((name) => [name, []]));
    // One after the other in each round: a machine that slows down slows all of them.
    for (let round = 0; round < rounds; round++) {
      for (const [name, run] of Object.entries(contestants)) measured.get(name)?.push(run());
    }
    const seconds = (/** @type {string} */ name) => (measured.get(name) ?? []).map((value) => value.seconds);
    printTable(`${plans} plans, median of ${rounds}`, ['', 'seconds', '÷ `yaml` alone', 'megabytes at most'], [...measured].map(([name, values]) => [
      name, quantile(seconds(name)).toFixed(2), ratio(seconds(name), seconds(FLOOR)).toFixed(2), quantile(values.map(({ megabytes }) => megabytes)).toFixed(0),
    ]));
    return [{ what: `${plans} plans by the command line, of \`yaml\` alone`, figure: ratio(seconds(CHECK), seconds(FLOOR)), bar: plans < 10_000 ? BAR_FOR_FEW : 0.7, unit: '×', measured: { floor: quantile(seconds(FLOOR)) * 1000, ours: quantile(seconds(CHECK)) * 1000 } }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
