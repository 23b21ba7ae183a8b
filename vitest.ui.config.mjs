// @ts-check
import { defineConfig } from 'vitest/config';

/** Tests that look and click like a person, in a real VS Code and in a browser page. One file at a time: each fills the machine. */
export default defineConfig({
  test: {
    include: ['test/{ui,editors}/**/*.test.ts'],
    setupFiles: ['test/vscode/harness/keepEvidence.ts'],
    fileParallelism: false,
    // A busy VS Code in a browser now and then misses a click or a hover. What fails twice is broken; what failed once is told.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A step may lead to something late on a machine that is busy.
    expect: { poll: { timeout: 15_000 } },
    allowOnly: false,
  },
});
