import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { shownSeverity, type FindingLevels } from '../findings/levels.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { asEdits, safeFixOf, safeFixes } from './codeAction/safeFixes.ts';
import { changesNothing, soundFixes } from './codeAction/soundFixes.ts';
import { suppression } from './codeAction/suppression.ts';
import { DIAGNOSTIC_SOURCE } from './diagnostics.ts';
import { REFACTORING_KINDS, refactorings, type RefactoringOptions } from './refactorings.ts';
import { workspaceEdit, type EditedDocument } from './workspaceEdit.ts';
import { asShown } from '../text/asShown.ts';
import { textStretches } from '../yaml/textStretches.ts';

/** Repairs at once whatever has one right answer; editors can run it on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.mips-plan`;

export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL, ...REFACTORING_KINDS];

export interface CodeActionOptions extends RefactoringOptions {
  readonly levels: FindingLevels;
}

interface Matched {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
}

/**
 * What can be done about the diagnostics at a range: what repairs them, the best first, then the same for the whole
 * file, then the comments that hide them; then other ways to write what is there. Repairing everything is offered only
 * where it is asked for. Empty once cancelled.
 */
export function codeActions(
  analysis: Analysis, range: Range, context: CodeActionContext, options: CodeActionOptions, token: CancellationToken,
): CodeAction[] {
  if (token.isCancellationRequested) return [];
  const actions: CodeAction[][] = [];
  if (context.only === undefined || isAskedFor(CodeActionKind.QuickFix, context.only)) {
    const matched = match(context.diagnostics.filter((diagnostic) => touch(diagnostic.range, range)), analysis);
    for (const offered of [quickFixes, fixesOfAKind, suppressions]) actions.push(offered(matched, analysis, options));
  }
  if (context.only === undefined || REFACTORING_KINDS.some((kind) => isAskedForWithin(kind, context.only ?? []))) {
    const offered = refactorings(analysis, range, context.only !== undefined, options, token);
    actions.push(offered.filter(({ kind }) => context.only === undefined || isAskedFor(kind ?? '', context.only)));
  }
  if (context.only !== undefined && isAskedFor(FIX_ALL, context.only)) actions.push(fixAll(analysis, options));
  return actions.flat();
}

function isAskedFor(kind: string, only: readonly string[]): boolean {
  return only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
}

/** Whether a kind, or one below it, is asked for. */
function isAskedForWithin(kind: string, only: readonly string[]): boolean {
  return isAskedFor(kind, only) || only.some((asked) => asked.startsWith(`${kind}.`));
}

function touch(a: Range, b: Range): boolean {
  const isBefore = (end: Range['end'], start: Range['start']): boolean => end.line < start.line || (end.line === start.line && end.character < start.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** The findings that diagnostics show; none of one that is of another version, or of somebody else. */
function match(diagnostics: readonly Diagnostic[], { findings, source }: Analysis): Matched[] {
  if (diagnostics.length === 0) return [];
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding.code, source.rangeOf(finding.span));
    const there = byPlace.get(place);
    if (there === undefined) byPlace.set(place, [finding]);
    else there.push(finding);
  }
  return diagnostics.flatMap((diagnostic): Matched[] => {
    if (diagnostic.source !== undefined && diagnostic.source !== DIAGNOSTIC_SOURCE) return [];
    const there = byPlace.get(placeOf(diagnostic.code, diagnostic.range)) ?? [];
    // Two keys that are missing in one map are shown in the same place.
    const said = there.filter(({ message }) => message === diagnostic.message);
    return (said.length > 0 ? said : there).map((finding) => ({ diagnostic, finding }));
  });
}

function placeOf(code: Diagnostic['code'], { start, end }: Range): string {
  return `${code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** One action for each fix; diagnostics that the same edit repairs share it. */
function quickFixes(matched: readonly Matched[], analysis: Analysis, document: EditedDocument): CodeAction[] {
  const actions = new Map<string, CodeAction & { readonly diagnostics: Diagnostic[] }>();
  for (const { diagnostic, finding } of matched) {
    for (const { title, edits, preferred } of soundFixes(finding, analysis)) {
      const edit = workspaceEdit(edits, analysis.source, document);
      const key = JSON.stringify([title, edit]);
      const same = actions.get(key);
      if (same === undefined) actions.set(key, { ...quickFix(title, [diagnostic], edit), diagnostics: [diagnostic], ...(preferred === true && { isPreferred: true }) });
      else if (!same.diagnostics.includes(diagnostic)) same.diagnostics.push(diagnostic);
    }
  }
  return [...actions.values()];
}

/** Repairs every finding of a code, where each has one right answer and there are several. */
function fixesOfAKind(matched: readonly Matched[], analysis: Analysis, { levels, ...document }: CodeActionOptions): CodeAction[] {
  const codes = new Set(matched.filter(({ finding }) => safeFixOf(finding) !== undefined).map(({ finding }) => finding.code));
  return [...codes].flatMap((code) => {
    const fixes: readonly Fix[] = safeFixes(analysis.findings.filter((finding) => finding.code === code && shownSeverity(finding, levels) !== undefined));
    if (fixes.length < 2) return [];
    const shown = matched.filter(({ finding }) => finding.code === code).map(({ diagnostic }) => diagnostic);
    return [quickFix(`Fix all ${fixes.length} \`${code}\` in this file`, shown, workspaceEdit(asEdits(fixes), analysis.source, document))];
  });
}

function suppressions(matched: readonly Matched[], analysis: Analysis, document: EditedDocument): CodeAction[] {
  if (matched.length === 0) return [];
  const actions = new Map<string, CodeAction>();
  const texts = textStretches(analysis.source.text);
  for (const { diagnostic, finding } of matched) {
    const offered = suppression(finding, analysis, texts);
    if (offered === undefined || !changesNothing(offered.edit, analysis)) continue;
    const key = JSON.stringify([offered.title, offered.edit]);
    if (!actions.has(key)) actions.set(key, quickFix(offered.title, [diagnostic], workspaceEdit([offered.edit], analysis.source, document)));
  }
  return [...actions.values()];
}

function fixAll(analysis: Analysis, { levels, ...document }: CodeActionOptions): CodeAction[] {
  const fixes = safeFixes(analysis.findings.filter((finding) => shownSeverity(finding, levels) !== undefined));
  if (fixes.length === 0) return [];
  return [{ title: 'Fix everything that has one right answer', kind: FIX_ALL, edit: workspaceEdit(asEdits(fixes), analysis.source, document) }];
}

function quickFix(title: string, diagnostics: Diagnostic[], edit: CodeAction['edit']): CodeAction {
  return { title: asShown(title), kind: CodeActionKind.QuickFix, diagnostics, ...(edit !== undefined && { edit }) };
}
