import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ResponseError, LSPErrorCodes, type Diagnostic } from 'vscode-languageserver/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { TEST_CONTEXT } from '../../server/src/features/testing/markedText.ts';
import type { WhatIfResult } from '../../server/src/protocol/whatIf.ts';
import { InMemory } from '../protocol/inMemory.ts';
import { PULLING } from '../protocol/testClient.ts';
import { LIMITED, READ } from './hostileTexts.ts';
import { expectPlacesInside } from './places.ts';
import { METHODS, REQUESTS } from './requests.ts';

const URI = 'untitled:hostile.mips.yaml';
const samples = resolve(import.meta.dirname, '../../samples');
const SAMPLES = readdirSync(samples).filter((name) => name.endsWith('.mips.yaml')).map((name) => readFileSync(join(samples, name), 'utf8'));

/** A plan of the usual kind, of about so many characters. */
const healthy = (length: number): string => {
  const entry = '  - id: IA_EPA_1\n    period: 2024-01-15/2024-06-30\n    note: as agreed\n';
  return `performance_year: 2024\npractice: { name: A, clinicians: 3 }\nsubmission: { level: group }\nactivities:\n${entry.repeat(length / entry.length)}`;
};

describe('Text that means harm', () => {
  /** What a plan of so many characters takes on this machine, at the moment. */
  let secondsOfHealthy: (length: number) => number;
  beforeAll(async () => {
    const client = await started(true);
    const text = healthy(15_000);
    await askEverything(client, text);
    const seconds = await askEverything(client, text);
    await client.end();
    // What is broken is read again and again until it is mended, however short it is: no more work than six such plans.
    secondsOfHealthy = (length) => (seconds * Math.max(length, 6 * text.length)) / text.length;
  }, 12_000);

  it.each(Object.entries(READ))('is read: %s', async (_, text) => {
    const client = await started();
    const seconds = await askEverything(client, text);
    expect(seconds).toBeLessThan(3 * secondsOfHealthy(text.length));
  });

  it.each(Object.entries(LIMITED))('is refused with one finding on the first line: %s', async (_, [code, text]) => {
    const client = await started();
    const seconds = await askEverything(client, text);
    client.open(URI, text);
    const report = (await client.pull(URI)) as { readonly items: readonly Diagnostic[] };
    expect(report.items.map((item) => [item.code, item.range.start.line])).toEqual([[code, 0]]);
    expect((await client.score(URI))?.plans).toEqual([]);
    expect(seconds).toBeLessThan(3 * secondsOfHealthy(text.length));
  });
});

it.each([
  ['escapes', 1, `note: "${'\\q'.repeat(150_000)}"\n`],
  ['items', 130_000, `activities: [${'a,'.repeat(130_000)}]\n`],
  ['aliases', 130_000, `performance_year: 2024\nactivities:\n${'- *a\n'.repeat(130_000)}`],
])('So many %s are wrong that no call takes them as its arguments', (_, fewest, text) => {
  expect(analyse(text, TEST_CONTEXT).findings.length).toBeGreaterThanOrEqual(fewest);
});

it('A sample with a few changes, or any text at all, breaks no request', async () => {
  const client = await started();
  const scrap = fc.oneof(
    fc.constantFrom(...Array.from('{}[],:#-?*&!|>\'"%@`\t \n\r\0'), '- ', '---\n', '<<: ', '\ud83d', '\ufeff', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> b\n', '&a ', '*a', '# mips-disable-line '),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const mutated = fc.tuple(fc.constantFrom(...SAMPLES), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), scrap), { minLength: 1, maxLength: 6 })).map(([text, changes]) =>
    changes.reduce((now, [at, length, added]) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + added + now.slice(start + length);
    }, text));
  const anything = fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 1, arbitrary: fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join('')) });
  await fc.assert(fc.asyncProperty(anything, fc.nat(), async (text, at) => {
    await askEverything(client, text, at);
  }), { numRuns: 40 });
});

async function started(endedByCaller = false): Promise<InMemory> {
  const client = new InMemory({}, endedByCaller);
  await client.initialize({ capabilities: PULLING, initializationOptions: { asOfDate: '2024-10-01' } });
  return client;
}

/** Opens a text and asks everything about it, at a place of it. @returns seconds of work until the last answer; other programs that keep the machine busy do not count */
async function askEverything(client: InMemory, text: string, at = Math.floor(text.length / 2)): Promise<number> {
  const began = process.cpuUsage();
  client.open(URI, text);
  const document = TextDocument.create(URI, 'mips-plan', 1, text);
  const position = document.positionAt(at % (text.length + 1));
  const asked = { uri: URI, position, range: { start: { line: Math.max(0, position.line - 20), character: 0 }, end: position } };
  const report = await client.pull(URI);
  expectPlacesInside(report, document, 'textDocument/diagnostic');
  for (const method of METHODS) {
    const answer = await answerOf(client, method, REQUESTS[method](asked));
    // These two tell of another text than the document's.
    if (method === 'mipsPlan/carryOver') continue;
    expectPlacesInside(method === 'mipsPlan/whatIf' ? (answer as WhatIfResult | null)?.edits : answer, document, method);
  }
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1_000_000;
  client.editAt(URI, text.length, 0, '\n');
  await client.score(URI);
  client.close(URI);
  expect(client.logged).toEqual([]);
  return seconds;
}

/** The answer, or the sentence with which it was refused. */
async function answerOf(client: InMemory, method: string, params: object): Promise<unknown> {
  try {
    return await client.connection.sendRequest(method, params);
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    expect(error.code, `${method}: ${error.message}`).toBe(LSPErrorCodes.RequestFailed);
    return null;
  }
}
