import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { DOCUMENTATION, FINDING_GROUPS } from './catalogue/documentation.ts';
import { FINDING_CODES, type FindingCode } from './finding.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const specification = join(process.env['MIPS_PLAN_SHARED'] ?? join(root, '../shared'), 'spec/findings.md');

describe('the table of findings', () => {
  it('is in the order of the codes, and so is its documentation', () => {
    expect(Object.keys(CATALOGUE)).toEqual(FINDING_CODES);
    expect(FINDING_GROUPS.flatMap(({ findings }) => Object.keys(findings))).toEqual(FINDING_CODES);
  });

  it.each(FINDING_CODES)('describes %s in one sentence, explains it in two to six', (code) => {
    expect(sentences(CATALOGUE[code].summary)).toBe(1);
    expect(sentences(DOCUMENTATION[code].explanation)).toBeGreaterThanOrEqual(2);
    expect(sentences(DOCUMENTATION[code].explanation)).toBeLessThanOrEqual(6);
    expect(CATALOGUE[code].source).not.toBe('');
  });

  it('leaves what is only documentation out of what the server loads', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ['server/src/analysis.ts'],
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContain('server/src/findings/catalogue.ts');
    expect(inputs.filter((path) => path.startsWith('server/src/findings/catalogue/'))).toEqual([]);
  });
});

describe.skipIf(!existsSync(specification))('the table of findings, beside the specification', () => {
  it('has its codes and severities', () => {
    const described = FINDING_CODES.map((code): [FindingCode, string] => [code, lettersOf(code)]);
    expect(Object.fromEntries(described)).toEqual(specified());
  });
});

function sentences(text: string): number {
  return text.match(/[.!?](?=\s|$)/g)?.length ?? 0;
}

/** Severities as the specification writes them: `E/W`. */
function lettersOf(code: FindingCode): string {
  const { severity, alsoSeverity = [] } = CATALOGUE[code];
  return [severity, alsoSeverity].flat().map((name) => name.charAt(0).toUpperCase()).sort().join('/');
}

function specified(): Record<string, string> {
  const rows = readFileSync(specification, 'utf8').matchAll(/^\| (`.*?`) \| ([EWIH/]+) \|/gm);
  const pairs = [...rows].flatMap(([, codes = '', letters = '']) =>
    [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code = '']): [string, string] => [code, letters]),
  );
  return Object.fromEntries(pairs);
}
