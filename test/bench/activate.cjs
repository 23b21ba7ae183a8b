'use strict';
// Activates the extension with a `vscode` that does nothing, then reads the language client, and says how many milliseconds
// each took.
const Module = require('node:module');
const { performance } = require('node:perf_hooks');

/** Everything that is asked of it, called or constructed gives it again. */
const nothing = new Proxy(function () { /* does nothing */ }, {
  get: (target, name) => answer(target, name),
  apply: () => nothing,
  construct: () => nothing,
  set: () => true,
});

/** @param {Function} target @param {string | symbol} name */
function answer(target, name) {
  if (name === 'prototype') return target.prototype;
  if (name === 'then') return undefined;
  if (name === Symbol.iterator) return () => [].values();
  return name === Symbol.toPrimitive ? () => '' : nothing;
}
/** The bundle takes a copy of the module, which keeps only what the module inherits. */
const vscode = Object.create(nothing);

const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const start = performance.now();
const { activate } = require(process.argv[2]);
const context = { subscriptions: [], asAbsolutePath: (path) => path, extensionUri: nothing, extension: { packageJSON: {} }, globalState: nothing, workspaceState: nothing };
void activate(context);
const activated = performance.now();
require(process.argv[3]);
process.stdout.write(JSON.stringify([activated - start, performance.now() - activated]), () => process.exit(0));
