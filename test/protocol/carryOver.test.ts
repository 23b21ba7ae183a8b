import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { CARRY_OVER_REQUEST, CARRY_OVER_YEARS_REQUEST, type CarriedOver, type CarryOverYears } from '../../server/src/protocol/carryOver.ts';
import { InMemory } from './inMemory.ts';
import { URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const PLAN = `performance_year: 2025
practice: { name: Riverbend, clinicians: 2 }
submission: { level: group }
activities:
  - { id: IA_AHE_7, period: 2025-02-01/2025-06-30, performed_by: all }
`;

async function opened(capabilities: ClientCapabilities = PULLING, uri = URI): Promise<InMemory> {
  const client = await InMemory.start({ capabilities });
  client.open(uri, PLAN);
  return client;
}

describe('carrying over', () => {
  it('gives the text of a new file, what it may be called and what is to be said', async () => {
    const client = await opened();
    const textDocument = { uri: URI };
    expect(await client.connection.sendRequest<CarryOverYears>(CARRY_OVER_YEARS_REQUEST, { textDocument })).toEqual({ from: 2025, years: [2026] });
    const carried = await client.connection.sendRequest<CarriedOver>(CARRY_OVER_REQUEST, { textDocument, year: 2026 });
    expect(carried).toMatchObject({ year: 2026, fileName: 'riverbend-2026.mips.yaml' });
    expect(carried.text).toContain('- { id: IA_BE_27, period: 2026-02-01/2026-06-30, performed_by: all }');
    expect(carried.notes.map(({ kind }) => kind)).toEqual(['decide', 'done', 'done', 'done', 'done']);
  });

  it('says in a sentence why it cannot', async () => {
    const client = await opened();
    await expect(client.connection.sendRequest(CARRY_OVER_REQUEST, { textDocument: { uri: URI }, year: 2031 })).rejects.toThrow('There is no inventory for 2031');
    expect(await client.connection.sendRequest(CARRY_OVER_REQUEST, { textDocument: { uri: 'file:///none.mips.yaml' }, year: 2026 })).toBeNull();
  });

  const edits = (resourceOperations: ('create' | 'rename')[], commands: string[] = []): ClientCapabilities => ({
    ...PULLING,
    textDocument: { ...PULLING.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['refactor'] } } } },
    workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true, resourceOperations } },
    experimental: { commands: { commands } },
  });
  const ask = (client: InMemory, uri = URI): Promise<CodeAction[]> => {
    const start = { line: 0, character: 3 };
    return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } });
  };

  it('is an edit that makes the new file, and touches no file that is there, for clients that can', async () => {
    const [action] = await ask(await opened(edits(['create'])));
    expect(action).toMatchObject({
      title: 'Carry over to 2026 in a new file, riverbend-2026.mips.yaml',
      kind: 'refactor.rewrite.carryOver',
      edit: {
        documentChanges: [
          { kind: 'create', uri: 'file:///plans/riverbend-2026.mips.yaml', options: { overwrite: false, ignoreIfExists: false } },
          { textDocument: { uri: 'file:///plans/riverbend-2026.mips.yaml', version: null } },
        ],
      },
    });
    expect(action?.command).toBeUndefined();
  });

  it('is the client’s own command where it has one', async () => {
    const actions = await ask(await opened(edits(['create'], ['mipsPlan.carryOver'])));
    expect(actions).toEqual([{
      title: 'Carry over to another year…',
      kind: 'refactor.rewrite.carryOver',
      command: { title: 'Carry over to another year…', command: 'mipsPlan.carryOver', arguments: [URI] },
    }]);
  });

  it('is not offered to others, nor for a plan that is no file yet', async () => {
    expect(await ask(await opened(edits(['rename'])))).toEqual([]);
    expect(await ask(await opened(edits(['create']), 'untitled:Untitled-1'), 'untitled:Untitled-1')).toEqual([]);
  });
});
