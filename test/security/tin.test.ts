import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runWith } from '../commandLine/fakeIo.ts';
import { InMemory } from '../protocol/inMemory.ts';
import { PULLING } from '../protocol/testClient.ts';
import { REPORT_REQUEST } from '../../server/src/protocol/export.ts';

const URI = 'untitled:plan.mips.yaml';

/** A plan with its TIN where it belongs, and where people write it as well. */
const planWith = (tin: string): string => `performance_year: 2024
practice: { name: Riverbend ${tin}, tin: "${tin}", clinicians: 20 }
submission: { level: group, entity_id: "${tin}" }
"${tin}": 1
roster: { adams: { name: Adams ${tin} } }
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: [adams]
    status: completed
    owner: ${tin} Smith
    note: our TIN is ${tin}
    evidence: [evidence/${tin}.pdf, { note: "of ${tin}", title: "${tin}" }]
  - id: IA_EPA_99
    period: ${tin}
    performed_by: ["${tin}"]
    status: "${tin}"
    last_attested: "${tin}"
`;

const tins = fc.tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1_000_000, max: 9_999_999 }), fc.boolean())
  .map(([first, rest, dashed]) => `${first}${dashed ? '-' : ''}${rest}`);

it('No answer of the server shows a TIN in full', async () => {
  const client = new InMemory();
  await client.initialize({ capabilities: { ...PULLING, textDocument: { ...PULLING.textDocument, hover: { contentFormat: ['markdown'] } } }, initializationOptions: { asOfDate: '2024-10-01' } });
  await fc.assert(fc.asyncProperty(tins, async (tin) => {
    const text = planWith(tin);
    client.scores.length = 0;
    client.open(URI, text);
    const ask = (method: string, params: object = {}): Promise<unknown> => client.connection.sendRequest(method, { textDocument: { uri: URI }, ...params });
    const answers: [string, unknown][] = [
      ['findings', ((await client.pull(URI)) as { items: { message: string; relatedInformation?: unknown }[] }).items.map(({ message, relatedInformation }) => [message, relatedInformation])],
      ['score sent', await client.scoreSent(URI)],
      ['report', await ask(REPORT_REQUEST).catch(() => null)],
    ];
    for (const method of ['mipsPlan/score', 'textDocument/documentSymbol', 'textDocument/codeLens', 'mipsPlan/plans']) answers.push([method, await ask(method)]);
    answers.push(['workspace/symbol', await client.connection.sendRequest('workspace/symbol', { query: '' })]);
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    answers.push(['hints', await ask('textDocument/inlayHint', { range: everything })]);
    const actions = (await ask('textDocument/codeAction', { range: everything, context: { diagnostics: [] } })) as { title: string }[];
    answers.push(['actions', actions.map(({ title }) => title)]);
    for (const [line, content] of text.split('\n').entries()) {
      for (const at of [content.indexOf(':') - 1, content.indexOf(tin) + 2, content.length - 2]) {
        if (at >= 0) answers.push([`hover ${line}:${at}`, ((await ask('textDocument/hover', { position: { line, character: at } })) as { contents: unknown } | null)?.contents]);
      }
    }
    answers.push(['log', [...client.logged, ...client.shown]]);
    client.close(URI);
    for (const [what, answer] of answers) expectHidden(tin, what, JSON.stringify(answer ?? null));
  }), { numRuns: 10 });
});

it('No output of the command line shows a TIN in full', async () => {
  await fc.assert(fc.asyncProperty(tins, async (tin) => {
    for (const args of ['check', 'check --format json', 'check --format sarif', 'score', 'score --format json']) {
      const { stdout, stderr } = await runWith([...args.split(' '), '-'], { standardInput: planWith(tin) });
      expect(stdout).not.toBe('');
      expectHidden(tin, args, stdout + stderr);
    }
  }), { numRuns: 10 });
});

function expectHidden(tin: string, what: string, said: string): void {
  const digits = tin.replace('-', '');
  for (const written of [digits, `${digits.slice(0, 2)}-${digits.slice(2)}`]) {
    const at = said.indexOf(written);
    expect(at === -1 ? '' : `${what}: ${said.slice(Math.max(0, at - 80), at + 40)}`).toBe('');
  }
}
