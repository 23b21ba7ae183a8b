// @ts-check
// npm run bench [-- PART…] [--short] [--sizes 4,400] [--record FILE]: how fast it is, beside servers that do less. Needs a build. docs/performance.md tells about it.
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureActivation } from './activation.mjs';
import { measureBroken } from './broken.mjs';
import { measureBurst } from './burst.mjs';
import { measureCommandLine } from './commandLine.mjs';
import { contestants } from './contestants.mjs';
import { measureMemory } from './memory.mjs';
import { measureStarting } from './starting.mjs';
import { measureTyping } from './typing.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, sizes: { type: 'string' }, record: { type: 'string' } },
});
const { short } = flags;
const sizesOr = (/** @type {number[]} */ usual) => flags.sizes?.split(',').map(Number) ?? usual;
const start = contestants();

/** @type {Record<string, () => import('./figures.mjs').Verdict[] | Promise<import('./figures.mjs').Verdict[]>>} */
const PARTS = {
  starting: () => measureStarting(start, short ? { sizes: sizesOr([40]), starts: 5, withYamlServer: false } : { sizes: sizesOr([4, 40, 400, 4000]), starts: 5, withYamlServer: true }),
  typing: () => measureTyping(start, short ? { sizes: sizesOr([4, 40, 400]), keys: 60, withYamlServer: false } : { sizes: sizesOr([4, 40, 400, 4000]), keys: 160, withYamlServer: true }),
  broken: () => measureBroken(start, short ? { sizes: sizesOr([40]), keys: 40 } : { sizes: sizesOr([40, 400]), keys: 100 }),
  burst: () => measureBurst(start, { bursts: short ? 4 : 20 }),
  memory: () => measureMemory(start, { cycles: short ? 100 : 500 }),
  commandLine: () => measureCommandLine(short ? { plans: 1000, rounds: 3, formats: false } : { plans: 10_000, rounds: 3, formats: true }),
  activation: () => measureActivation(short ? { starts: 5, inMilliseconds: false } : { starts: 15, inMilliseconds: true }),
};
const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const verdicts = [];
for (const name of wanted) verdicts.push(...((await PARTS[name]?.()) ?? []));
if (flags.record !== undefined) appendFileSync(flags.record, `${JSON.stringify(verdicts)}\n`);

// The short form runs on any machine beside anything: only what is grossly slow fails.
const leniency = short ? 2 : 1;
const beyond = verdicts.filter(({ figure, bar }) => !(figure <= bar * leniency));
console.log('');
for (const { what, figure, bar, unit } of beyond) console.log(`Beyond the bar of ${bar} ${unit}: ${what}: ${figure.toFixed(2)} ${unit}`);
console.log(`${verdicts.length - beyond.length} of ${verdicts.length} figures within ${short ? 'twice ' : ''}their bars`);
process.exitCode = beyond.length === 0 ? 0 : 1;
