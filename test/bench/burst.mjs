// @ts-check
// Twenty keys in a row, with completion, hover and an empty request asked for between them.
import { setTimeout as sleep } from 'node:timers/promises';
import { printTable, quantile, spread } from './figures.mjs';
import { keyAt, typedIn } from './typing.mjs';

const URI = 'file:///bench/plan.mips.yaml';
const SIZE = 400;
const KEYS = 20;
/** Faster than a held-down key. */
const BETWEEN_KEYS_MILLISECONDS = 12;

/**
 * @param {Record<import('./contestants.mjs').Name, () => import('./drivenServer.mjs').DrivenServer>} start
 * @param {{ bursts: number }} options
 * @returns {Promise<import('./figures.mjs').Verdict[]>}
 */
export async function measureBurst(start, { bursts }) {
  const server = start.ours();
  await server.initialize();
  const { text, note, id } = typedIn(SIZE);
  await server.open(URI, text);
  const textDocument = { uri: URI };
  const position = { line: id, character: '  - id: IA_'.length };
  const requests = /** @type {const} */ ({
    empty: () => server.ask('mipsPlan/score', { textDocument: { uri: 'file:///bench/not-open.mips.yaml' } }),
    completion: () => server.ask('textDocument/completion', { textDocument, position }),
    hover: () => server.ask('textDocument/hover', { textDocument, position }),
  });
  /** @type {Record<keyof typeof requests, number[]>} */
  const times = { empty: [], completion: [], hover: [] };
  const names = /** @type {(keyof typeof requests)[]} */ (Object.keys(requests));
  let listSize = 0;
  let most = 0;
  let stale = 0;
  for (let burst = 0; burst < bursts + 2; burst++) {
    const before = server.reported.length;
    /** @type {Promise<void>[]} */
    const answers = [];
    for (let key = 0; key < KEYS; key++) {
      server.edit(URI, keyAt(note, burst * KEYS + key));
      const name = names[key % names.length] ?? 'empty';
      answers.push(requests[name]().then(({ answer, time }) => {
        if (name === 'completion') listSize = Math.max(listSize, Buffer.byteLength(JSON.stringify(answer)));
        // The first two bursts warm up.
        if (burst >= 2) times[name].push(time);
      }));
      await sleep(BETWEEN_KEYS_MILLISECONDS);
    }
    await Promise.all(answers);
    // It would wait for ever if the newest version did not win.
    await server.upToDate(URI);
    const versions = server.reported.slice(before).map(({ version }) => version ?? 0);
    most = Math.max(most, versions.length);
    stale += versions.filter((version, index) => version <= (versions[index - 1] ?? 0)).length;
  }
  await server.end();
  const [empty, completion, hover] = [quantile(times.empty), quantile(times.completion), quantile(times.hover)];
  printTable(
    `Milliseconds to an answer while ${KEYS} keys are typed at ${SIZE} activities`,
    ['empty request', 'completion', 'hover', 'completion ÷ empty', 'hover ÷ empty', 'most reports in a burst', 'reports of an older version', 'completion list'],
    [[spread(times.empty), spread(times.completion), spread(times.hover), (completion / empty).toFixed(2), (hover / empty).toFixed(2), String(most), String(stale), `${(listSize / 1000).toFixed(1)} kB`]],
  );
  return [
    { what: 'completion during a burst, of an empty request', figure: completion / empty, bar: 3, unit: '×', measured: { 'empty request': empty, ours: completion } },
    { what: 'hover during a burst, of an empty request', figure: hover / empty, bar: 2, unit: '×', measured: { 'empty request': empty, ours: hover } },
    // Two analyses at once would report a version twice, or an older one after a newer.
    { what: 'reports in a burst of a version that was superseded or reported before', figure: stale, bar: 0, unit: 'reports' },
    { what: `reports in a burst of ${KEYS} keys`, figure: most, bar: KEYS, unit: 'reports' },
    { what: 'the list of activities in completion', figure: listSize / 1000, bar: 25, unit: 'kB' },
  ];
}
