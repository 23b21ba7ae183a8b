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
import { expectPlacesInside } from './places.ts';
import { METHODS, REQUESTS } from './requests.ts';

const URI = 'untitled:hostile.mips.yaml';
const samples = resolve(import.meta.dirname, '../../samples');
const RIVERBEND = readFileSync(join(samples, 'riverbend.mips.yaml'), 'utf8');
const SAMPLES = readdirSync(samples).filter((name) => name.endsWith('.mips.yaml')).map((name) => readFileSync(join(samples, name), 'utf8'));

/** A plan of the usual kind, of about so many characters. */
const healthy = (length: number): string => {
  const entry = '  - id: IA_EPA_1\n    period: 2024-01-15/2024-06-30\n    note: as agreed\n';
  return `performance_year: 2024\npractice: { name: A, clinicians: 3 }\nsubmission: { level: group }\nactivities:\n${entry.repeat(length / entry.length)}`;
};

const LIMITED = {
  'a bomb of aliases': ['too-many-aliases', `${bomb(10)}performance_year: 2024\nactivities: *a9\n`],
  'a long text again and again': ['too-many-aliases', `note: &text ${'long '.repeat(100_000)}\nactivities:\n${'  - id: *text\n'.repeat(5)}`],
  'a bomb of merge keys': ['too-many-aliases', mergeBomb(12)],
  '65 brackets': ['nesting-too-deep', `activities: ${'['.repeat(65)}${']'.repeat(65)}\n`],
  '2,000 open brackets': ['nesting-too-deep', `activities: ${'['.repeat(2_000)}`],
  '2,000 braces': ['nesting-too-deep', `activities: ${'{a: '.repeat(2_000)}`],
  '1,000 lists in each other': ['nesting-too-deep', `activities:\n${'- '.repeat(1000)}\n`],
  '1,000 maps in each other': ['nesting-too-deep', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  'more than 2 MiB': ['document-too-large', `note: ${'x'.repeat(2 * 1024 * 1024)}\n`],
  'more than 2 MiB of three bytes each': ['document-too-large', `note: ${'€'.repeat(700_000)}\n`],
} as const;

const CONFLICT = RIVERBEND.replace('performance_year: 2024\n', '<<<<<<< HEAD\nperformance_year: 2024\n=======\nperformance_year: 2023\n>>>>>>> theirs\n');

const READ = {
  'git’s conflict markers': CONFLICT,
  'NUL': RIVERBEND.replaceAll('e', '\0'),
  'halves of surrogate pairs': RIVERBEND.replaceAll('a', '\ud83d').replaceAll('e', '\ude00'),
  'an alias of itself': `a: &a [*a]\nperformance_year: 2024\npractice: &p { name: *p }\nactivities: &l [*l, { id: *l }]\n`,
  '64 brackets': `activities: ${'['.repeat(63)}${']'.repeat(63)}\n`,
  'a list of itself in a plan': `performance_year: 2024\nactivities: &all\n  - id: IA_EPA_1\n    evidence: *all\n`,
  'a line of nearly 2 MB': `${RIVERBEND}# ${'x'.repeat(2_000_000)}\n`,
  'a value of nearly 2 MB': RIVERBEND.replace(/name: .*/, `name: ${'long '.repeat(390_000)}`),
  'a quote that is never closed, before 2 MB': `${RIVERBEND}note: "${'x '.repeat(95_000)}\n`,
  '100,000 lines': `${RIVERBEND}${'# a line\n'.repeat(100_000)}`,
  '100,000 empty lines': '\n'.repeat(100_000),
  '10,000 documents': '---\n'.repeat(10_000),
  '10,000 comments': '# a\n'.repeat(10_000),
  '5,000 commas': `activities: [${','.repeat(5_000)}]\n`,
  '5,000 anchors': Array.from({ length: 5_000 }, (_, index) => `k${index}: &a${index} v\n`).join(''),
  '5,000 equal keys': 'note: x\n'.repeat(5_000),
  '5,000 suppressions': '# mips-disable-line unknown-key\n'.repeat(5_000),
  '2,000 open quotes': '"\n'.repeat(2_000),
  '2,000 tabs': '\t- a: b\n'.repeat(2_000),
  '2,000 unclosed maps': 'a: {\n'.repeat(2_000),
  '2,000 keys without a colon': `performance_year: 2024\n${'note\n'.repeat(2_000)}`,
  '2,000 backticks': '`\n'.repeat(2_000),
  '2,000 headers of blocks': '|\n'.repeat(2_000),
  '2,000 surplus brackets': '}\n'.repeat(2_000),
  '2,000 escapes that are none': `note: "${'\\q'.repeat(2_000)}"\n`,
  'a carriage return for each line': RIVERBEND.replaceAll('\n', '\r').repeat(10),
  '50,000 blanks in quotes': RIVERBEND.replace(/name: .*/, `name: "a${' '.repeat(50_000)}b"`),
  '50,000 blanks in a period': RIVERBEND.replace(/period: .*/, `period: a${' '.repeat(50_000)}b c`),
  '50,000 blanks before a colon': `performance_year: 2024\nactivities:\n  - id${' '.repeat(50_000)}x\n`,
  'a word of 100,000 letters as id': `performance_year: 2024\nactivities:\n  - id: ${'x'.repeat(100_000)}\n`,
  '20,000 words as id': `performance_year: 2024\nactivities:\n  - id: ${'care plan '.repeat(10_000)}\n`,
  '100 marks of anchors': `performance_year: 2024\npractice:\n  name: ${'&'.repeat(100)} x\n`,
  'a deep staircase': Array.from({ length: 60 }, (_, level) => `${' '.repeat(level)}- a:\n`).join('').repeat(50),
  '2,000 wrong ids': `performance_year: 2024\nactivities:\n${Array.from({ length: 2000 }, (_, index) => `  - id: IA_X${index}\n`).join('')}`,
  'a roster of 5,000 whom nobody means': `performance_year: 2024\nsubmission: { level: group }\nroster:\n${Array.from({ length: 5000 }, (_, index) => `  p${index}:\n`).join('')}activities:\n  - { id: IA_EPA_1, performed_by: [${Array.from({ length: 5000 }, (_, index) => `q${index}`).join()}] }\n`,
  'two names of 50,000 letters': `performance_year: 2024\nsubmission: { level: group }\nroster:\n  ? ${'p'.repeat(50_000)}\n  :\nactivities:\n  - { id: IA_EPA_1, performed_by: [${'p'.repeat(50_000)}q] }\n`,
  '1,000 people': `performance_year: 2024\nsubmission: { level: group }\nroster:\n${Array.from({ length: 1000 }, (_, index) => `  p${index}:\n`).join('')}activities:\n${'  - { id: IA_EPA_1, performed_by: [p1, q1] }\n'.repeat(500)}`,
  'blanks of every kind': RIVERBEND.replaceAll(' ', '\u00a0').replaceAll(':', ':\u2003'),
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
    // What is broken is read again and again until it is mended, however short it is.
    secondsOfHealthy = (length) => (seconds * Math.max(length, 4 * text.length)) / text.length;
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

/** Each list holds ten of the one before. */
function bomb(lists: number): string {
  return Array.from({ length: lists }, (_, index) => `a${index}: &a${index} [${index === 0 ? 'x' : Array.from({ length: 10 }, () => `*a${index - 1}`).join(', ')}]\n`).join('');
}

function mergeBomb(maps: number): string {
  return Array.from({ length: maps }, (_, index) => `m${index}: &m${index} { ${index === 0 ? 'note: x' : `a: *m${index - 1}, b: *m${index - 1}, c: *m${index - 1}`} }\n`).join('') + 'practice: { <<: *m11 }\n';
}
