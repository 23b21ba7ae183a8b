import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandsOf } from './sequenceCommands.ts';
import { startDriven } from './sequenceModel.ts';

const root = resolve(import.meta.dirname, '../..');
const samples = join(root, 'samples');
const texts = [
  ...readdirSync(samples).filter((name) => name.endsWith('.mips.yaml')).map((name) => readFileSync(join(samples, name), 'utf8')),
  // With what makes the server read the whole file again, and with another end of lines.
  'x: &a [1, *a]\nperformance_year: 2024\nactivities: [{ id: &b IA_EPA_1 }, { id: *b }]\n',
  readFileSync(join(samples, 'riverbend.mips.yaml'), 'utf8').replaceAll('\n', '\r\n'),
  // Long enough that what an edit leaves alone is kept: parts of a document, and whole ones.
  `${readFileSync(join(samples, 'riverbend.mips.yaml'), 'utf8')}---\n${readFileSync(join(samples, 'mistakes.mips.yaml'), 'utf8')}---\n${readFileSync(join(samples, 'heartland-mvp-2024.mips.yaml'), 'utf8')}`,
  '',
];

/** So many in the nightly form: MIPS_PLAN_SEQUENCES=2000. */
const SEQUENCES = Number(process.env['MIPS_PLAN_SEQUENCES'] ?? 100);
const SETTINGS = { asOfDate: '2024-10-01' };

it(`whatever an editor does, each answer is that of a fresh server with the same text (${SEQUENCES} sequences)`, { timeout: Math.max(120_000, SEQUENCES * 2_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commandsOf(texts), { maxCommands: 30, size: 'max' }), fc.boolean(), async (commands, pulls) => {
      const driven = await startDriven(SETTINGS, pulls);
      try {
        await fc.asyncModelRun(() => ({ model: { open: new Map(), settings: SETTINGS, nextVersion: 1 }, real: driven }), commands);
        expect(driven.client.logged).toEqual([]);
        expectNothingStale(driven.client.pushes);
      } finally {
        await driven.client.end();
      }
    }),
    { numRuns: SEQUENCES, ...(process.env['MIPS_PLAN_SEED'] !== undefined && { seed: Number(process.env['MIPS_PLAN_SEED']) }) },
  );
});

/** Versions of a document only grow, until it is closed: then its findings are taken away. */
function expectNothingStale(pushes: readonly { readonly uri: string; readonly version?: number; readonly diagnostics: readonly unknown[] }[]): void {
  const newest = new Map<string, number>();
  for (const { uri, version, diagnostics } of pushes) {
    if (version === undefined) {
      expect(diagnostics).toEqual([]);
      newest.delete(uri);
    } else {
      expect(version).toBeGreaterThanOrEqual(newest.get(uri) ?? 0);
      newest.set(uri, version);
    }
  }
}
