// @ts-check
import { defineConfig } from 'vitest/config';

/** The unit and protocol tests: fast, no VS Code. Those in a browser have vitest.ui.config.mjs. */
export default defineConfig({
  test: {
    include: ['{server,client,scripts,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/{ui,editors}/**', 'test/vscode/suite/**'],
    allowOnly: false,
    // Files share their modules, which takes half the time: no test replaces a module, and what is changed of the process
    // is put back by the test that changed it.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    maxWorkers: '100%',
    // Slow machines are no failures.
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
