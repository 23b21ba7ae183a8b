// @ts-check
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** It builds anew what the others run. */
const BUILDS = ['test/ui/start.test.ts'];

/** Tests that look and click like a person, in a real VS Code and in a browser page. */
export default defineConfig({
  test: {
    setupFiles: ['test/vscode/harness/keepEvidence.ts'],
    // Only for what never ends: a machine that is slow and busy is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // As long as Playwright waits for what a step leads to.
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['test/{ui,editors}/**/*.test.ts'],
          exclude: BUILDS,
          // A VS Code in a browser waits about as long as it works: two fill two cores.
          maxWorkers: Math.min(2, availableParallelism()),
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'alone', include: BUILDS, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
