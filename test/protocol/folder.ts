import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { URI } from 'vscode-uri';

/** An empty folder that is removed with the test. */
export function newFolder(): { readonly path: string; readonly uri: string; readonly fileUri: (name: string) => string } {
  const path = mkdtempSync(join(tmpdir(), 'plans-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return { path, uri: URI.file(path).toString(), fileUri: (name) => URI.file(join(path, name)).toString() };
}
