// @ts-check
// npm test: everything, in steps; `npm test -- lint unit` only those named. Ends with `N passed, N failed` over all suites.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './setup/dependencies.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'out');

/** More are no mishap. */
const MOST_FILES_RUN_AGAIN = 4;

/** @type {{ name: string, title: string, needs?: string[], run: () => Counts | Promise<Counts> }[]} */
const STEPS = [
  { name: 'build', title: 'Build', run: () => check('scripts/build.mjs') },
  { name: 'typecheck', title: 'Types', run: typecheck },
  { name: 'lint', title: 'Lint', run: lint },
  { name: 'unit', title: 'Unit and protocol tests', run: () => vitest('unit', 'vitest.config.mjs') },
  { name: 'speed', title: 'Speed, for what is grossly slow', needs: ['build'], run: () => check('test/bench/run.mjs', '--short') },
  { name: 'package', title: 'Package', needs: ['build'], run: () => check('scripts/package.mjs') },
  { name: 'vscode', title: 'Tests inside VS Code', needs: ['build'], run: () => insideVsCode('vscode') },
  {
    name: 'packaged',
    title: 'Tests inside VS Code, of the package',
    needs: ['build', 'package'],
    run: () => insideVsCode('packaged', '--packaged'),
  },
  { name: 'ui', title: 'Tests of what a person sees', needs: ['build', 'package'], run: seenByAPerson },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => STEPS.every((step) => step.name !== name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. The steps are ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}

const total = { passed: 0, failed: 0 };
const isSetUp = await step('Set-up', () => {
  installDependencies(root);
  return { passed: 0, failed: 0 };
});
/** @type {string[]} */
const failedSteps = [];
for (const { name, title, needs = [], run } of isSetUp ? STEPS : []) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const missing = needs.find((need) => failedSteps.includes(need));
  const succeeded = await step(title, () => {
    if (missing) throw new Error(`Not run, because the step ${missing} failed.`);
    return run();
  });
  if (!succeeded) failedSteps.push(name);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {string} title
 * @param {() => Counts | Promise<Counts>} run throws where the step could not be done, which counts as a failure
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(title, run) {
  console.log(`\n== ${title}`);
  const start = Date.now();
  const counts = await Promise.resolve().then(run).catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  const result = counts.failed > 0 ? `${counts.failed} FAILED` : 'fine';
  console.log(`== ${title}: ${result}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return counts.failed === 0;
}

/**
 * A script of the project that either succeeds or fails.
 * @param {string} script
 * @param {string[]} flags
 * @returns {Counts}
 */
function check(script, ...flags) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...flags], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @returns {Counts} one failure for each error of the compiler */
function typecheck() {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts', 'typecheck.mjs')], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: Infinity,
  });
  process.stdout.write(stdout);
  if (status === 0) return { passed: 1, failed: 0 };
  return { passed: 0, failed: Math.max(1, (stdout.match(/error TS\d+/g) ?? []).length) };
}

/** @returns {Promise<Counts>} one failure for each error or warning of ESLint */
async function lint() {
  const { ESLint } = await import('eslint');
  const results = await new ESLint({ cwd: root }).lintFiles('.');
  const problems = results.flatMap(({ filePath, messages }) => messages.map((message) => ({ filePath, ...message })));
  for (const { filePath, line, column, message, ruleId } of problems) {
    console.log(`${relative(root, filePath)}:${line}:${column} ${message} (${ruleId})`);
  }
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length };
}

/**
 * @param {string} name
 * @param {string} configuration
 * @param {string[]} flags
 * @returns {Counts & { failedFiles: string[], passedElsewhere: number }}
 */
function vitest(name, configuration, ...flags) {
  const report = freshReport(name);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', configuration, ...reporters, ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { numPassedTests, numFailedTests, numPendingTests, success, testResults } = readReport(report);
  // A file can fail as a whole, before any of its tests: it cannot be loaded, or its set-up throws.
  const brokenFiles = testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
  );
  const failed = numFailedTests + brokenFiles.length;
  if (success && numPendingTests > 0) console.log(`${numPendingTests} not run, because what they are held against is not on this machine`);
  const failedFiles = testResults.filter((/** @type {any} */ file) => file.status === 'failed');
  const passedInThem = failedFiles.flatMap((/** @type {any} */ file) => file.assertionResults).filter((/** @type {any} */ test) => test.status === 'passed').length;
  return {
    passed: numPassedTests,
    failed: failed === 0 && !success ? 1 : failed,
    failedFiles: failedFiles.map((/** @type {any} */ file) => file.name),
    passedElsewhere: numPassedTests - passedInThem,
  };
}

/**
 * @param {string} name
 * @param {string[]} flags
 * @returns {Promise<Counts>}
 */
async function insideVsCode(name, ...flags) {
  await getVsCode();
  const report = freshReport(name);
  spawnSync(process.execPath, [join(root, 'test', 'vscode', 'run.mjs'), '--results', report, ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { passed, failed } = readReport(report);
  return { passed, failed: passed + failed === 0 ? 1 : failed };
}

/**
 * A busy VS Code in a browser now and then misses a click or a hover: a file that fails is run once more, whole, since
 * its tests build on each other, and alone. What fails then is broken; what failed once is told.
 * @returns {Promise<Counts>}
 */
async function seenByAPerson() {
  await getVsCode();
  const first = vitest('ui', 'vitest.ui.config.mjs');
  if (first.failedFiles.length === 0 || first.failedFiles.length > MOST_FILES_RUN_AGAIN) return first;
  console.log(`\nOnce more, alone: ${first.failedFiles.map((file) => relative(root, file)).join(', ')}`);
  const again = vitest('ui-again', 'vitest.ui.config.mjs', '--no-file-parallelism', ...first.failedFiles);
  return { passed: first.passedElsewhere + again.passed, failed: again.failed };
}

/** Gets VS Code and a browser, or throws an error that says what could not be had and what to do. */
async function getVsCode() {
  const { codeServerFolder } = await import('./setup/codeServer.mjs');
  const { testBrowser } = await import('./setup/browser.mjs');
  const { default: newerNode } = await import('./setup/newerNode.cjs');
  newerNode.nodeForTheServer();
  codeServerFolder();
  testBrowser();
}

/** @param {string} name */
function freshReport(name) {
  const report = join(out, 'results', `${name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/** @param {string} report */
function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    throw new Error('The tests ended before they could say how they went.', { cause: error });
  }
}
