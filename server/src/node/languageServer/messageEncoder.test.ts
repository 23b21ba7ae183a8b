import fc from 'fast-check';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { createInventory } from '../../inventory/createInventory.ts';
import { SCORE_CHANGED_NOTIFICATION } from '../../protocol/protocol.ts';
import { messageEncoder } from './messageEncoder.ts';

const context = { asOf: '2024-10-01', inventory: createInventory() };

async function sent(message: object): Promise<string> {
  if (!('encode' in messageEncoder)) throw new Error('It encodes whole messages.');
  const bytes = await messageEncoder.encode({ jsonrpc: '2.0', ...message }, { charset: 'utf-8' });
  return Buffer.from(bytes).toString('utf8');
}

describe('messageEncoder', () => {
  it('writes findings as JSON does, once and again', async () => {
    const diagnostic = { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } }, message: '“Größe” 😀 \ud83d \u2028 \\u0041 "' };
    for (const version of [1, 2]) {
      const params: PublishDiagnosticsParams = { uri: 'file:///plän.mips.yaml', version, diagnostics: [diagnostic, diagnostic] };
      const message = { method: 'textDocument/publishDiagnostics', params };
      expect(JSON.parse(await sent(message))).toEqual({ jsonrpc: '2.0', ...message });
    }
  });

  it('writes scores as JSON does, of no plan, one and several', async () => {
    const plan = 'performance_year: 2024\npractice: { name: “Müller”, clinicians: 3 }\nsubmission: { level: group }\nactivities:\n  - id: IA_BE_4\n  - id: nobody’s\n';
    for (const text of ['', plan, `${plan}---\n${plan}`]) {
      const message = { method: SCORE_CHANGED_NOTIFICATION, params: { uri: 'file:///p', version: 1, score: analyse(text, context).score('file:///p') } };
      expect(JSON.parse(await sent(message))).toEqual({ jsonrpc: '2.0', ...message });
    }
  });

  it('writes any other message as JSON does', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.jsonValue(), async (method, params) => {
      expect(await sent({ method, params })).toBe(JSON.stringify({ jsonrpc: '2.0', method, params }));
    }));
  });
});
