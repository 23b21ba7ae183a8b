import type { ClientCapabilities, CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING } from './testClient.ts';

const LITERALS: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
  workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true } },
};
const BROKEN = FULL.replace('2024-01-15/2024-06-30', '2024-06-30/2024-01-15');

async function actionsIn(client: InMemory, only?: string[]): Promise<CodeAction[]> {
  const report = await client.pull(URI);
  const shown: Diagnostic[] = report.kind === 'full' ? report.items.filter(({ code }) => code === 'period-reversed') : [];
  const range = shown[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: shown, only } });
}

describe('code actions', () => {
  it.each([undefined, ['source.fixAll']])('repair the plan when the client applies them: %j', async (only) => {
    const client = await InMemory.start({ capabilities: LITERALS });
    client.open(URI, BROKEN, 'mips-plan', 5);
    expect(await client.codes(URI)).toContain('period-reversed');
    const [action] = await actionsIn(client, only);
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri: URI, version: 5 });
    const repaired = TextDocument.applyEdits(TextDocument.create(URI, 'mips-plan', 5, BROKEN), (change?.edits ?? []) as never);
    expect(repaired).toBe(FULL);
    client.edit(URI, BROKEN, repaired);
    expect(await client.codes(URI)).toEqual([]);
  });

  it('are announced with their kinds, to clients that take them', async () => {
    const { capabilities } = await new InMemory().initialize({ capabilities: LITERALS });
    expect(capabilities.codeActionProvider).toEqual({
      codeActionKinds: [
        'quickfix', 'source.fixAll.mips-plan',
        'refactor.rewrite.performedBy', 'refactor.rewrite.period', 'refactor.extract.roster', 'refactor.extract.individualPlans', 'refactor.move.activities',
        'refactor.rewrite.carryOver',
      ],
    });
    const simple = await new InMemory().initialize();
    expect(simple.capabilities.codeActionProvider).toBeUndefined();
  });

  it('leave alone what is switched off, and are nothing where no plan is open', async () => {
    const client = await InMemory.start({ capabilities: LITERALS, initializationOptions: { findings: { 'period-reversed': 'off' } } });
    client.open(URI, BROKEN);
    expect(await actionsIn(client, ['source.fixAll'])).toEqual([]);
    client.close(URI);
    expect(await actionsIn(client)).toBeNull();
  });

  it('that were cancelled before their turn are not made', async () => {
    const client = await InMemory.start({ capabilities: LITERALS });
    client.open(URI, BROKEN);
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } };
    client.sendTogether(
      { id: 'actions', method: 'textDocument/codeAction', params: { textDocument: { uri: URI }, range, context: { diagnostics: [] } } },
      { method: '$/cancelRequest', params: { id: 'actions' } },
    );
    await client.score(URI);
    expect(client.responses).toMatchObject([{ id: 'actions', error: { code: -32800 } }]);
  });
});
