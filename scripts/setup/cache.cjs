'use strict';
// Where the tools keep what they fetch, and how a thing gets there once. Plain old JavaScript, because an old Node runs it too.
const fs = require('fs');
const os = require('os');
const path = require('path');

/** The folder for everything fetched that is not a dependency of the project. */
function cacheFolder() {
  if (process.env.MIPS_PLAN_CACHE) {
    return path.resolve(process.env.MIPS_PLAN_CACHE);
  }
  if (process.platform === 'win32') {
    return path.join(process.env.LOCALAPPDATA || path.join(os.homedir(), 'AppData', 'Local'), 'mips-plan', 'Cache');
  }
  if (process.platform === 'darwin') {
    return path.join(os.homedir(), 'Library', 'Caches', 'mips-plan');
  }
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'mips-plan');
}

/**
 * The folder `name` of the cache, filled by `fill(folder)` if it is not there yet. It is filled under another name and
 * then renamed, so a folder that is there is whole, however many processes want it at once or were stopped half-way.
 */
function installOnce(name, fill) {
  const cache = cacheFolder();
  const target = path.join(cache, name);
  if (fs.existsSync(target)) {
    return target;
  }
  const partial = target + '.partial-' + process.pid;
  try {
    fs.mkdirSync(cache, { recursive: true });
    removeAbandoned(cache);
    fs.mkdirSync(partial);
  } catch (error) {
    throw new Error(
      'The cache folder ' + cache + ' cannot be written (' + error.message +
      '). Set MIPS_PLAN_CACHE to a folder that can be, and run the command again.',
      { cause: error }
    );
  }
  try {
    fill(partial);
    fs.renameSync(partial, target);
  } catch (error) {
    remove(partial);
    if (!fs.existsSync(target)) {
      throw error;
    }
  }
  return target;
}

function removeAbandoned(cache) {
  fs.readdirSync(cache).forEach(function (entry) {
    const match = /\.partial-(\d+)$/.exec(entry);
    if (match && !isRunning(Number(match[1]))) {
      remove(path.join(cache, entry));
    }
  });
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function remove(folder) {
  if (fs.rmSync) {
    fs.rmSync(folder, { recursive: true, force: true });
  } else if (fs.existsSync(folder)) {
    fs.rmdirSync(folder, { recursive: true });
  }
}

module.exports = { cacheFolder: cacheFolder, installOnce: installOnce };
