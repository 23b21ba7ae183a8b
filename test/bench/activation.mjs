// @ts-check
// What the extension itself does while VS Code waits for it: its bundle read and run, and `activate`.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { printTable, quantile, spread } from './figures.mjs';

const here = import.meta.dirname;
const BUNDLES = ['extension.js', 'languageClient.js'].map((name) => resolve(here, '../../dist/client', name));

/** The 30 ms that it may take, of the 50 that reading the language client takes on the same machine. */
const OF_THE_CLIENT = 0.6;

/** @param {{ starts: number, inMilliseconds: boolean }} options @returns {import('./figures.mjs').Verdict[]} */
export function measureActivation({ starts, inMilliseconds }) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const ratios = [];
  for (let turn = 0; turn < starts; turn++) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'activate.cjs'), ...BUNDLES], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [activation = NaN, client = NaN] = /** @type {number[]} */ (JSON.parse(stdout));
    times.push(activation);
    ratios.push(activation / client);
  }
  printTable('The extension’s own work until `activate` returns, in a process of its own', ['milliseconds', 'of reading the language client'], [[spread(times), spread(ratios)]]);
  const beside = { what: 'activation of the extension, of reading the language client', figure: quantile(ratios), bar: OF_THE_CLIENT, unit: '×' };
  return inMilliseconds ? [{ what: 'activation of the extension', figure: quantile(times), bar: 30, unit: 'ms' }, beside] : [beside];
}
