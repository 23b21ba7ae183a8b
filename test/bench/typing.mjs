// @ts-check
// From a key press to the findings and the score, from opening to the findings, and what memory it takes.
import { LONGEST_PLAN, planOf } from './plan.mjs';
import { printTable, quantile, ratio, shown, spread } from './figures.mjs';

const URI = 'file:///bench/plan.mips.yaml';
const WARM_UP = 40;
/** Ours against the floor, by activities. @type {Record<number, number>} */
const KEY_BARS = { 4: 1.4, 40: 0.8, 400: 0.25, 4000: 0.15 };

/** @typedef {import('./figures.mjs').Verdict} Verdict */

/**
 * The servers take turns key by key, so that a machine that slows down slows all of them.
 * @param {Record<import('./contestants.mjs').Name, () => import('./drivenServer.mjs').DrivenServer>} start
 * @param {{ sizes: readonly number[], keys: number, withYamlServer: boolean }} options
 * @returns {Promise<Verdict[]>}
 */
export async function measureTyping(start, { sizes, keys, withYamlServer }) {
  /** @type {Verdict[]} */
  const verdicts = [];
  const rows = [];
  const memoryRows = [];
  // A longer file is one of several plans, as people have them, and then one of a single plan that lists its activities again and again.
  const files = sizes.flatMap((size) => (size > LONGEST_PLAN ? [{ size, ofPlan: LONGEST_PLAN }, { size, ofPlan: size }] : [{ size, ofPlan: size }]));
  for (const { size, ofPlan } of files) {
    const isOnePlan = ofPlan > LONGEST_PLAN;
    const name = isOnePlan ? `${size} activities of one plan` : `${size} activities`;
    const [ours, floor] = [start.ours(), start.floor()];
    const yaml = withYamlServer && !isOnePlan ? start['yaml-language-server']() : undefined;
    const servers = [ours, floor, ...(yaml ? [yaml] : [])];
    const { text, note } = typedIn(size, ofPlan);
    for (const server of servers) {
      await server.initialize();
      await server.open(URI, text);
    }
    /** @type {Record<'ours' | 'score' | 'floor' | 'yaml' | 'ourOpen' | 'floorOpen', number[]>} */
    const times = { ours: [], score: [], floor: [], yaml: [], ourOpen: [], floorOpen: [] };
    // Its delay alone takes 200 ms a key; at 4,000 activities it takes seconds.
    const yamlKeys = size > 1000 ? 10 : 40;
    for (let key = 0; key < WARM_UP + keys; key++) {
      const change = keyAt(note, key);
      const { findings, score } = await ours.pressAndScore(URI, change);
      const floorTime = await floor.press(URI, change);
      if (key >= WARM_UP) {
        times.ours.push(findings);
        times.score.push(score);
        times.floor.push(floorTime);
      }
      if (yaml && key < yamlKeys) times.yaml.push(await yaml.press(URI, change));
    }
    const memory = await Promise.all(servers.map((server) => server.memory()));
    for (let turn = 0; turn < 10; turn++) {
      for (const [server, into] of /** @type {const} */ ([[ours, times.ourOpen], [floor, times.floorOpen]])) {
        into.push(await server.open(`file:///bench/other${turn}.mips.yaml`, text));
        await server.close(`file:///bench/other${turn}.mips.yaml`);
      }
    }
    await Promise.all(servers.map((server) => server.end()));

    // Both have to be there.
    const slower = quantile(times.score) > quantile(times.ours) ? times.score : times.ours;
    const [keyRatio, lateRatio] = [ratio(slower, times.floor), quantile(slower, 0.95) / quantile(times.floor, 0.95)];
    const openRatio = ratio(times.ourOpen, times.floorOpen);
    const [ourMemory, floorMemory, yamlMemory] = memory;
    rows.push([
      name.replace(' activities', ''), spread(times.floor), spread(times.yaml), spread(times.ours), spread(times.score), shown2(keyRatio), shown2(lateRatio), String(KEY_BARS[size]),
      shown(quantile(times.floorOpen)), shown(quantile(times.ourOpen)), shown2(openRatio),
    ]);
    memoryRows.push([name.replace(' activities', ''), megabytes(floorMemory), megabytes(yamlMemory), megabytes(ourMemory), `${((ourMemory?.heap ?? 0) / 1e6).toFixed(0)}`]);
    const bar = KEY_BARS[size] ?? 1;
    const ofYaml = (/** @type {number} */ value) => (yaml ? { 'yaml-language-server': value } : {});
    verdicts.push(
      { what: `key press at ${name}, median`, figure: keyRatio, bar, unit: '×', measured: { floor: quantile(times.floor), ...ofYaml(quantile(times.yaml)), ours: quantile(slower) } },
      { what: `key press at ${name}, 95 of 100`, figure: lateRatio, bar, unit: '×', measured: { floor: quantile(times.floor, 0.95), ...ofYaml(quantile(times.yaml, 0.95)), ours: quantile(slower, 0.95) } },
      { what: `opening once more at ${name}`, figure: openRatio, bar: 1.3, unit: '×', measured: { floor: quantile(times.floorOpen), ours: quantile(times.ourOpen) } },
      {
        what: `memory after ${keys + WARM_UP} edits at ${name}`, figure: (ourMemory?.resident ?? NaN) / (floorMemory?.resident ?? NaN), bar: 1, unit: '×',
        measured: { floor: (floorMemory?.resident ?? NaN) / 1e6, ...ofYaml((yamlMemory?.resident ?? NaN) / 1e6), ours: (ourMemory?.resident ?? NaN) / 1e6 },
      },
    );
  }
  printTable(
    'Milliseconds from a key press (median, and what 95 of 100 are within) and from opening a plan in a warm server',
    ['activities', 'floor', 'yaml-language-server', 'our findings', 'our score', 'ours ÷ floor', '… of the slowest 5 in 100', 'bar', 'open: floor', 'open: ours', 'ours ÷ floor'],
    rows,
  );
  printTable(`Megabytes after ${keys + WARM_UP} edits`, ['activities', 'floor', 'yaml-language-server (fewer edits)', 'ours', 'in use after a collection'], memoryRows);
  return verdicts;
}

/** A plan, the line of the note in its middle and that of the id above. @param {number} size @param {number} [ofPlan] */
export function typedIn(size, ofPlan) {
  const { lines, middle } = planOf(size, ofPlan);
  return { text: `${lines.join('\n')}\n`, ...middle };
}

/** Types twenty letters into a note, takes them out again, and so on. @param {number} line @param {number} key */
export function keyAt(line, key) {
  const typed = key % 40 < 20;
  const at = { line, character: '    note: '.length + (typed ? key % 20 : 19 - (key % 20)) };
  return { range: { start: at, end: typed ? at : { line, character: at.character + 1 } }, text: typed ? 'x' : '' };
}

/** @param {{ resident: number } | undefined} memory */
function megabytes(memory) {
  return memory === undefined ? '' : (memory.resident / 1e6).toFixed(0);
}

/** @param {number} value */
function shown2(value) {
  return value.toFixed(2);
}
