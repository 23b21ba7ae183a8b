// @ts-check
// From a key press to the findings while the plan is broken, as it is for most of the time that somebody types.
import { LONGEST_PLAN, planOf } from './plan.mjs';
import { printTable, quantile, ratio, shown } from './figures.mjs';

const WARM_UP = 40;
const BAR = 1.3;

/** What stands in the place of a note in the middle; letters are typed at its end. @type {Readonly<Record<string, string>>} */
const STATES = {
  'an open double quote': '    note: "as agreed',
  'an open single quote': "    note: 'as agreed",
  'an open bracket': '    evidence: [https://example.org/log, ',
  'an open brace': '    period: { start: 2024-01-01, end: ',
  'a line too far left': '   note: as agreed',
  'a line too far right': '     note: as agreed',
  'a line at the margin': 'note: as agreed',
  'a tab': '\tnote: as agreed',
  'a key without its colon': '    stat',
  'a key and a value without a colon': '    note as agreed',
  'a colon without a space': '    note:as agreed',
  'a colon in text': '    note: as agreed: by',
  'text behind a quote': '    note: "as" agreed',
  'an entry where keys are': '    - as agreed',
};

/** The same with keys behind the activities. */
const ABOVE_MORE_KEYS = ['an open double quote', 'an open bracket', 'a key without its colon', 'a line at the margin'];
const MORE_KEYS = ['reweighted: [cost]', 'apm: {}'];

/** What is broken, its line, and what stands behind the activities. @type {readonly (readonly [string, string, readonly string[]])[]} */
const CASES = [
  ...Object.entries(STATES).map(([state, line]) => /** @type {const} */ ([state, line, []])),
  ...ABOVE_MORE_KEYS.map((state) => /** @type {const} */ ([`${state} above more keys`, STATES[state] ?? '', MORE_KEYS])),
];

/**
 * The servers take turns key by key.
 * @param {Record<import('./contestants.mjs').Name, () => import('./drivenServer.mjs').DrivenServer>} start
 * @param {{ sizes: readonly number[], keys: number }} options
 * @returns {Promise<import('./figures.mjs').Verdict[]>}
 */
export async function measureBroken(start, { sizes, keys }) {
  /** @type {import('./figures.mjs').Verdict[]} */
  const verdicts = [];
  const rows = [];
  for (const size of sizes) {
    const servers = [start.ours(), start.floor()];
    for (const server of servers) await server.initialize();
    // Mending is compiled while it is needed for the first time: what comes first comes once more, and counts then.
    for (const [turn, [state, line, behind]] of [...CASES.slice(0, 1), ...CASES].entries()) {
      const uri = `file:///bench/${encodeURIComponent(state)}.mips.yaml`;
      const { lines, middle } = planOf(size, LONGEST_PLAN, behind);
      lines[middle.note] = line;
      for (const server of servers) await server.open(uri, `${lines.join('\n')}\n`);
      /** @type {number[][]} */
      const times = servers.map(() => []);
      for (let key = 0; key < WARM_UP + keys; key++) {
        const typed = key % 40 < 20;
        const at = { line: middle.note, character: line.length + (typed ? key % 20 : 19 - (key % 20)) };
        const change = { range: { start: at, end: typed ? at : { ...at, character: at.character + 1 } }, text: typed ? 'x' : '' };
        for (const [index, server] of servers.entries()) {
          const time = await server.press(uri, change);
          if (key >= WARM_UP) times[index]?.push(time);
        }
      }
      for (const server of servers) await server.close(uri);
      if (turn === 0) continue;
      const [ours = [], floor = []] = times;
      const figure = ratio(ours, floor);
      rows.push([String(size), state, shown(quantile(floor)), shown(quantile(ours)), figure.toFixed(2)]);
      verdicts.push({ what: `key press beside ${state} at ${size} activities`, figure, bar: BAR, unit: '×', measured: { floor: quantile(floor), ours: quantile(ours) } });
    }
    await Promise.all(servers.map((server) => server.end()));
  }
  printTable('Milliseconds from a key press while the plan is broken, median', ['activities', 'what is broken', 'floor', 'ours', 'ours ÷ floor'], rows);
  return verdicts;
}
