import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8');

describe('The dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const section = (text: string, heading: string): string => text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const documented = (heading: string): string[] =>
    [...section(read('docs/dependencies.md'), heading).matchAll(/^\| `([^`]+)` \| .+ \|$/gm)].map((row) => row[1] ?? '');

  it('are of exact versions', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('have each one line of why', () => {
    expect(documented('Bundled into the product')).toEqual(Object.keys(dependencies ?? {}).sort());
    expect(documented('For building and testing')).toEqual(Object.keys(devDependencies ?? {}).sort());
  });

  it('have none that writes a hook into the repository', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { name?: string }> };
    const hooks = Object.entries(packages).filter(([path]) => path.endsWith('/pre-commit'));
    expect(hooks.map(([, { name }]) => name)).toEqual(['noop2']);
  });

  it('leave npm start and npm test to an old npm, which takes ignore-scripts for all scripts', () => {
    expect(read('.npmrc')).not.toContain('ignore-scripts');
  });

  it('are locked without the addresses of a registry', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});
