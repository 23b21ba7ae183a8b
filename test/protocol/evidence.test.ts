import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from './folder.ts';
import { InMemory } from './inMemory.ts';
import { FULL } from './plans.ts';
import { PULLING, PUSHED_TO } from './testClient.ts';

const NOT_FOUND = 'evidence-not-found';
const PLAN = FULL.replace('[https://example.org/log]', '[evidence/log.pdf, evidence/list.pdf]');

function folderWith(...names: string[]): ReturnType<typeof newFolder> & { readonly plan: string } {
  const folder = newFolder();
  mkdirSync(join(folder.path, 'evidence'));
  for (const name of names) writeFileSync(join(folder.path, 'evidence', name), '');
  return { ...folder, plan: folder.fileUri('plan.mips.yaml') };
}

/** The findings that a view shows which asks with each score. */
async function codesBesideScore(client: InMemory, uri: string): Promise<readonly string[]> {
  const shown = await client.overview(uri);
  return shown?.overviews.flatMap(({ findings }) => findings.map(({ code }) => code)) ?? [];
}

/** The scores that differ from each other: of evidence files only the findings tell. */
function onlyScores({ scores }: InMemory): ReadonlySet<string> {
  return new Set(scores.map(({ score }) => JSON.stringify(score)));
}

describe('evidence files', () => {
  it('are looked for beside the plan, before the first answer', async () => {
    const folder = folderWith('log.pdf');
    const client = await InMemory.start();
    client.open(folder.plan, PLAN);
    const report = await client.pull(folder.plan);
    expect(report).toMatchObject({ items: [{ code: NOT_FOUND, range: { start: { line: 9, character: 33 }, end: { line: 9, character: 50 } } }] });
    expect(client.refreshes).toBe(0);
    await client.scoreSent(folder.plan);
    expect(await codesBesideScore(client, folder.plan)).toContain(NOT_FOUND);
    expect(onlyScores(client).size).toBe(1);
  });

  it('are looked for once, before anything is pushed', async () => {
    const folder = folderWith('log.pdf');
    const client = await InMemory.start({ capabilities: PUSHED_TO });
    client.open(folder.plan, PLAN);
    await client.pushed(folder.plan);
    client.edit(folder.plan, 'list.pdf', 'lists.pdf');
    await client.pushed(folder.plan);
    client.edit(folder.plan, 'lists.pdf', 'log.pdf');
    await client.pushed(folder.plan);
    expect(client.pushes.map(({ version, diagnostics }) => [version, diagnostics.map(({ code }) => code)])).toEqual([[1, [NOT_FOUND]], [2, [NOT_FOUND]], [3, []]]);
  });

  it('of an untitled plan and in a virtual workspace are not looked for', async () => {
    const client = await InMemory.start();
    for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/plans/plan.mips.yaml']) {
      client.open(uri, PLAN);
      expect(await client.codes(uri)).toEqual([]);
    }
  });

  it.each(['evidence\\0x', '/', '..', 'x'.repeat(300), '~/log.pdf'])('of odd names do no harm: %s', async (name) => {
    const folder = folderWith('log.pdf', 'list.pdf');
    const client = await InMemory.start();
    client.open(folder.plan, PLAN.replace('evidence/log.pdf', name));
    await client.codes(folder.plan);
    client.edit(folder.plan, `[${name}`, '[evidence/log.pdf');
    expect(await client.codes(folder.plan)).toEqual([]);
    expect(client.logged).toEqual([]);
  });

  it.each([
    ['the file', 'evidence/list.pdf'],
    ['its folder', 'evidence'],
  ])('are looked for again when the client saw %s come or go', async (_, seen) => {
    const folder = folderWith('log.pdf', 'list.pdf');
    const client = await InMemory.start();
    client.open(folder.plan, PLAN);
    expect(await client.codes(folder.plan)).toEqual([]);
    const before = client.scores.length;
    const path = join(folder.path, 'evidence', 'list.pdf');
    rmSync(path);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.fileUri('other.pdf'), type: 3 }, { uri: folder.fileUri(seen), type: 3 }] });
    await client.until(() => client.refreshes === 1);
    expect(await client.codes(folder.plan)).toEqual([NOT_FOUND]);
    await client.until(() => client.scores.length > before);
    expect(await codesBesideScore(client, folder.plan)).toContain(NOT_FOUND);
    const between = client.scores.length;
    writeFileSync(path, '');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.fileUri(seen), type: 1 }] });
    await client.until(() => client.refreshes === 2);
    expect(await client.codes(folder.plan)).toEqual([]);
    await client.until(() => client.scores.length > between);
    expect(await codesBesideScore(client, folder.plan)).not.toContain(NOT_FOUND);
    expect(onlyScores(client).size).toBe(1);
  });

  it('of other names are none of a plan’s business', async () => {
    const folder = folderWith('log.pdf', 'list.pdf');
    const client = await InMemory.start();
    client.open(folder.plan, PLAN);
    await client.codes(folder.plan);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.fileUri('evidence/log'), type: 1 }, { uri: 'http://example.org/', type: 1 }] });
    client.edit(folder.plan, 'Riverbend', 'Hillside');
    await client.codes(folder.plan);
    expect(client.refreshes).toBe(0);
  });

  it('are looked for again when the plan is saved, and when it is opened again', async () => {
    const folder = folderWith('log.pdf');
    const client = await InMemory.start({ capabilities: PUSHED_TO });
    client.open(folder.plan, PLAN);
    expect((await client.pushed(folder.plan)).diagnostics).toHaveLength(1);
    writeFileSync(join(folder.path, 'evidence', 'list.pdf'), '');
    client.save(folder.plan);
    await client.until(() => client.pushes.at(-1)?.diagnostics.length === 0);
    client.close(folder.plan);
    rmSync(join(folder.path, 'evidence'), { recursive: true });
    client.open(folder.plan, PLAN, 'mips-plan', 9);
    expect((await client.pushed(folder.plan, 9)).diagnostics).toHaveLength(2);
  });

  it('are watched where the client does that', async () => {
    const capabilities = { ...PULLING, workspace: { ...PULLING.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } };
    const client = await InMemory.start({ capabilities });
    await client.until(() => client.registrations.length > 0);
    expect(client.registrations).toMatchObject([
      { method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers: [{ globPattern: '**/*', kind: 5 }] } },
    ]);
  });
});
