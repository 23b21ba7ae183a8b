import { ErrorCodes } from 'vscode-languageserver/node';
import { expect, it } from 'vitest';
import { InMemory } from '../protocol/inMemory.ts';
import { FULL } from '../protocol/plans.ts';

const URI = 'untitled:a.mips.yaml';
const AT_ID = { textDocument: { uri: URI }, position: { line: FULL.split('\n').findIndex((line) => line.includes('id: IA_')), character: 10 } };

it('A handler that throws is logged with the kind of its request, the client is told, and the next request works', async () => {
  let broken = true;
  // What the hover shows comes from the host: the one thing that can go wrong from outside.
  const client = await InMemory.start({}, { readTexts: () => Promise.resolve({ textOf: () => { if (broken) throw new Error('the texts are torn'); return undefined; } }) });
  client.open(URI, FULL);
  await expect(client.connection.sendRequest('textDocument/hover', AT_ID)).rejects.toMatchObject({ code: ErrorCodes.InternalError, message: 'textDocument/hover failed: the texts are torn' });
  await client.until(() => client.logged.length > 0);
  expect(client.logged).toEqual([expect.stringMatching(/^textDocument\/hover failed: Error: the texts are torn\n +at /)]);
  expect((await client.score(URI))?.plans[0]?.points).toBe(40);
  broken = false;
  expect(await client.connection.sendRequest('textDocument/hover', AT_ID)).toMatchObject({ contents: {} });
  expect(client.logged).toHaveLength(1);
});

it('A notification whose handler throws is logged with its kind; the document stays as it was', async () => {
  const client = await InMemory.start();
  client.open(URI, FULL);
  client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: 'here', text: 'x' }] });
  await client.until(() => client.logged.length > 0);
  expect(client.logged).toEqual([expect.stringMatching(/^textDocument\/didChange failed: Error: version 2 of untitled:a\.mips\.yaml is no list of edits\n/)]);
  expect((await client.score(URI))?.plans[0]?.points).toBe(40);
});

it('A document that comes without a text is not opened', async () => {
  const client = await InMemory.start();
  client.open(URI, FULL);
  client.notify('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'mips-plan', version: 2 } });
  await client.until(() => client.logged.length > 0);
  expect(client.logged).toEqual([expect.stringMatching(/^textDocument\/didOpen failed: Error: untitled:a\.mips\.yaml has no text\n/)]);
  expect((await client.score(URI))?.plans[0]?.points).toBe(40);
});

it('A plan whose URI is not written as it should be is served like any other', async () => {
  const client = await InMemory.start();
  const uri = 'untitled:/100%/a.mips.yaml';
  client.open(uri, FULL);
  expect(await client.connection.sendRequest('mipsPlan/carryOver', { textDocument: { uri }, year: 2025 })).toMatchObject({ fileName: 'a-2025.mips.yaml' });
  client.open('untitled:/a%E0%A4.mips.yaml', FULL);
  expect(await client.connection.sendRequest('mipsPlan/carryOver', { textDocument: { uri: 'untitled:/a%E0%A4.mips.yaml' }, year: 2025 })).toMatchObject({ fileName: 'a%E0%A4-2025.mips.yaml' });
  expect(client.logged).toEqual([]);
});
