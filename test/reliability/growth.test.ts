import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver/node';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import { fingerprints } from '../../server/src/export/fingerprints.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { InMemory } from '../protocol/inMemory.ts';
import { PULLING } from '../protocol/testClient.ts';

const URI = 'untitled:long.mips.yaml';
const HEAD = 'performance_year: 2024\npractice: { name: A, clinicians: 3 }\nsubmission: { level: group }\n';

const numbered = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('');
const everything = (document: TextDocument): Range => ({ start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) });

interface Question {
  readonly method: string;
  readonly text: (count: number) => string;
  /** How often what may take long is in the text: four times as often in the second. */
  readonly count: number;
  readonly ask: (document: TextDocument, position: Position) => object;
}

const codeActionAt = (_: TextDocument, start: Position): object => ({ range: { start, end: start }, context: { diagnostics: [] } });
const position = (_: TextDocument, at: Position): object => ({ position: at });
const roster = (count: number): string => `${HEAD}roster:\n  p<|>:\n${numbered(count, (index) => `  p${index}:\n`)}`;

/** The cursor is at `<|>`. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  'actions at one of many clinicians': { method: 'textDocument/codeAction', count: 6_000, ask: codeActionAt, text: (count) => `${roster(count)}activities: []\n` },
  'actions at many names of a long roster': {
    method: 'textDocument/codeAction', count: 6_000, ask: codeActionAt,
    text: (count) => `${roster(count).replace('<|>', '')}activities:\n  - { id: IA_EPA_1, performed_by: [<|>${numbered(count, (index) => `p${index}, `)}] }\n`,
  },
  'plans of their own for many, of many activities': {
    method: 'textDocument/codeAction', count: 500, ask: codeActionAt,
    text: (count) => `${roster(count).replace('<|>', '').replace('roster', 'ro<|>ster')}activities:\n${'  - { id: IA_EPA_1, performed_by: all }\n'.repeat(count)}`,
  },
  'naming everybody in many activities that are selected': {
    method: 'textDocument/codeAction', count: 500, ask: (document) => ({ range: everything(document), context: { diagnostics: [] } }),
    text: (count) => `${roster(count)}activities:\n${'  - { id: IA_EPA_1, performed_by: all }\n'.repeat(count)}`,
  },
  'renaming in one of many plans': { method: 'textDocument/prepareRename', count: 1_000, ask: position, text: (count) => `${'---\nperformance_year: 2024\n'.repeat(count)}<|>` },
  'an alias behind many blanks': { method: 'textDocument/completion', count: 12_000, ask: position, text: (count) => `${HEAD}note: "${' '.repeat(count)}<|>x"\n` },
  'a new line behind many anchors': {
    method: 'textDocument/onTypeFormatting', count: 2_500, ask: (_, at) => ({ position: at, ch: '\n', options: { tabSize: 2, insertSpaces: true } }),
    text: (count) => `${HEAD}note: k${': &a:'.repeat(count)} x\n<|>`,
  },
  'a new line behind many marks of comments': {
    method: 'textDocument/onTypeFormatting', count: 12_000, ask: (_, at) => ({ position: at, ch: '\n', options: { tabSize: 2, insertSpaces: true } }),
    text: (count) => `${HEAD}note: k${' #'.repeat(count)}\u2028\n<|>`,
  },
  'repairing a comment with many codes': {
    method: 'textDocument/codeAction', count: 1_500, ask: (document) => ({ range: everything(document), context: { diagnostics: [], only: ['source.fixAll'] } }),
    text: (count) => `${HEAD}<|>activities: []\n# mips-disable-file ${'unknown-activity '.repeat(count)}\n`,
  },
  'words that belong nowhere, with many comments between them': {
    method: 'mipsPlan/score', count: 10_000, ask: () => ({}),
    text: (count) => `${HEAD}<|>activities: []\nx\n${'#\n'.repeat(count)}x\n`,
  },
  'hiding many findings many times': {
    method: 'mipsPlan/score', count: 4_000, ask: () => ({}),
    text: (count) => `${HEAD}<|>activities: []\n${numbered(count, (index) => `k${index}: v\n`)}# mips-disable-file ${'unknown-key '.repeat(count)}\n`,
  },
};

/** Of this process alone: what else the machine does meanwhile does not count. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What is over so soon needs no comparison. */
const SOON_MILLISECONDS = 150;

describe('Four times the text takes no more than about four times as long', () => {
  it.each(Object.entries(QUESTIONS))('%s', { timeout: 180_000 }, async (_, question) => {
    const few = await millisecondsOf(question, question.count);
    const many = await millisecondsOf(question, 4 * question.count);
    // Of what is compared with each other it would be sixteen times.
    expect(many).toBeLessThan(Math.max(SOON_MILLISECONDS, 9 * few));
  });
});

/** What is asked of an analysis without an editor. */
const TOLD: Readonly<Record<string, { readonly text: (count: number) => string; readonly tell: (analysis: Analysis) => unknown }>> = {
  'findings of one map, told apart': {
    text: (count) => `${HEAD}activities: []\n${numbered(count, (index) => `k${index}: v\n`)}`, tell: (analysis) => fingerprints(analysis, analysis.findings),
  },
  'an explanation of many plans': { text: (count) => '---\nperformance_year: 2024\n'.repeat(count), tell: (analysis) => analysis.explain() },
};

describe('Four times as much to tell takes no more than about four times as long', () => {
  it.each(Object.entries(TOLD))('%s', (_, { text, tell }) => {
    const millisecondsFor = (count: number): number => {
      const analysis = analyse(text(count), { asOf: '2024-10-01', inventory: createInventory() });
      const times = [1, 2, 3].map(() => {
        const began = processorMilliseconds();
        tell(analysis);
        return processorMilliseconds() - began;
      });
      return Math.min(...times);
    };
    expect(millisecondsFor(12_000)).toBeLessThan(Math.max(SOON_MILLISECONDS, 9 * millisecondsFor(3_000)));
  });
});

/** The shortest of a few answers: the first may have to be compiled. */
async function millisecondsOf({ method, text, ask }: Question, count: number): Promise<number> {
  const marked = text(count);
  const at = marked.indexOf('<|>');
  const document = TextDocument.create(URI, 'mips-plan', 1, marked.replace('<|>', ''));
  const params = { textDocument: { uri: URI }, ...ask(document, document.positionAt(at)) };
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    const client = new InMemory({}, true);
    await client.initialize({ capabilities: PULLING, initializationOptions: { asOfDate: '2024-10-01' } });
    client.open(URI, document.getText());
    // What reading the text takes is of no interest, but where that is the question.
    if (method !== 'mipsPlan/score') await client.score(URI);
    const began = processorMilliseconds();
    await client.connection.sendRequest(method, params).catch(() => null);
    times.push(processorMilliseconds() - began);
    expect(client.logged).toEqual([]);
    await client.end();
  }
  return Math.min(...times);
}
