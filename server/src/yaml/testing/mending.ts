import { describe, expect, it } from 'vitest';
import { isScalar, visit } from 'yaml';
import type { Span } from '../../text/span.ts';
import { parseYaml } from '../parse.ts';
import type { ParsedYaml, SyntaxFix } from '../parsed.ts';
import { Broken, type Repair, type Repairer } from '../repair/broken.ts';
import { isReadable } from '../repair/plainWords.ts';
import { readOnce } from '../repair/read.ts';
import { Scan } from '../repair/scan.ts';

/** A broken text and what becomes of it. */
export interface MendingCase {
  readonly name: string;
  /** The one problem's place stands between « and ». */
  readonly text: string;
  readonly message: string;
  /** What is read; of several documents, a list of what each gives. */
  readonly reads: unknown;
  /** What is read once a fix is applied; by default what is read without it. False where there is no fix. */
  readonly fixed?: unknown;
  readonly severalPlans?: true;
}

/** Checks each case with LF and CRLF, with a byte-order mark, and with comments and another plan below. */
export function describeMending(subject: string, cases: readonly MendingCase[]): void {
  describe(subject, () => {
    for (const mendingCase of cases) {
      it(mendingCase.name, () => {
        check(mendingCase.text, mendingCase);
        check(mendingCase.text.replaceAll('\n', '\r\n'), mendingCase);
        check(`\ufeff${mendingCase.text}`, mendingCase);
        check(mendingCase.text + BELOW, withPlanBelow(mendingCase));
      });
    }
  });
}

/** What a text is called, and the text. */
type Named = readonly [name: string, text: string];

/** Texts that look like what a repairer mends: broken ones for which it has no repair, and healthy ones. */
export function describeLeftAlone(repairer: Repairer, { broken, healthy }: { readonly broken: readonly Named[]; readonly healthy: readonly Named[] }): void {
  describe('left alone by this repair', () => {
    it.each(broken)('%s', (_name, text) => {
      expect(repairsOf(repairer, text)).toEqual([]);
    });

    it.each(healthy)('%s, which is healthy', (_name, text) => {
      expect(parsedOf(text).problems).toEqual([]);
    });
  });
}

const BELOW = '\n# it\'s a "comment: {\n---\nother: [plan] # [\n';

function withPlanBelow(mendingCase: MendingCase): MendingCase {
  const and = (reads: unknown): unknown => [
    ...(mendingCase.severalPlans === true ? (reads as unknown[]) : [reads]),
    { other: ['plan'] },
  ];
  const { reads, fixed } = mendingCase;
  return {
    ...mendingCase,
    reads: and(reads),
    ...(fixed === undefined || fixed === false ? {} : { fixed: and(fixed) }),
  };
}

function check(marked: string, { message, reads, fixed }: MendingCase): void {
  const { text, span } = unmarked(marked);
  const parsed = parsedOf(text);
  expect(
    parsed.problems.map((problem) => ({ message: problem.message, at: text.slice(0, problem.span.start) + '«' })),
  ).toEqual([{ message, at: `${text.slice(0, span.start)}«` }]);
  expect(parsed.problems[0]?.span).toEqual(span);
  expect(valuesOf(parsed)).toEqual(reads);
  expectPlacesInFile(text, parsed);
  const fixes = parsed.problems[0]?.fixes ?? [];
  expect(fixes.length > 0).toBe(fixed !== false);
  const [fix] = fixes;
  if (fix === undefined) return;
  const mended = parsedOf(applied(text, fix));
  expect(mended.problems).toEqual([]);
  expect(valuesOf(mended)).toEqual(fixed ?? reads);
}

export function parsedOf(text: string): ParsedYaml {
  const parsed = parseYaml(text);
  if ('code' in parsed) throw new Error(`refused: ${parsed.code}`);
  return parsed;
}

/** What the only document says, or a list of what each says. */
export function valuesOf({ documents }: ParsedYaml): unknown {
  const values = documents.map((document) => document.toJS() as unknown);
  return values.length === 1 ? values[0] : values;
}

export function applied(text: string, { edits }: SyntaxFix): string {
  return [...edits]
    .reverse()
    .reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

/** Every unquoted text of one line stands in the file where the copy's offsets lead to. */
export function expectPlacesInFile(text: string, { documents, originalOffset }: ParsedYaml): void {
  for (const document of documents) {
    visit(document, (_key, node) => {
      if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return;
      const [start, end] = [originalOffset(node.range[0]), originalOffset(node.range[1])];
      if (!node.source?.includes(' ')) expect(text.slice(start, end)).toBe(node.source);
    });
  }
}

function unmarked(marked: string): { text: string; span: Span } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return { text: marked.replace(/[«»]/g, ''), span: { start, end } };
}

/** What a repairer says about the first thing in a text that the library objects to. */
export function repairsOf(repairer: Repairer, text: string): readonly Repair[] {
  const error = readOnce(text)?.errors.find((each) => !isReadable(each));
  if (error === undefined) throw new Error('The library reads this text without objection.');
  return repairer(new Broken(new Scan(text), error));
}
