import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { installExtension } from '../../scripts/vscode/server.mjs';

const MANIFEST = {
  name: 'virtual-folder',
  publisher: 'test',
  version: '1.0.0',
  engines: { vscode: '^1.110.0' },
  main: './extension.js',
  files: ['LICENSE', 'extension.js', 'files.json'],
  activationEvents: ['onFileSystem:memory'],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

const EXTENSION = `const vscode = require('vscode');
const files = new Map(Object.entries(require('./files.json')).map(([name, text]) => ['/plans/' + name, Buffer.from(text)]));
const found = (uri) => {
  if (!files.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
  return files.get(uri.path);
};
const refuse = (uri) => { throw vscode.FileSystemError.NoPermissions(uri); };
exports.activate = ({ subscriptions }) => subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', {
  onDidChangeFile: () => ({ dispose() {} }),
  watch: () => ({ dispose() {} }),
  stat: (uri) => uri.path === '/plans' ? { type: 2, ctime: 0, mtime: 0, size: 0 } : { type: 1, ctime: 0, mtime: 0, size: found(uri).length },
  readDirectory: () => [...files.keys()].map((path) => [path.slice('/plans/'.length), 1]),
  readFile: found,
  writeFile: refuse, createDirectory: refuse, delete: refuse, rename: refuse,
}));`;

/** The address of the folder that `installVirtualFolder` makes. */
export const VIRTUAL_FOLDER = 'memory:/plans';

/**
 * Installs an extension that offers a folder in memory, with files to open: a virtual workspace, as GitHub Repositories has them.
 * Extensions run from their sources are not loaded in one.
 */
export async function installVirtualFolder(files: Readonly<Record<string, string>>, extensionsDir: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mips-plan-virtual-'));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  write('package.json', JSON.stringify(MANIFEST));
  write('README.md', '');
  write('LICENSE', '');
  write('extension.js', EXTENSION);
  write('files.json', JSON.stringify(files));
  const packed = join(folder, 'virtual-folder.vsix');
  await createVSIX({ cwd: folder, packagePath: packed, dependencies: false, allowMissingRepository: true });
  installExtension(packed, extensionsDir);
  rmSync(folder, { recursive: true });
}
