// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files that are not as they would be made now, and those of the folder that would not be made at all.
 *
 * @param {string} root the repository
 * @param {ReadonlyMap<string, string>} generated path from the root → text
 * @param {string} folder path from the root of a folder that holds nothing but what is made
 * @returns {{ changed: string[], leftOver: string[] }}
 */
export function staleFiles(root, generated, folder) {
  const present = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [];
  return {
    changed: [...generated].filter(([path, text]) => !holds(join(root, path), text)).map(([path]) => path),
    leftOver: present.filter((path) => !generated.has(path)),
  };
}

/**
 * @param {string} path
 * @param {string} text
 */
function holds(path, text) {
  return existsSync(path) && readFileSync(path, 'utf8').replaceAll('\r\n', '\n') === text;
}
