import fc from 'fast-check';
import type { CompletionItem, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import { codeActions, FIX_ALL } from '../../server/src/features/codeAction.ts';
import { completionAt } from '../../server/src/features/completion.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { formatDocument, formatOnType, formatRange } from '../../server/src/features/formatting.ts';
import { insertActivity } from '../../server/src/features/insertActivity.ts';
import { rename } from '../../server/src/features/rename.ts';
import { whatIf } from '../../server/src/features/whatIf.ts';
import { VSCODE } from '../../server/src/features/testing/completions.ts';
import { applied, EDITED } from '../../server/src/features/testing/edits.ts';
import { NOT_CANCELLED, TEST_CONTEXT } from '../../server/src/features/testing/markedText.ts';
import type { PlanChange } from '../../server/src/protocol/whatIf.ts';
import { PLANS } from '../golden/planTexts.ts';

/**
 * Every edit that the product makes, of the samples and the golden plans with comments, keys of their own and anchors at
 * places by chance: what people wrote survives. Refactorings and carrying over have `test/refactorings`.
 */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 40);
const PLAIN_PLANS = PLANS.map(([, text]) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
const FORMS = [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n'), (text: string) => `\uFEFF${text}`, (text: string) => text.trimEnd()];
const OPTIONS = { ...EDITED, levels: new Map(), carriesOver: 'not at all' } as const;
const SHOWN = { uri: EDITED.uri, levels: new Map(), relatedInformation: true, codeDescription: true, data: true, unnecessaryTag: true } as const;

const sprinkled = fc.tuple(fc.constantFrom(...PLAIN_PLANS), fc.array(fc.tuple(fc.nat(), fc.constantFrom('above', 'behind', 'key', 'anchor')), { maxLength: 8 }), fc.constantFrom(...FORMS))
  .map(([plan, additions, form]) => form(additions.reduce((text, [at, kind], index) => withMore(text, at, kind, index), plan)));

/** Unlike each other and all that is in a plan: in a roster such a key is a name, and one name is offered for another that is like it. */
const OWN = ['quartz', 'mellow', 'sphinx', 'bovine', 'jigsaw', 'fathom', 'puddle', 'zenith'];

/** The plan with one thing more, where it is still the same YAML otherwise. */
function withMore(text: string, at: number, kind: 'above' | 'behind' | 'key' | 'anchor', index: number): string {
  const lines = text.split('\n');
  const line = at % lines.length;
  const written = lines[line] ?? '';
  const [indentation = ''] = /^ */.exec(written) ?? [];
  if (kind === 'above') lines.splice(line, 0, `${indentation}# kept ${index}`);
  else if (kind === 'behind') lines[line] = `${written} # kept ${index}`;
  else if (kind === 'key' && /^ *[a-z_]+:/.test(written)) lines.splice(line, 0, `${indentation}x-${OWN[index]}: [kept, ${index}]`);
  else if (kind === 'anchor') lines[line] = written.replace(/^( *(?:- )?[a-z_]+: )(?=[\w"'[{])/, `$1&anchor${index} `);
  const more = lines.join('\n');
  return syntaxFaults(more) === syntaxFaults(text) && !isInText(more, `# kept ${index}`) ? more : text;
}

/** Whether what was meant for a comment became a part of a text over several lines. */
function isInText(plan: string, comment: string): boolean {
  const at = plan.indexOf(comment);
  return at !== -1 && !analyse(plan, TEST_CONTEXT).comments.some(({ start, end }) => start <= at && at < end);
}

function syntaxFaults(text: string): string {
  return analyse(text, TEST_CONTEXT).findings.filter(({ code }) => code === 'yaml-syntax').map(({ message }) => message).join('\n');
}

const KEPT = /# kept \d+|x-[a-z]+: \[kept, \d+\]|&anchor\d+/g;

/** What is written by hand and means nothing to the product, as often as it is there. */
function kept(text: string): string[] {
  return (text.match(KEPT) ?? []).sort();
}

function expectKept(before: string, after: string, what: string): void {
  const label = `${what}\n${before}\n=====\n${after}`;
  expect(kept(after), label).toEqual(kept(before));
  expect(after.startsWith('\uFEFF'), label).toBe(before.startsWith('\uFEFF'));
  if (before.includes('\r\n')) expect(after, label).not.toMatch(/[^\r]\n/);
  else expect(after.includes('\r'), label).toBe(before.includes('\r'));
}

function asEdit(edits: readonly TextEdit[]): WorkspaceEdit {
  return { changes: { [EDITED.uri]: [...edits] } };
}

/** Those whose very purpose is to take something away may take what belongs to it: each says so in its title. */
const TAKES_AWAY = /^(?:Remove|Keep the)\b/;

const whole = ({ source }: Analysis): Range => ({ start: { line: 0, character: 0 }, end: source.positionAt(source.text.length) });

describe('What people wrote survives', () => {
  it('every quick fix, and all that are safe at once', () => {
    const titles = new Set<string>();
    fc.assert(fc.property(sprinkled, (text) => {
      const analysis = analyse(text, TEST_CONTEXT);
      const shown = diagnostics(analysis, SHOWN, NOT_CANCELLED);
      const actions = codeActions(analysis, whole(analysis), { diagnostics: shown, only: ['quickfix', FIX_ALL] }, OPTIONS, NOT_CANCELLED);
      for (const { title, edit } of actions) {
        const after = applied(text, edit);
        titles.add(title);
        if (!TAKES_AWAY.test(title)) expectKept(text, after, title);
      }
    }), { numRuns: RUNS });
    expect(titles.size).toBeGreaterThan(20);
  });

  it('formatting of the document, of some lines, and of a line that was begun', () => {
    fc.assert(fc.property(sprinkled, fc.nat(), fc.nat(), (text, one, other) => {
      const analysis = analyse(text, TEST_CONTEXT);
      const [start, end] = [one, other].map((at) => at % analysis.source.lineCount).sort((a, b) => a - b) as [number, number];
      const range = { start: { line: start, character: 0 }, end: { line: end, character: 0 } };
      for (const edits of [formatDocument(analysis, NOT_CANCELLED), formatRange(analysis, range, NOT_CANCELLED), formatOnType(analysis, range.end, NOT_CANCELLED)]) {
        const after = applied(text, asEdit(edits));
        expectKept(text, after, 'formatting');
        expect(after.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }
    }), { numRuns: RUNS });
  });

  it('what is tried out in the score view and applied, and activities that are inserted', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('specialStatus'), status: fc.constantFrom('rural', 'small_practice', 'hpsa'), on: fc.boolean() }),
      fc.record({ kind: fc.constant('reweighting'), category: fc.constantFrom('cost', 'quality', 'improvement_activities'), on: fc.boolean() }),
      fc.record({ kind: fc.constant('apm'), on: fc.boolean() }),
      fc.record({ kind: fc.constant('activityStatus'), activity: fc.nat({ max: 4 }), id: fc.constant(null), status: fc.constantFrom('planned', 'completed', 'dropped') }),
      fc.record({ kind: fc.constant('performedBy'), activity: fc.nat({ max: 4 }), id: fc.constant(null), count: fc.nat({ max: 9 }) }),
      fc.record({ kind: fc.constant('addActivity'), id: fc.constantFrom('IA_BE_6', 'IA_EPA_1', 'IA_PM_2') }),
    ) as fc.Arbitrary<PlanChange>;
    let changed = 0;
    fc.assert(fc.property(sprinkled, fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(), (text, changes, at) => {
      const analysis = analyse(text, TEST_CONTEXT);
      const tried = whatIf(analysis, 0, changes, 1, NOT_CANCELLED);
      if (tried !== undefined) {
        const after = applied(text, asEdit(tried.edits));
        if (after !== text) changed++;
        // What stands within a list or map that is switched off goes with it.
        const isOff = changes.some((each) => 'on' in each && !each.on);
        if (!isOff) expectKept(text, after, JSON.stringify(changes));
      }
      const inserted = insertActivity(analysis, { id: 'IA_CC_8', position: analysis.source.positionAt(at % (text.length + 1)) }, 1);
      if ('edits' in inserted) expectKept(text, applied(text, asEdit(inserted.edits)), 'insert');
    }), { numRuns: RUNS * 2 });
    expect(changed).toBeGreaterThan(RUNS / 4);
  });

  it('renaming of whatever has a name', () => {
    let renamed = 0;
    fc.assert(fc.property(sprinkled, (text) => {
      const analysis = analyse(text, TEST_CONTEXT);
      for (const { index } of text.matchAll(/&anchor\d+|\badams\b|\*\w+/g)) {
        const edit = rename(analysis, analysis.source.positionAt(index + 1), 'renamed', EDITED, NOT_CANCELLED);
        if (edit === undefined || 'refusal' in edit) continue;
        renamed++;
        const after = applied(text, edit);
        expect(kept(after).filter((each) => !each.startsWith('&'))).toEqual(kept(text).filter((each) => !each.startsWith('&')));
        expect(after.split('\n').length).toBe(text.split('\n').length);
      }
    }), { numRuns: RUNS });
    expect(renamed).toBeGreaterThan(0);
  });

  it('completions, which replace nothing but the word at the cursor', () => {
    let offered = 0;
    fc.assert(fc.property(sprinkled, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (text, places) => {
      const analysis = analyse(text, TEST_CONTEXT);
      const own = [...text.matchAll(KEPT)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
      for (const place of places) {
        const at = place % (text.length + 1);
        // Where the cursor is in such a word, that is what is completed.
        if (own.some(({ start, end }) => start <= at && at <= end)) continue;
        const completion = completionAt(analysis, analysis.source.positionAt(at), { ...VSCODE, itemDefaults: false }, NOT_CANCELLED);
        for (const item of completion?.list(undefined)?.items ?? []) {
          offered++;
          for (const edit of editsOf(item)) expectKept(text, applied(text, asEdit([edit])), `${item.label} at ${at}`);
        }
      }
    }), { numRuns: RUNS });
    expect(offered).toBeGreaterThan(0);
  });
});

/** As an editor inserts it, and as one that replaces the whole word. */
function editsOf({ textEdit, additionalTextEdits = [] }: CompletionItem): readonly TextEdit[] {
  if (textEdit === undefined) return additionalTextEdits;
  if ('range' in textEdit) return [textEdit, ...additionalTextEdits];
  const { insert, replace, newText } = textEdit;
  return [{ range: insert, newText }, { range: replace, newText }, ...additionalTextEdits];
}
