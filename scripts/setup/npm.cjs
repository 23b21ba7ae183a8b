'use strict';
// Runs npm quietly. Plain old JavaScript, because an old Node runs it too.
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');

/** The npm to use: one that was fetched, else the one that started this process, else Node's own, else the one on the PATH. */
function npmCommand() {
  const started = process.env.npm_execpath || '';
  const besideNode = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const cli = process.env.MIPS_PLAN_NPM || (/npm-cli\.c?js$/.test(started) && started) || (fs.existsSync(besideNode) && besideNode);
  return cli ? { command: process.execPath, args: [cli] } : { command: 'npm', args: [] };
}

/** Runs npm in a folder with install scripts off; throws an error with npm's own words if it fails. */
function npm(folder, args) {
  const found = npmCommand();
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--prefix', folder];
  const result = spawnSync(found.command, found.args.concat(args, quiet), {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error || result.status !== 0) {
    const said = result.error ? result.error.message : result.stderr + result.stdout;
    throw new Error(firstLines(said) || 'npm ended with exit code ' + result.status);
  }
}

function firstLines(text) {
  return text
    .split('\n')
    .map(function (line) { return line.replace(/^npm (ERR!|error)\s*/, '').trim(); })
    .filter(function (line) { return line && !/complete log of this run|_logs/.test(line); })
    .slice(0, 3)
    .join(' ');
}

/** Installs packages into a new folder of their own. */
function npmInstallInto(folder, packages) {
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, ['install'].concat(packages));
}

module.exports = { npm: npm, npmInstallInto: npmInstallInto };
