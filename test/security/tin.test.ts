import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CompletionList } from 'vscode-languageserver-types';
import { scoreText } from '../../client/src/score/scoreText.ts';
import { folderWith, GOOD, runWith } from '../commandLine/fakeIo.ts';
import { InMemory } from '../protocol/inMemory.ts';
import { PULLING } from '../protocol/testClient.ts';
import { CARRY_OVER_REQUEST, type CarriedOver } from '../../server/src/protocol/carryOver.ts';
import { EXPORT_QPP_REQUEST, REPORT_REQUEST } from '../../server/src/protocol/export.ts';
import { OVERVIEW_REQUEST } from '../../server/src/protocol/protocol.ts';
import { WHAT_IF_REQUEST, type WhatIfResult } from '../../server/src/protocol/whatIf.ts';

/** Known to the list of plans, which leaves out what is no file yet. */
const URI = 'vscode-vfs://elm/plan.mips.yaml';

/** A plan with its TIN where it belongs, and where people write it as well. */
const planWith = (tin: string): string => `# TIN ${tin}
performance_year: 2024
practice: { name: Riverbend ${tin}, tin: "${tin}", clinicians: 20 }
submission: { level: group, entity_id: "${tin}" }
"${tin}": 1
roster:
  adams: { name: Adams ${tin} }
  "${tin}": { name: ${tin} }
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: [adams, "${tin}"]
    status: completed
    owner: ${tin} Smith
    note: our TIN is ${tin}
    evidence: [evidence/${tin}.pdf, scan_${tin}_2024.pdf, { note: "of ${tin}", title: "${tin}" }, "https://example.org/${tin}"]
  - id: IA_EPA_99
    period: ${tin}
    performed_by: ["${tin}"]
    status: "${tin}"
    last_attested: "${tin}"
  - id: "${tin}"
    performed_by: { "${tin}": 2024-01-15/2024-06-30, adams: "${tin}" }
  - id: IA_EPA_1 ${tin}
  - id: IA_BE_4
    performed_by: [a]
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
      ['export that is refused', await ask(EXPORT_QPP_REQUEST)],
    ];
    for (const method of ['mipsPlan/score', OVERVIEW_REQUEST, 'textDocument/documentSymbol', 'textDocument/codeLens']) answers.push([method, await ask(method)]);
    const { files } = await client.plans();
    expect(files.map(({ plans }) => plans.length)).toEqual([1]);
    answers.push(['plans', files]);
    const overview = await client.overview(URI);
    if (overview === null) throw new Error('There is no overview.');
    answers.push(['score as text', scoreText({ fileName: 'plan.mips.yaml', ...overview })]);
    const ids = overview.score.plans[0]?.activities.map(({ id }) => id) ?? [];
    const changes = ids.map((id, activity) => ({ kind: 'activityStatus', activity, id, status: 'dropped' }));
    const { score, refused } = (await ask(WHAT_IF_REQUEST, { plan: 0, changes })) as WhatIfResult;
    answers.push(['what if', [score, refused]]);
    // The ids that a view shows are those by which it asks.
    expect(refused).toEqual([]);
    answers.push(['carried over', ((await ask(CARRY_OVER_REQUEST, { year: 2025 })) as CarriedOver).notes]);
    answers.push(['refused', await ask('textDocument/prepareRename', { position: { line: 1, character: 3 } }).catch((error: unknown) => String(error))]);
    const symbols = await client.connection.sendRequest<readonly unknown[]>('workspace/symbol', { query: '' });
    expect(symbols).not.toEqual([]);
    answers.push(['workspace/symbol', symbols]);
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
    for (const method of ['textDocument/completion']) {
      const at = text.slice(0, text.lastIndexOf('[a]') + 2).split('\n');
      const list = (await ask(method, { position: { line: at.length - 1, character: at.at(-1)?.length ?? 0 } })) as CompletionList;
      expect(list.items.map(({ label }) => label)).toContain('adams');
      // What is written into the file is what stands there.
      answers.push(['completion', list.items.map(({ detail, labelDetails, documentation, filterText }) => [detail, labelDetails, documentation, filterText])]);
    }
    client.close(URI);
    for (const [what, answer] of answers) expectHidden(tin, what, JSON.stringify(answer ?? null));
  }), { numRuns: 10 });
});

it('What cannot be read shows no TIN in full either', async () => {
  await fc.assert(fc.asyncProperty(tins, async (tin) => {
    const name = `${tin}.mips.yaml`;
    const folder = folderWith({ [name]: Uint8Array.of(0x61, 0xff) });
    const client = new InMemory({}, true);
    await client.initialize({ workspaceFolders: [pathToFileURL(folder).toString()] });
    const { files } = await client.plans();
    expect(files.map(({ problem }) => problem)).toEqual(['is not UTF-8; save it as UTF-8']);
    // By its URI the file is found.
    expectHidden(tin, 'plans', JSON.stringify(files.map(({ path, problem, plans }) => [path, problem, plans])));
    expect(client.logged).toEqual([expect.stringContaining('is not read')]);
    expectHidden(tin, 'log', client.logged.join('\n'));
    for (const text of [`a: *${tin}\n# mips-disable-file ${tin}\n`, `"${tin}: &${tin} ${tin}\n- ${tin}: {\n`]) {
      client.open(URI, text);
      const { items } = (await client.pull(URI)) as { readonly items: readonly unknown[] };
      expect(items.length).toBeGreaterThan(0);
      expectHidden(tin, 'findings', JSON.stringify(items));
      client.close(URI);
    }
    await client.end();
  }), { numRuns: 5 });
  for (const command of ['check', 'check --format json', 'score', 'export --to html']) {
    const { stdout } = await runWith([...command.split(' '), '-'], { standardInput: 'a: *123456789\nactivities: [*123456789]\n' });
    expect(stdout).toMatch(command === 'score' ? /./ : /•••••6789/);
    expectHidden('123456789', command, stdout);
  }
});

it('No output of the command line shows a TIN in full', async () => {
  await fc.assert(fc.asyncProperty(tins, async (tin) => {
    for (const args of ['check', 'check --color always', 'check --format json', 'check --format sarif', 'score', 'score --format json', 'export --to html', 'export --to qpp-json', 'export --to qpp-json --format json']) {
      const { stdout, stderr } = await runWith([...args.split(' '), '-'], { standardInput: planWith(tin) });
      expect(stdout + stderr).not.toBe('');
      expect(stderr).not.toContain('--help');
      expectHidden(tin, args, stdout + stderr);
    }
  }), { numRuns: 10 });
});

it('The export for CMS alone shows it', async () => {
  await fc.assert(fc.asyncProperty(tins, async (tin) => {
    const standardInput = GOOD.replace('000123456', tin);
    const { stdout } = await runWith(['export', '--to', 'qpp-json', '-'], { standardInput });
    expect(stdout).toContain(tin.replace('-', ''));
    for (const args of ['check --format json', 'check --format sarif', 'score --format json', 'export --to html']) {
      const { stdout: other } = await runWith([...args.split(' '), '-'], { standardInput });
      expectHidden(tin, args, other);
    }
  }), { numRuns: 3 });
});

function expectHidden(tin: string, what: string, said: string): void {
  const digits = tin.replace('-', '');
  for (const written of [digits, `${digits.slice(0, 2)}-${digits.slice(2)}`]) {
    const at = said.indexOf(written);
    expect(at === -1 ? '' : `${what}: ${said.slice(Math.max(0, at - 80), at + 40)}`).toBe('');
  }
}
