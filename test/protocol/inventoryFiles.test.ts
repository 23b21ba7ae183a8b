import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from './folder.ts';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const CHANGED = 'workspace/didChangeConfiguration';
const PLAN_2031 = FULL.replaceAll('2024', '2031').replace('IA_EPA_1', 'IA_XX_1');
const WATCHES = {
  ...PULLING,
  workspace: { ...PULLING.workspace, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
};

function measures(...ids: string[]): string {
  return JSON.stringify(ids.map((measureId) => ({
    category: 'ia', measureId, title: `About ${measureId}`, description: 'What to do', weight: null, subcategoryId: null, firstPerformanceYear: 2031,
  })));
}

describe('inventory files', () => {
  it('add their year, relative to the folder', async () => {
    const folder = newFolder();
    mkdirSync(join(folder.path, '2031'));
    writeFileSync(join(folder.path, '2031', 'measures-data.json'), measures('IA_XX_1'));
    const client = await InMemory.start({ workspaceFolders: [folder.uri], initializationOptions: { inventoryFiles: ['2031/measures-data.json'] } });
    client.open(URI, PLAN_2031);
    expect((await client.scoreSent(URI)).score.plans[0]).toMatchObject({ performanceYear: 2031, activities: [{ title: 'About IA_XX_1' }] });
    expect(await client.codes(URI)).not.toContain('year-not-covered');
    expect(client.scores).toHaveLength(1);
    expect(client.shown).toEqual([]);
  });

  it('are found in whichever folder has them, and at absolute paths', async () => {
    const [first, second, other] = [newFolder(), newFolder(), newFolder()];
    writeFileSync(join(second.path, '2031.json'), measures('IA_XX_1'));
    writeFileSync(join(other.path, '2032.json'), measures('IA_XX_1'));
    const client = await InMemory.start({
      workspaceFolders: [first.uri, second.uri],
      initializationOptions: { inventoryFiles: ['2031.json', join(other.path, '2032.json')] },
    });
    for (const year of ['2031', '2032']) {
      const uri = `file:///plans/${year}.mips.yaml`;
      client.open(uri, PLAN_2031.replaceAll('2031', year));
      expect(await client.codes(uri)).not.toContain('year-not-covered');
    }
    expect(client.shown).toEqual([]);
  });

  it('that are wrong are said in one message, and the rest works', async () => {
    const folder = newFolder();
    writeFileSync(join(folder.path, '2031.json'), measures('IA_XX_1', 'IA_XX_1'));
    writeFileSync(join(folder.path, 'broken.json'), '[');
    const client = await InMemory.start({
      workspaceFolders: [folder.uri],
      initializationOptions: { inventoryFiles: ['broken.json', 'absent.json', '2031.json'] },
    });
    client.open(URI, PLAN_2031);
    expect(await client.codes(URI)).not.toContain('year-not-covered');
    await client.until(() => client.shown.length > 0);
    expect(client.shown).toEqual([{ type: 2, message: 'Inventory file broken.json: line 1, column 2: not JSON; 2 more in the log.' }]);
    expect(client.logged).toEqual([
      'Inventory file broken.json: line 1, column 2: not JSON',
      'Inventory file absent.json: there is no such file',
      'Inventory file 2031.json: entry 2 (IA_XX_1): the id is there twice; the first is kept',
    ]);
    // Nobody wants to read it twice.
    client.notify(CHANGED, { settings: { mipsPlan: { asOfDate: '2031-10-01' } } });
    await client.until(() => client.scores.at(-1)?.score.asOf === '2031-10-01');
    expect(client.shown).toHaveLength(1);
  });

  it('that are relative need a folder', async () => {
    const client = await InMemory.start({ initializationOptions: { inventoryFiles: ['2031.json'] } });
    await client.until(() => client.shown.length > 0);
    expect(client.shown[0]?.message).toBe('Inventory file 2031.json: no folder is open that it could be relative to.');
  });

  it('are read again when they change', async () => {
    const folder = newFolder();
    const file = join(folder.path, '2031 [draft].json');
    const client = await InMemory.start({ capabilities: WATCHES, workspaceFolders: [folder.uri], initializationOptions: { inventoryFiles: ['2031 [draft].json'] } });
    client.open(URI, PLAN_2031);
    expect(await client.codes(URI)).toContain('year-not-covered');
    await client.until(() => client.registrations.length === 1 && JSON.stringify(client.registrations).includes('draft'));
    expect(client.registrations).toMatchObject([{
      registerOptions: { watchers: [{ globPattern: '**/*', kind: 5 }, { globPattern: { baseUri: folder.uri, pattern: '2031 [[]draft].json' } }] },
    }]);
    writeFileSync(file, measures('IA_XX_1'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.fileUri('2031 [draft].json'), type: 1 }] });
    await client.until(() => client.refreshes === 1);
    expect(await client.codes(URI)).not.toContain('year-not-covered');
  });

  it('are looked for again when folders come and go', async () => {
    const [before, after] = [newFolder(), newFolder()];
    writeFileSync(join(after.path, '2031.json'), measures('IA_XX_1'));
    const client = await InMemory.start({ capabilities: WATCHES, workspaceFolders: [before.uri], initializationOptions: { inventoryFiles: ['2031.json'] } });
    client.open(URI, PLAN_2031);
    expect(await client.codes(URI)).toContain('year-not-covered');
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: after.uri, name: 'after' }], removed: [{ uri: before.uri, name: 'before' }] } });
    await client.until(() => client.refreshes === 1);
    expect(await client.codes(URI)).not.toContain('year-not-covered');
  });
});
