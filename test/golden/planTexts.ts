import { readdirSync, readFileSync } from 'node:fs';

/** Samples and golden plans: names from the root, and texts. */
export const PLANS = ['samples', 'test/golden/plans'].flatMap((folder) => {
  const path = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(path).filter((name) => name.endsWith('.mips.yaml')).map((name): [string, string] => [`${folder}/${name}`, readFileSync(new URL(name, path), 'utf8')]);
});
