// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where `npm run package` puts the extension's package.
 * @param {string} root the project's folder
 */
export function packagePath(root) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}
