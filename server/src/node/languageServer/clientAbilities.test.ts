import { expect, it } from 'vitest';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node';
import { abilitiesOf } from './clientAbilities.ts';

function abilities(capabilities: ClientCapabilities): ReturnType<typeof abilitiesOf> {
  const params: Omit<InitializeParams, 'rootUri'> = { processId: null, capabilities, workspaceFolders: null };
  return abilitiesOf(params as InitializeParams);
}

it('asks nothing of a client that says nothing', () => {
  const { diagnostics, completion, carriesOver, ...others } = abilities({});
  expect(carriesOver).toBe('not at all');
  const all: unknown[] = Object.values({ ...diagnostics, ...completion, ...others });
  for (const able of all) expect(able).toBe(false);
});

it('finds what diagnostics can show where the client says it', () => {
  const all = { relatedInformation: true, codeDescription: true, unnecessaryTag: true, data: true };
  const shows = { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, tagSupport: { valueSet: [1, 2] as (1 | 2)[] } };
  expect(abilities({ textDocument: { publishDiagnostics: shows } })).toMatchObject({ pullsDiagnostics: false, diagnostics: all });
  expect(abilities({ textDocument: { publishDiagnostics: shows, diagnostic: {} } })).toMatchObject({ pullsDiagnostics: true, diagnostics: all });
  expect(abilities({ textDocument: { diagnostic: shows } })).toMatchObject({ pullsDiagnostics: true, diagnostics: all });
});

it('knows what a completion can be for VS Code', () => {
  const { completion } = abilities({
    textDocument: {
      completion: {
        completionItem: {
          documentationFormat: ['markdown', 'plaintext'],
          snippetSupport: true,
          insertReplaceSupport: true,
          labelDetailsSupport: true,
          insertTextModeSupport: { valueSet: [1, 2] },
        },
        completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
      },
    },
    experimental: { commands: { commands: ['editor.action.triggerSuggest'] } },
  });
  for (const able of Object.values(completion)) expect(able).toBe(true);
});
