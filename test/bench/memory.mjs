// @ts-check
// What is left of plans that were opened and closed.
import { printTable } from './figures.mjs';
import { typedIn } from './typing.mjs';

const SIZE = 400;
const WARM_UP = 50;

/**
 * @param {Record<import('./contestants.mjs').Name, () => import('./drivenServer.mjs').DrivenServer>} start
 * @param {{ cycles: number }} options
 * @returns {Promise<import('./figures.mjs').Verdict[]>}
 */
export async function measureMemory(start, { cycles }) {
  const server = start.ours();
  await server.initialize();
  const { text } = typedIn(SIZE);
  let before = 0;
  for (let cycle = 0; cycle < WARM_UP + cycles; cycle++) {
    if (cycle === WARM_UP) before = (await server.memory()).heap;
    const uri = `file:///bench/plan${cycle}.mips.yaml`;
    await server.open(uri, text);
    await server.close(uri);
  }
  const growth = ((await server.memory()).heap - before) / 1e6;
  await server.end();
  printTable(`Heap in use after a collection, plans of ${SIZE} activities opened and closed`, ['cycles', 'before', 'growth'], [
    [String(cycles), `${(before / 1e6).toFixed(1)} MB`, `${growth.toFixed(2)} MB`],
  ]);
  return [{ what: `growth of the heap over ${cycles} plans opened and closed`, figure: growth, bar: 5, unit: 'MB' }];
}
