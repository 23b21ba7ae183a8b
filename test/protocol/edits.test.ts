import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';

const TYPED = ['I', '9', ' ', '\n', '\r\n', '\r', '  - id: IA_BE_4\n', ': ', '"', '{', '[', '#', '&a ', '*a', '---\n', '😀', '\u2028', '\0'];

describe('edits', () => {
  it.each(['\n', '\r\n', '\r'])('are understood with %j as the end of lines', async (lineEnd) => {
    const client = await InMemory.start();
    client.open(URI, FULL.replaceAll('\n', lineEnd));
    client.edit(URI, 'Riverbend', '😀 Riverbend');
    client.edit(URI, '😀 R', '😀r');
    client.edit(URI, `level: group }${lineEnd}`, `level: group } # 😀${lineEnd}${lineEnd}`);
    client.edit(URI, 'IA_EPA_1', 'IA_BE_4');
    const { score } = await client.scoreSent(URI);
    expect(score.plans[0]).toMatchObject({ practice: '😀riverbend', points: 20, activities: [{ id: 'IA_BE_4' }] });
    expect(score.plans[0]?.activities[0]?.range.start).toEqual({ line: 6, character: 4 });
  });

  it('several in one notification count one after the other', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } }, text: '' },
        { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, text: '  - id: IA_BE_4\n' },
      ],
    });
    expect((await client.scoreSent(URI, 2)).score.plans[0]?.activities.map(({ id }) => id)).toEqual(['IA_BE_4']);
  });

  it('can replace the whole text', async () => {
    const client = await InMemory.start();
    client.open(URI, '');
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: FULL }] });
    expect((await client.scoreSent(URI, 2)).score.plans[0]?.points).toBe(40);
  });

  it.each([
    { contentChanges: [{ range: { start: { line: 0, character: 0.5 }, end: { line: 0, character: 1 } }, text: 'x' }] },
    { contentChanges: [{ range: { start: { line: -1, character: 0 }, end: { line: 0, character: 1 } }, text: 'x' }] },
    { contentChanges: [{ range: { start: 'a', end: null }, text: 'x' }] },
    { contentChanges: [{ range: null, text: 'x' }] },
    { contentChanges: [{ text: 'x' }, { text: 17 }] },
    { contentChanges: [null] },
    { contentChanges: 'x' },
    { textDocument: { uri: URI }, contentChanges: [{ text: 'x' }] },
    {},
  ])('that are none leave the text as it was: %j', async (params) => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, ...params });
    expect((await client.score(URI))?.plans[0]?.points).toBe(40);
    await client.until(() => client.logged.some((line) => line.startsWith('textDocument/didChange failed')));
    client.edit(URI, 'IA_EPA_1', 'IA_BE_4');
    expect((await client.score(URI))?.plans[0]?.points).toBe(20);
  });

  it('beyond the end of a line or of the text stop there', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: { line: 99, character: 7 }, end: { line: 2 ** 31 - 1, character: 2 ** 31 - 1 } }, text: 'unknown_key: 1\n' }],
    });
    await client.scoreSent(URI, 2);
    expect(await client.codes(URI)).toEqual(['unknown-key']);
  });

  it('above an activity move all that was read of it', async () => {
    const client = await InMemory.start();
    const tokens = (uri: string): Promise<unknown> => client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } });
    const long = FULL.replace('    evidence', `    note: ${'long '.repeat(400)}\n    evidence`);
    client.open(URI, long);
    await tokens(URI);
    client.edit(URI, 'Riverbend', 'River');
    client.edit(URI, 'performance_year', '# A comment\nperformance_year');
    const fresh = 'file:///plans/fresh.mips.yaml';
    client.open(fresh, client.textOf(URI));
    expect(await tokens(URI)).toEqual(await tokens(fresh));
  });

  it('any sequence of them gives what a newly opened document gives', async () => {
    const client = await InMemory.start();
    const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), text: fc.constantFrom('', ...TYPED) });
    await fc.assert(fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
      const uri = 'file:///plans/edited.mips.yaml';
      client.open(uri, FULL);
      for (const { at, length, text } of edits) {
        const document = client.textOf(uri);
        client.editAt(uri, at % (document.length + 1), length, text);
      }
      const fresh = 'file:///plans/fresh.mips.yaml';
      client.open(fresh, client.textOf(uri));
      const [score, freshScore] = [await client.score(uri), await client.score(fresh)];
      expect({ ...score, file: '' }).toEqual({ ...freshScore, file: '' });
      const [report, freshReport] = [await client.pull(uri), await client.pull(fresh)];
      const withoutUri = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(uri, fresh));
      expect({ ...(withoutUri(report) as object), resultId: '' }).toEqual({ ...freshReport, resultId: '' });
      client.close(uri);
      client.close(fresh);
    }), { numRuns: 25 });
    expect(client.logged).toEqual([]);
  });
});
