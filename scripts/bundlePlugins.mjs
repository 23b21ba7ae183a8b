// @ts-check
// What our bundles do differently from esbuild: for a fast start and little memory.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const requireHere = createRequire(import.meta.url);

/**
 * Tables are read as JSON: as code they would stay in memory beside what is made of them. Without characters beyond
 * ASCII, a single one of which makes a text twice as long in memory.
 * @type {import('esbuild').Plugin}
 */
const tablesAsText = {
  name: 'tables as text',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]server[\\/]data[\\/]\w+\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))).replace(/[^\x00-\x7f]/g, escaped);
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

/**
 * Libraries that get a file of their own beside the bundles, by the file's name: what reading one long text takes of memory stays
 * with the process, and one of several short ones is used again for the next.
 */
export const libraryFiles = { languageServerLibrary: 'vscode-languageserver/node', yamlLibrary: 'yaml' };

/** @type {import('esbuild').Plugin} */
const librariesApart = {
  name: 'libraries apart',
  setup: ({ onResolve }) => {
    for (const [name, library] of Object.entries(libraryFiles)) {
      // Our own code gets a library by way of the modules below.
      onResolve({ filter: /^/ }, ({ path, namespace }) => (path === library && namespace !== 'file' ? { path: `./${name}.js`, external: true } : undefined));
    }
  },
};

/**
 * A CommonJS library of hundreds of names is taken apart once, and not once for each file that imports some.
 * @param {string} library
 * @returns {import('esbuild').Plugin}
 */
function importedOnce(library) {
  return ourImports('imported once', library, `export * from ${JSON.stringify(library)};`);
}

/**
 * A library that much of the work does without is read when the first of its names is used.
 * @param {string} library in CommonJS, or of Node.js
 * @returns {import('esbuild').Plugin}
 */
function readWhenUsed(library) {
  const names = JSON.stringify(Object.keys(requireHere(library)));
  const getters = `for (const name of ${names}) Object.defineProperty(exports, name, { enumerable: true, get: () => require(${JSON.stringify(library)})[name] });`;
  return ourImports('read when used', library, getters);
}

/**
 * @param {string} name
 * @param {string} library
 * @param {string} contents of the module that our own code gets for it
 * @returns {import('esbuild').Plugin}
 */
function ourImports(name, library, contents) {
  const namespace = `${name}: ${library}`;
  return {
    name: namespace,
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^[\w:/-]+$/ }, ({ path, namespace: from, importer }) => {
        return path === library && from === 'file' && !importer.includes('node_modules') ? { path, namespace } : undefined;
      });
      onLoad({ filter: /^/, namespace }, () => ({ contents, loader: 'js', resolveDir: root }));
    },
  };
}

/** @param {string} character of one UTF-16 unit */
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Of the language server and of the command line. */
export const serverPlugins = [tablesAsText, librariesApart, importedOnce('vscode-languageserver/node'), readWhenUsed('yaml'), readWhenUsed('node:fs/promises')];
