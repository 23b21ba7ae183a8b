import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CancellationTokenSource, FileChangeType, type Location, type SymbolInformation, type WorkspaceSymbol } from 'vscode-languageserver/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PlanFile } from '../../server/src/protocol/plans.ts';
import { newFolder } from './folder.ts';
import { InMemory } from './inMemory.ts';
import { FULL } from './plans.ts';
import { PULLING, type TestClientOptions } from './testClient.ts';

const EMPTY = FULL.replace('IA_EPA_1', 'IA_EPA_99');
const { Created, Changed, Deleted } = FileChangeType;

type Folder = ReturnType<typeof newFolder>;

function folderWith(files: Readonly<Record<string, string | Buffer>>): Folder {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) write(folder, name, content);
  return folder;
}

function write(folder: Folder, name: string, content: string | Buffer = FULL): void {
  mkdirSync(dirname(join(folder.path, name)), { recursive: true });
  writeFileSync(join(folder.path, name), content);
}

function open(folder: Folder, options: TestClientOptions = {}): Promise<InMemory> {
  return InMemory.start({ workspaceFolders: [folder.uri], ...options });
}

function tell(client: InMemory, ...changes: readonly (readonly [uri: string, type: FileChangeType])[]): void {
  client.notify('workspace/didChangeWatchedFiles', { changes: changes.map(([uri, type]) => ({ uri, type })) });
}

async function pathsOf(client: InMemory): Promise<string[]> {
  return (await client.plans()).files.map(({ path }) => path).sort();
}

/** The newest that was told of a file. */
function told(client: InMemory, uri: string): PlanFile | undefined {
  return client.plansChanged.flatMap(({ changed }) => changed).findLast((file) => file.uri === uri);
}

/** As long as somebody does something, reading waits. Returns what ends it. */
function keepBusy(client: InMemory): () => void {
  const busy = setInterval(() => client.notify('textDocument/didSave', { textDocument: { uri: 'file:///x' } }), 5);
  onTestFinished(() => clearInterval(busy));
  return () => clearInterval(busy);
}

function symbols<T extends WorkspaceSymbol | SymbolInformation>(client: InMemory, query: string): Promise<T[]> {
  return client.connection.sendRequest('workspace/symbol', { query });
}

describe('the plans of a workspace', () => {
  it('are those of its folders, with points, findings and what comes next', async () => {
    const folder = folderWith({
      'riverbend.mips.yaml': FULL, 'clients/a/oak.mips.yml': `${EMPTY}---\n${FULL}`, 'empty.mips.yaml': '',
      'notes.yaml': FULL, 'node_modules/x/x.mips.yaml': FULL, '.git/x.mips.yaml': FULL, 'plan.mips.yaml.bak': FULL,
    });
    const client = await open(folder);
    const { files, reading } = await client.plans();
    expect(reading).toEqual({ state: 'read', read: 3, known: 3, searchesFolders: true });
    expect(files.map(({ path, plans }) => [path, plans.length])).toEqual([['clients/a/oak.mips.yml', 2], ['empty.mips.yaml', 1], ['riverbend.mips.yaml', 1]]);
    expect(files[2]).toEqual({
      uri: folder.fileUri('riverbend.mips.yaml'), path: 'riverbend.mips.yaml', problem: null,
      plans: [{
        practice: 'Riverbend', performanceYear: 2024, level: 'group', points: 40, securedPoints: 40, maxPoints: 40, gap: 0,
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 16 } },
        findings: { error: 0, warning: 0, information: 0, hint: 0 }, worst: null,
        nextDeadline: { date: '2025-03-31', kind: 'submission', activity: null },
      }],
    });
    expect(files[0]?.plans[0]).toMatchObject({ points: 0, findings: { error: 1 }, worst: { severity: 'error', range: { start: { line: 5 } } } });
    expect(client.logged).toEqual([]);
  });

  it('are not read before somebody asks, and nothing is told to who never asked', async () => {
    const folder = folderWith({ 'private.mips.yaml': FULL });
    const client = await open(folder, { capabilities: { ...PULLING, workspace: { ...PULLING.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } } });
    client.open(folder.fileUri('private.mips.yaml'), FULL);
    tell(client, [folder.fileUri('private.mips.yaml'), Changed]);
    await client.scoreSent(folder.fileUri('private.mips.yaml'));
    const isWatched = () => JSON.stringify(client.registrations).includes('**/*.mips.{yaml,yml}');
    expect(isWatched()).toBe(false);
    expect(await symbols(client, 'riverbend')).toHaveLength(1);
    await client.until(isWatched);
    expect(client.plansChanged).toEqual([]);
  });

  it('name their folder where there are several', async () => {
    const [north, south] = [folderWith({ 'a.mips.yaml': FULL }), folderWith({ 'b.mips.yaml': FULL })];
    const client = await InMemory.start({ workspaceFolders: [north.uri, south.uri] });
    const nameOf = (folder: Folder): string => folder.path.slice(dirname(folder.path).length + 1);
    expect(await pathsOf(client)).toEqual([`${nameOf(north)}/a.mips.yaml`, `${nameOf(south)}/b.mips.yaml`].sort());
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: north.uri, name: 'north' }] } });
    expect(await pathsOf(client)).toEqual(['b.mips.yaml']);
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: north.uri, name: 'north' }], removed: [] } });
    expect(await pathsOf(client)).toHaveLength(2);
  });

  it('are found through links, also such as lead in circles, and what cannot be read is said', async () => {
    const elsewhere = folderWith({ 'linked.mips.yaml': FULL });
    const folder = folderWith({ 'sub/a.mips.yaml': FULL, 'latin.mips.yaml': Buffer.from([0x61, 0xff]), 'large.mips.yaml': `# ${'x'.repeat(3_000_000)}` });
    symlinkSync('..', join(folder.path, 'sub', 'up'));
    symlinkSync(elsewhere.path, join(folder.path, 'there'));
    symlinkSync('nowhere', join(folder.path, 'dead.mips.yaml'));
    symlinkSync('self.mips.yaml', join(folder.path, 'self.mips.yaml'));
    mkdirSync(join(folder.path, 'folder.mips.yaml'));
    const client = await open(folder);
    const { files } = await client.plans();
    expect(files.map(({ path, problem, plans }) => [path, problem ?? plans[0]?.worst?.severity ?? null])).toEqual([
      ['large.mips.yaml', 'error'], ['latin.mips.yaml', 'is not UTF-8; save it as UTF-8'], ['sub/a.mips.yaml', null], ['there/linked.mips.yaml', null],
    ]);
    expect(client.logged.map((line) => line.slice(folder.path.length + 1)).sort()).toEqual([
      'dead.mips.yaml is left out: there is no such file',
      'latin.mips.yaml is not read: is not UTF-8; save it as UTF-8',
      'self.mips.yaml is left out: is a link that leads back to itself',
    ]);
  });

  it('count evidence that is missing, until it is there', async () => {
    const folder = folderWith({ 'a.mips.yaml': FULL.replace('https://example.org/log', 'evidence/log.pdf') });
    const client = await open(folder);
    expect((await client.plans()).files[0]?.plans[0]?.findings.warning).toBe(1);
    write(folder, 'evidence/log.pdf');
    tell(client, [folder.fileUri('evidence'), Created]);
    await client.until(() => told(client, folder.fileUri('a.mips.yaml'))?.plans[0]?.findings.warning === 0);
    rmSync(join(folder.path, 'evidence'), { recursive: true });
    tell(client, [folder.fileUri('evidence'), Deleted]);
    await client.until(() => told(client, folder.fileUri('a.mips.yaml'))?.plans[0]?.findings.warning === 1);
  });

  it('are judged by the settings, and anew when they change', async () => {
    const folder = folderWith({ 'a.mips.yaml': EMPTY });
    const client = await open(folder, { initializationOptions: { findings: { 'unknown-activity': 'warning' } } });
    expect((await client.plans()).files[0]?.plans[0]?.worst?.severity).toBe('warning');
    client.notify('workspace/didChangeConfiguration', { settings: { mipsPlan: { findings: { 'unknown-activity': 'off' } } } });
    await client.until(() => told(client, folder.fileUri('a.mips.yaml'))?.plans[0]?.findings.warning === 0);
  });
});

describe('the plans of a workspace, later', () => {
  it('follow files that come, change and go', async () => {
    const folder = folderWith({ 'a.mips.yaml': FULL, 'b/c.mips.yaml': FULL });
    const client = await open(folder);
    await client.plans();
    write(folder, 'new.mips.yaml');
    write(folder, 'a.mips.yaml', EMPTY);
    tell(client, [folder.fileUri('new.mips.yaml'), Created], [folder.fileUri('a.mips.yaml'), Changed]);
    await client.until(() => told(client, folder.fileUri('new.mips.yaml')) && told(client, folder.fileUri('a.mips.yaml'))?.plans[0]?.points === 0);
    renameSync(join(folder.path, 'b'), join(folder.path, 'd'));
    rmSync(join(folder.path, 'a.mips.yaml'));
    tell(client, [folder.fileUri('b'), Deleted], [folder.fileUri('d'), Created], [folder.fileUri('a.mips.yaml'), Deleted]);
    await client.until(() => told(client, folder.fileUri('d/c.mips.yaml')) && client.plansChanged.flatMap(({ removed }) => removed).length === 2);
    expect(await pathsOf(client)).toEqual(['d/c.mips.yaml', 'new.mips.yaml']);
    expect(client.logged).toEqual([]);
  });

  it('follow what is typed, and the file again once it is closed', async () => {
    const folder = folderWith({ 'a.mips.yaml': FULL });
    const uri = folder.fileUri('a.mips.yaml');
    const client = await open(folder);
    client.open(uri, FULL);
    await client.plans();
    client.edit(uri, 'IA_EPA_1', 'IA_EPA_99');
    await client.until(() => told(client, uri)?.plans[0]?.points === 0);
    expect((await client.plans()).files).toMatchObject([{ plans: [{ points: 0 }] }]);
    client.close(uri);
    await client.until(() => told(client, uri)?.plans[0]?.points === 40);
  });

  it('are known once, however a client writes their URI', async () => {
    const folder = folderWith({ 'é (1).mips.yaml': FULL });
    const client = await open(folder);
    const [file] = (await client.plans()).files;
    const other = folder.fileUri('é (1).mips.yaml').replace('%28', '(').replace('%29', ')');
    expect(other).not.toBe(file?.uri);
    client.open(other, FULL);
    await client.until(() => told(client, other));
    expect(client.plansChanged.flatMap(({ removed }) => removed)).toEqual([file?.uri]);
    expect(await pathsOf(client)).toHaveLength(1);
  });

  it('are looked for once more when somebody asks', async () => {
    const folder = folderWith({ 'a.mips.yaml': FULL });
    const client = await open(folder);
    await client.plans();
    rmSync(join(folder.path, 'a.mips.yaml'));
    write(folder, 'b.mips.yaml');
    expect(await pathsOf(client)).toEqual(['a.mips.yaml']);
    expect((await client.plans({ again: true })).files.map(({ path }) => path)).toEqual(['b.mips.yaml']);
  });

  it('are those that are open where no folder is on this machine', async () => {
    const client = await InMemory.start({ workspaceFolders: ['vscode-vfs://github/example/plans'] });
    client.open('vscode-vfs://github/example/plans/a.mips.yaml', FULL);
    client.open('untitled:Untitled-1', FULL);
    expect(await client.plans()).toMatchObject({ files: [{ path: 'a.mips.yaml', plans: [{ points: 40 }] }], reading: { state: 'read', searchesFolders: false } });
    client.close('vscode-vfs://github/example/plans/a.mips.yaml');
    await client.until(() => client.plansChanged.at(-1)?.removed.length === 1);
  });

  it('are not those that are open from elsewhere', async () => {
    const [folder, elsewhere] = [folderWith({ 'a.mips.yaml': FULL }), folderWith({ 'b.mips.yaml': FULL })];
    const client = await open(folder);
    client.open(elsewhere.fileUri('b.mips.yaml'), FULL);
    expect(await pathsOf(client)).toEqual(['a.mips.yaml']);
  });
});

describe('many plans', () => {
  const many = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.mips.yaml`, FULL.replace('Riverbend', `Practice ${index}`)]));

  it('are told as they are read, and reading stops for who does not want to wait', async () => {
    // So many that they are not read before the request is taken back.
    const count = 2500;
    const folder = folderWith(many(count));
    const client = await open(folder);
    const calm = keepBusy(client);
    const source = new CancellationTokenSource();
    const asking = client.plans({}, source.token);
    asking.catch(() => undefined);
    // Its answer says that the request before it was taken up.
    await client.score(folder.fileUri('0.mips.yaml'));
    source.cancel();
    await expect(asking).rejects.toMatchObject({ code: -32800 });
    calm();
    await client.until(() => client.plansChanged.at(-1)?.reading.state === 'stopped');
    expect(client.plansChanged.at(-1)?.reading.read).toBeLessThan(count);
    const { files, reading } = await client.plans();
    expect([files.length, reading]).toEqual([count, { state: 'read', read: count, known: count, searchesFolders: true }]);
    const all = new Set(client.plansChanged.flatMap(({ changed }) => changed.map(({ uri }) => uri)));
    expect(all.size).toBe(count);
  });

  it('leave room for what somebody does meanwhile', async () => {
    const folder = folderWith(many(300));
    const client = await open(folder);
    const uri = folder.fileUri('0.mips.yaml');
    client.open(uri, FULL);
    await client.scoreSent(uri);
    let isRead = false;
    const reading = client.plans().then(() => { isRead = true; });
    for (let key = 0; key < 20; key++) {
      client.edit(uri, 'performed_by', ' performed_by');
      await client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line: 0, character: 3 } });
    }
    expect(isRead).toBe(false);
    await reading;
  });

  it('have their progress shown where it takes long, and are not read on by who stops it', async () => {
    const folder = folderWith(many(30));
    const client = await open(folder, { capabilities: { ...PULLING, window: { workDoneProgress: true } } });
    const progress: { readonly kind: string; readonly title?: string; readonly message?: string }[] = [];
    let token: unknown;
    client.connection.onRequest('window/workDoneProgress/create', (params: { readonly token: unknown }) => {
      token = params.token;
      return null;
    });
    client.connection.onNotification('$/progress', ({ value }: { readonly value: (typeof progress)[number] }) => {
      progress.push(value);
      if (value.kind === 'begin') client.notify('window/workDoneProgress/cancel', { token });
    });
    const calm = keepBusy(client);
    const { reading } = await client.plans();
    expect(reading).toMatchObject({ state: 'stopped' });
    calm();
    expect(progress[0]).toMatchObject({ kind: 'begin', title: 'Reading MIPS plans', cancellable: true });
    await expect.poll(() => progress.at(-1)?.kind).toBe('end');
    expect((await client.plans()).reading.state).toBe('read');
  });
});

describe('names across plans', () => {
  const files = { 'elm.mips.yaml': FULL.replace('Riverbend', 'Elm'), 'oak.mips.yaml': FULL.replace('Riverbend', 'Oak') };
  const ID = { line: 5, character: 12 };

  it('are found as symbols, with their range where the client does not ask for it later', async () => {
    const folder = folderWith(files);
    const client = new InMemory();
    const { capabilities } = await client.initialize({ workspaceFolders: [folder.uri] });
    expect(capabilities.workspaceSymbolProvider).toEqual({ resolveProvider: true });
    expect(await symbols<SymbolInformation>(client, 'oak')).toMatchObject([{ name: 'Oak, 2024', containerName: 'oak.mips.yaml', location: { uri: folder.fileUri('oak.mips.yaml'), range: { start: { line: 0 } } } }]);
    expect(await symbols(client, 'epa_1')).toMatchObject([{ containerName: 'elm.mips.yaml' }, { containerName: 'oak.mips.yaml' }]);
  });

  it('are found as symbols whose range is that of the text when somebody goes there', async () => {
    const folder = folderWith(files);
    const uri = folder.fileUri('oak.mips.yaml');
    const client = await open(folder, { capabilities: { ...PULLING, workspace: { symbol: { resolveSupport: { properties: ['location.range'] } } } } });
    const [symbol] = await symbols<WorkspaceSymbol>(client, 'oak 24/7');
    expect(symbol?.location).toEqual({ uri });
    await client.plans();
    client.open(uri, `# moved\n${files['oak.mips.yaml']}`);
    await client.until(() => told(client, uri));
    expect(await client.connection.sendRequest('workspaceSymbol/resolve', symbol as object)).toMatchObject({ location: { uri, range: { start: { line: 5 + 1 } } } });
  });

  it('are used in other plans, and in the one that is open as it is now', async () => {
    const folder = folderWith(files);
    const uri = folder.fileUri('elm.mips.yaml');
    const client = await open(folder);
    client.open(uri, `\n${files['elm.mips.yaml']}`);
    const ask = (position: object): Promise<Location[]> => client.connection.sendRequest('textDocument/references', { textDocument: { uri }, position, context: { includeDeclaration: true } });
    const places = (await ask({ ...ID, line: ID.line + 1 })).map((place) => [place.uri, place.range.start.line]);
    expect(places).toEqual([[uri, 6], [folder.fileUri('oak.mips.yaml'), 5]]);
    expect(await ask({ line: 1, character: 3 })).toEqual([]);
  });
});
