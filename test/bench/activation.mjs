// @ts-check
// What the extension itself does while VS Code waits for it: its bundle read and run, and `activate`.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { printTable, quantile, spread } from './figures.mjs';

const here = import.meta.dirname;
const BUNDLE = resolve(here, '../../dist/client/extension.js');

/** @param {{ starts: number }} options @returns {import('./figures.mjs').Verdict[]} */
export function measureActivation({ starts }) {
  /** @type {number[]} */
  const times = [];
  for (let turn = 0; turn < starts; turn++) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'activate.cjs'), BUNDLE], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    times.push(Number(stdout));
  }
  printTable('Milliseconds of the extension’s own work until `activate` returns, in a process of its own', ['activation'], [[spread(times)]]);
  return [{ what: 'activation of the extension', figure: quantile(times), bar: 30, unit: 'ms' }];
}
