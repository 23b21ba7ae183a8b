// @ts-check
// node test/bench/report.mjs FILE: the table of docs/performance.md from the runs that `npm run bench -- --record FILE` wrote.
import { readFileSync } from 'node:fs';
import { printTable, quantile, shown } from './figures.mjs';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Which file? Write one with `npm run bench -- --record FILE`.');
/** @type {import('./figures.mjs').Verdict[]} */
const all = readFileSync(file, 'utf8').trim().split('\n').flatMap((run) => JSON.parse(run));
const names = [...new Set(all.map(({ what }) => what))];

/** @param {readonly import('./figures.mjs').Verdict[]} runs @param {string[]} servers @returns {string} */
function measured(runs, ...servers) {
  const values = runs.flatMap((run) => servers.flatMap((name) => run.measured?.[name] ?? []));
  return values.length === 0 ? '' : shown(quantile(values));
}

/** @param {number} value @param {string} unit */
function inUnit(value, unit) {
  return unit === '×' ? value.toFixed(2) : `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
}

printTable(
  'Milliseconds or megabytes; medians of the runs, and in brackets each',
  ['figure', 'floor', 'yaml-language-server', 'ours', 'ratio or amount', 'bar'],
  names.map((what) => {
    const runs = all.filter((run) => run.what === what);
    const [{ bar, unit }] = /** @type {[import('./figures.mjs').Verdict]} */ (runs);
    const figures = runs.map(({ figure }) => figure);
    const median = inUnit(quantile(figures), unit);
    return [
      what, measured(runs, 'floor', 'empty request'), measured(runs, 'yaml-language-server'), measured(runs, 'ours'),
      runs.length === 1 ? median : `${quantile(figures) <= bar ? median : `**${median}**`} (${figures.map((figure) => inUnit(figure, unit)).join(', ')})`, inUnit(bar, unit),
    ];
  }),
);
