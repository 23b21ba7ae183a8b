import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProgressType } from 'vscode-languageserver/node';
import {
  EXPORT_QPP_REQUEST, REPORT_REQUEST, type ExportQppResult, type ReportFrame, type ReportParams, type ReportPart, type ReportResult,
} from '../../server/src/protocol/export.ts';
import { BAD, folderWith, GOOD, runWith } from '../commandLine/fakeIo.ts';
import { newFolder } from './folder.ts';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import type { TestClient } from './testClient.ts';

function report(client: TestClient, uri: string | null): Promise<ReportResult | null> {
  return client.connection.sendRequest(REPORT_REQUEST, { textDocument: uri === null ? null : { uri } });
}

function exportQpp(client: TestClient, uri: string): Promise<ExportQppResult | null> {
  return client.connection.sendRequest(EXPORT_QPP_REQUEST, { textDocument: { uri } });
}

describe('mipsPlan/report', () => {
  it('tells of a plan as it stands in the editor', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.edit(URI, 'name: Riverbend', 'name: Harbour');
    const { html, plans } = (await report(client, URI)) ?? { html: '' };
    expect(plans).toBe(1);
    expect(html).toContain('<bdi>Harbour</bdi>, 2024, group</h2>');
    expect(html).toContain('<bdi>riverbend.mips.yaml</bdi>');
    expect(html).toContain('as of 1 October 2024');
  });

  it('is the one of the command line', async () => {
    const client = await InMemory.start({ initializationOptions: { asOfDate: '2024-12-31' } });
    const folder = folderWith({ 'good.mips.yaml': GOOD });
    client.open('file:///plans/good.mips.yaml', GOOD);
    const { stdout } = await runWith(['export', 'good.mips.yaml', '--to', 'html'], { folder });
    expect((await report(client, 'file:///plans/good.mips.yaml'))?.html).toBe(stdout);
  });

  it('shows findings as the user wants them, and looks for the evidence', async () => {
    const folder = newFolder();
    const uri = folder.fileUri('a.mips.yaml');
    const text = FULL.replace('https://example.org/log', '{ file: log.csv }, { file: gone.csv }');
    writeFileSync(join(folder.path, 'log.csv'), '');
    writeFileSync(join(folder.path, 'a.mips.yaml'), text);
    const client = await InMemory.start({ initializationOptions: { findings: { 'evidence-not-found': 'error' } } });
    const fromDisk = await report(client, uri);
    expect(fromDisk?.html).toContain('<bdi>gone.csv</bdi> <span class="state">(not found)</span>');
    expect(fromDisk?.html).not.toContain('<bdi>log.csv</bdi> <span');
    expect(fromDisk?.html).toContain('<caption>1 error</caption>');
    client.open(uri, text);
    expect(await report(client, uri)).toEqual(fromDisk);
  });

  it('tells of all plans of the workspace, open or not, by their paths', async () => {
    const folder = newFolder();
    writeFileSync(join(folder.path, 'b.mips.yaml'), FULL);
    writeFileSync(join(folder.path, 'a.mips.yaml'), `${FULL}---\n${FULL}`);
    writeFileSync(join(folder.path, 'c.mips.yaml'), Buffer.from([0xff, 0xfe, 0x41]));
    const client = await InMemory.start({ workspaceFolders: [folder.uri] });
    client.open(folder.fileUri('b.mips.yaml'), FULL.replace('Riverbend', 'Harbour'));
    const { html, plans } = (await report(client, null)) ?? { html: '' };
    expect(plans).toBe(4);
    expect([...html.matchAll(/<h2 [^>]*>(.*?)<\/h2>/g)].map(([, title]) => title?.replace(/<\/?bdi>/g, '')))
      .toEqual(['Riverbend, 2024, group', 'Riverbend, 2024, group', 'Harbour, 2024, group', 'c.mips.yaml']);
    expect(html).toContain('This file was left out: is not UTF-8');
  });

  it('comes in parts to a client that wants them: the same page, and how far it is', async () => {
    const folder = newFolder();
    writeFileSync(join(folder.path, 'a.mips.yaml'), `${FULL}---\n${FULL}`);
    writeFileSync(join(folder.path, 'b.mips.yaml'), FULL);
    const client = await InMemory.start({ workspaceFolders: [folder.uri] });
    const parts: ReportPart[] = [];
    client.connection.onProgress(new ProgressType<ReportPart>(), 'report', (part) => void parts.push(part));
    const params: ReportParams = { textDocument: null, partialResultToken: 'report' };
    const frame = await client.connection.sendRequest<ReportFrame>(REPORT_REQUEST, params);
    expect(frame).toEqual({ before: expect.any(String) as string, after: expect.any(String) as string, plans: 3 });
    expect(parts.map(({ files, ofFiles }) => [files, ofFiles])).toEqual([[1, 2], [1, 2], [2, 2]]);
    expect([frame.before, ...parts.map(({ html }) => html), frame.after].join('')).toBe((await report(client, null))?.html);
  });

  it('is null for what is not there', async () => {
    const client = await InMemory.start();
    expect(await report(client, newFolder().fileUri('gone.mips.yaml'))).toBeNull();
    expect(await report(client, 'untitled:Untitled-9')).toBeNull();
  });
});

describe('mipsPlan/exportQpp', () => {
  it('gives the bytes of the command line', async () => {
    for (const text of [GOOD, `${GOOD}---\n${GOOD}`]) {
      const client = await InMemory.start();
      client.open(URI, text);
      const { stdout } = await runWith(['export', '-', '--to', 'qpp-json'], { standardInput: text });
      expect(await exportQpp(client, URI)).toEqual({ json: stdout });
    }
  });

  it('refuses as the command line does, hidden errors and missing identifiers too', async () => {
    for (const text of [BAD, `# mips-disable-file period-too-short\n${BAD}`, GOOD.replace(' tin: "000123456",', ''), 'a: [', '# nothing yet\n']) {
      const client = await InMemory.start({ initializationOptions: { findings: { 'period-too-short': 'off' } } });
      client.open(URI, text);
      const { stderr } = await runWith(['export', '-', '--to', 'qpp-json', '--format', 'json'], { standardInput: text });
      const [file] = JSON.parse(stderr) as { findings: { code: string; message: string; range: unknown }[] }[];
      expect(await exportQpp(client, URI)).toEqual({ refusedBy: file?.findings.map(({ code, message, range }) => ({ code, message, range })) });
    }
  });

  it('is null for what is not open', async () => {
    expect(await exportQpp(await InMemory.start(), URI)).toBeNull();
  });
});
