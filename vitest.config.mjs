// @ts-check
import { defineConfig } from 'vitest/config';

/** The unit and protocol tests: fast, no VS Code. Those in a browser have vitest.ui.config.mjs. */
export default defineConfig({
  test: {
    include: ['{server,client,scripts,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/{ui,editors}/**', 'test/vscode/suite/**'],
    allowOnly: false,
    // Slow machines are no failures.
    testTimeout: 120_000,
  },
});
