import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { ValueNode } from '../yaml/node.ts';
import { tokensOf } from '../yaml/tokens.ts';
import type { CancellationToken } from './cancellationToken.ts';

/** What can be folded: maps, lists and texts of several lines, runs of comments, documents. By whole lines; empty once cancelled. */
export function foldingRanges(analysis: Analysis, token: CancellationToken): FoldingRange[] {
  if (token.isCancellationRequested || analysis.refused) return [];
  const { source } = analysis;
  const folds = analysis.plans.flatMap(({ plan }) => foldsIn(plan.root, source));
  const all = new Map<number, FoldingRange>();
  for (const fold of [...documents(source), ...folds, ...comments(analysis)]) {
    if (fold.endLine <= fold.startLine) continue;
    // An editor has one sign for a line.
    const same = all.get(fold.startLine);
    if (same === undefined || same.endLine < fold.endLine) all.set(fold.startLine, fold);
  }
  return [...all.values()].sort((a, b) => a.startLine - b.startLine);
}

function foldsIn(node: ValueNode, source: SourceText): FoldingRange[] {
  // What an alias repeats is folded where it is written.
  if (node.kind === 'scalar' || node.origin !== undefined) return [];
  const held = node.kind === 'list'
    ? node.items.map((value) => ({ start: value?.span.start ?? 0, value }))
    : node.entries.filter(({ key }) => key.origin === undefined).map(({ key, value }) => ({ start: key.span.start, value }));
  return held.flatMap(({ start, value }) => {
    if (value === undefined || value.origin !== undefined) return [];
    return [{ startLine: source.positionAt(start).line, endLine: lastLine(value, source) }, ...foldsIn(value, source)];
  });
}

/** The last line that is folded with a value: not the one that only closes its bracket, nor comments behind it. */
function lastLine(node: ValueNode, source: SourceText): number {
  const { line, character } = source.positionAt(node.span.end);
  if (node.kind === 'scalar' || node.origin !== undefined) return line;
  if (node.flow) return source.lineText(line).slice(0, character - 1).trim() === '' ? line - 1 : line;
  if (node.kind === 'list') {
    const last = node.items.at(-1);
    return last === undefined ? line : lastLine(last, source);
  }
  const last = node.entries.findLast(({ key }) => key.origin === undefined);
  if (last === undefined) return line;
  return last.value === undefined ? source.positionAt(last.key.span.end).line : lastLine(last.value, source);
}

/** Comments that have two lines or more for themselves, one below the other. */
function comments({ comments: all, source }: Analysis): FoldingRange[] {
  const folds: FoldingRange[] = [];
  for (const { start } of all) {
    const { line, character } = source.positionAt(start);
    if (source.lineText(line).slice(0, character).trim() !== '') continue;
    const last = folds.at(-1);
    if (last?.endLine === line - 1) last.endLine = line;
    else folds.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return folds;
}

/** From each `---` to the last line with something on it before the next. */
function documents(source: SourceText): FoldingRange[] {
  if (!/^---/m.test(source.text)) return [];
  const starts = [...tokensOf(source.text)].filter(({ type }) => type === 'doc-start').map(({ span }) => source.positionAt(span.start).line);
  return starts.map((startLine, index) => {
    let endLine = (starts[index + 1] ?? source.lineCount) - 1;
    while (source.lineText(endLine).trim() === '') endLine--;
    return { startLine, endLine };
  });
}
