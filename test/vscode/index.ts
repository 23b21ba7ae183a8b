import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What a run inside VS Code tells the one who started it, as JSON in the file that MIPS_PLAN_TEST_RESULTS names. */
export interface Results {
  readonly passed: number;
  readonly failed: number;
  /** For each failure its full title and what went wrong. */
  readonly failures: readonly string[];
}

/** VS Code calls this inside the extension host; the tests have failed if it rejects. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, forbidOnly: true, forbidPending: true, color: false });
  const suite = join(__dirname, 'suite');
  for (const file of readdirSync(suite).filter((name) => name.endsWith('.test.js'))) mocha.addFile(join(suite, file));
  const results = await new Promise<Results>((done) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => {
      done({ passed: runner.stats?.passes ?? 0, failed, failures });
    });
    runner.on('fail', (test: Mocha.Test, error: Error) => failures.push(`${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  const file = process.env['MIPS_PLAN_TEST_RESULTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} failed`);
}
