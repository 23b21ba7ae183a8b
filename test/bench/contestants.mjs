// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { schemaOfPlans } from './schema.mjs';
import { DrivenServer } from './drivenServer.mjs';

const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out', 'bench');

/** @typedef {'ours' | 'floor' | 'yaml-language-server'} Name */

/** Bundles the floor and writes the schema. @returns {Record<Name, () => DrivenServer>} what starts each server */
export function contestants() {
  mkdirSync(out, { recursive: true });
  const floor = join(out, 'floorServer.js');
  buildSync({
    absWorkingDir: root, entryPoints: ['test/bench/floorServer.mjs'], outfile: floor,
    bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning',
  });
  const schema = join(out, 'plan.schema.json');
  writeFileSync(schema, JSON.stringify(schemaOfPlans()));
  const yamlSettings = {
    schemas: { [pathToFileURL(schema).href]: '*.mips.yaml' },
    schemaStore: { enable: false }, validate: true, completion: true, hover: true,
  };
  const yamlServer = join(dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');
  /** As the extension starts it. @type {string[]} */
  const nodeOptions = JSON.parse(readFileSync(join(root, 'client/src/nodeOptions.json'), 'utf8'));
  return {
    ours: () => new DrivenServer(join(root, 'dist/server/server.js'), { languageId: 'mips-plan', settings: { mipsPlan: { asOfDate: '2024-10-01' } }, nodeOptions }),
    floor: () => new DrivenServer(floor, { languageId: 'yaml', settings: {} }),
    'yaml-language-server': () => new DrivenServer(yamlServer, { languageId: 'yaml', settings: { yaml: yamlSettings } }),
  };
}
