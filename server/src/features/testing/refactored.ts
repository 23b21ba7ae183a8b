import { expect } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { analyse, type Analysis } from '../../analysis.ts';
import { codeActions } from '../codeAction.ts';
import { applied, EDITED } from './edits.ts';
import { marked, NOT_CANCELLED, TEST_CONTEXT } from './markedText.ts';

/** The ways in which a file is written that every refactoring must keep. */
export const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['a byte-order mark', (text) => `\uFEFF${text}`],
  ['a document before and one after', (text) => `performance_year: 2023\nactivities: []\n---\n${text}---\nperformance_year: 2025\n`],
];

const OPTIONS = { ...EDITED, levels: new Map(), carriesOver: 'not at all' } as const;

interface Offered {
  readonly text: string;
  readonly analysis: Analysis;
  readonly range: Range;
}

function at(markedText: string): Offered {
  const { text, analysis, position } = marked(markedText);
  return { text, analysis, range: { start: position, end: position } };
}

/** The titles of the refactorings at the cursor; with `only` those that somebody asks for who wants nothing else. */
export function titlesAt(markedText: string, only?: readonly string[]): readonly string[] {
  const { analysis, range } = at(markedText);
  return codeActions(analysis, range, { diagnostics: [], ...(only !== undefined && { only: [...only] }) }, OPTIONS, NOT_CANCELLED)
    .filter(({ kind }) => kind?.startsWith('refactor') === true)
    .map(({ title }) => title);
}

/** The text after the one refactoring at the cursor whose title begins like this. What is paid must be the same. */
export function refactored(markedText: string, title: string, only?: readonly string[]): string {
  const { text, analysis, range } = at(markedText);
  const context = { diagnostics: [], ...(only !== undefined && { only: [...only] }) };
  const actions = codeActions(analysis, range, context, OPTIONS, NOT_CANCELLED);
  const found = actions.filter((action) => action.title.startsWith(title));
  if (found.length !== 1) throw new Error(`“${title}” is offered ${found.length} times; offered are ${actions.map((action) => action.title).join(', ')}`);
  const after = applied(text, found[0]?.edit);
  const again = analyse(after, TEST_CONTEXT);
  expect(again.findings.filter(({ code }) => code === 'yaml-syntax')).toEqual([]);
  expect(scores(again).slice(0, analysis.plans.length)).toEqual(scores(analysis));
  return after;
}

/** What a plan is worth, whatever its order. */
export function scores(analysis: Analysis): readonly unknown[] {
  return analysis.score('').plans.map(({ points, uncappedPoints, securedPoints, contribution, activities }) => ({
    points, uncappedPoints, securedPoints, contribution,
    activities: activities.map((activity) => [activity.id, activity.points, activity.credited, activity.secured, activity.reasons].join()).sort(),
  }));
}
