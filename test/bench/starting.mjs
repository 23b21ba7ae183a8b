// @ts-check
// From the start of a server's process to its answer to `initialize`, and to the findings of the first plan.
import { printTable, quantile, ratio, shown, spread } from './figures.mjs';
import { typedIn } from './typing.mjs';

/**
 * @param {Record<import('./contestants.mjs').Name, () => import('./drivenServer.mjs').DrivenServer>} start
 * @param {{ sizes: readonly number[], starts: number, withYamlServer: boolean }} options
 * @returns {Promise<import('./figures.mjs').Verdict[]>}
 */
export async function measureStarting(start, { sizes, starts, withYamlServer }) {
  /** @type {import('./contestants.mjs').Name[]} */
  const names = withYamlServer ? ['ours', 'floor', 'yaml-language-server'] : ['ours', 'floor'];
  /** @type {Record<import('./contestants.mjs').Name, number[]>} */
  const started = { ours: [], floor: [], 'yaml-language-server': [] };
  const rows = [];
  /** @type {import('./figures.mjs').Verdict[]} */
  const verdicts = [];
  for (const size of sizes) {
    const { text } = typedIn(size);
    /** @type {typeof started} */
    const opened = { ours: [], floor: [], 'yaml-language-server': [] };
    for (let turn = 0; turn < starts; turn++) {
      for (const name of names) {
        const server = start[name]();
        started[name].push(await server.initialize());
        opened[name].push(await server.open('file:///bench/plan.mips.yaml', text));
        await server.end();
      }
    }
    const openRatio = ratio(opened.ours, opened.floor);
    rows.push([String(size), shown(quantile(opened.floor)), withYamlServer ? shown(quantile(opened['yaml-language-server'])) : '', shown(quantile(opened.ours)), openRatio.toFixed(2)]);
    verdicts.push({ what: `opening the first plan, of ${size} activities`, figure: openRatio, bar: 1.3, unit: '×', measured: mediansOf(opened) });
  }
  const startRatio = ratio(started.ours, started.floor);
  printTable('Milliseconds from the start to the answer to `initialize` (95 of 100 within)', ['floor', 'yaml-language-server', 'ours', 'ours ÷ floor'], [
    [spread(started.floor), spread(started['yaml-language-server']), spread(started.ours), startRatio.toFixed(2)],
  ]);
  printTable('Milliseconds from opening the first plan to its findings', ['activities', 'floor', 'yaml-language-server', 'ours', 'ours ÷ floor'], rows);
  return [{ what: 'start to `initialize`', figure: startRatio, bar: 1.3, unit: '×', measured: mediansOf(started) }, ...verdicts];
}

/** @param {Readonly<Record<string, readonly number[]>>} times of each server that ran */
function mediansOf(times) {
  return Object.fromEntries(Object.entries(times).filter(([, values]) => values.length > 0).map(([name, values]) => [name, quantile(values)]));
}
