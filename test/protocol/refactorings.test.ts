import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const REFACTORS: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['refactor'] } } } },
  workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true } },
};

const PLAN = `performance_year: 2024
practice: { name: Riverbend, clinicians: 2 }
submission: { level: group }
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: [adams, baker]
  - id: IA_BE_4
`;

/** What stands at the first place of a text, selected. */
function rangeOf(part: string) {
  const document = TextDocument.create(URI, 'mips-plan', 1, PLAN);
  const start = PLAN.indexOf(part);
  return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
}

function ask(client: InMemory, part: string, only = ['refactor']): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: URI }, range: rangeOf(part), context: { diagnostics: [], only } });
}

describe('refactorings', () => {
  it('are what a client applies by itself, for the version that it asked about', async () => {
    const client = await InMemory.start({ capabilities: REFACTORS });
    client.open(URI, PLAN, 'mips-plan', 3);
    const actions = await ask(client, 'adams');
    expect(actions.map(({ kind }) => kind)).toEqual(['refactor.rewrite.performedBy', 'refactor.extract.roster', 'refactor.move.activities.byId']);
    const [asNumber] = actions;
    const [change] = (asNumber?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri: URI, version: 3 });
    expect(TextDocument.applyEdits(TextDocument.create(URI, 'mips-plan', 3, PLAN), (change?.edits ?? []) as never)).toBe(PLAN.replace('[adams, baker]', '2'));
  });

  it('are those of the kind that is asked for', async () => {
    const client = await InMemory.start({ capabilities: REFACTORS });
    client.open(URI, PLAN);
    expect((await ask(client, 'activities', ['refactor.move'])).map(({ title }) => title)).toEqual(['Sort the activities by id']);
    expect(await ask(client, 'activities', ['refactor.inline'])).toEqual([]);
  });

  it('are none while the plan cannot be read', async () => {
    const client = await InMemory.start({ capabilities: REFACTORS });
    client.open(URI, `${PLAN}    note: "half`);
    expect(await ask(client, 'adams')).toEqual([]);
  });
});
