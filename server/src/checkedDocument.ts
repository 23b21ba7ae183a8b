import type { AnalysisContext } from './analysisContext.ts';
import type { CheckContext } from './findings/check.ts';
import { asFinding, checkPlan } from './findings/checkPlan.ts';
import type { Finding } from './findings/finding.ts';
import type { ReadingProblem } from './plan/problem.ts';
import { readPlan } from './plan/readPlan.ts';
import { computePlan, type PlanResult } from './score/planResult.ts';
import type { SourceText } from './text/sourceText.ts';
import type { Span } from './text/span.ts';
import type { ConvertedDocument } from './yaml/convert.ts';

/** One document of a file, read, scored and checked. */
export interface CheckedDocument {
  /** Undefined for a document without content: that is no plan. */
  readonly result: PlanResult | undefined;
  /** In no particular order, those that a comment hides included. */
  readonly findings: readonly Finding[];
}

interface Kept extends CheckedDocument {
  readonly index: number;
  readonly context: AnalysisContext;
  /** What the checks were told of the evidence files they asked for. */
  readonly evidence: ReadonlyMap<string, boolean>;
  /** What the fixes are made from, when they are asked for. */
  readonly checkContext: { source: SourceText } | undefined;
}

/** An edit elsewhere in the file leaves a document as it is, and then this too. */
const CHECKED = new WeakMap<ConvertedDocument, Kept>();

/**
 * @param index of the plan among the file's
 * @param comesAgain whether the next version of the text may have the document or parts of it in common with this one
 */
export function checkDocument(document: ConvertedDocument, index: number, source: SourceText, context: AnalysisContext, comesAgain: boolean): CheckedDocument {
  const known = CHECKED.get(document);
  if (known?.index === index && isTheSame(known, context)) {
    if (known.checkContext !== undefined) known.checkContext.source = source;
    return known;
  }
  const checked = check(document, index, source, context, comesAgain);
  if (comesAgain) CHECKED.set(document, checked);
  return checked;
}

function isTheSame({ context: before, evidence }: Kept, { asOf, inventory, evidenceExists }: AnalysisContext): boolean {
  if (before.asOf !== asOf || before.inventory !== inventory || (before.evidenceExists === undefined) !== (evidenceExists === undefined)) return false;
  // Every one is asked for, as a check would: the host keeps a list of them.
  return [...evidence].map(([path, there]) => evidenceExists?.(path) === there).every(Boolean);
}

function check(document: ConvertedDocument, index: number, source: SourceText, context: AnalysisContext, comesAgain: boolean): Kept {
  const findings: Finding[] = document.danglingAliases.map(danglingAlias);
  const evidence = new Map<string, boolean>();
  const problems: ReadingProblem[] = [];
  const plan = readPlan(document, index, source.text, (problem) => problems.push(problem), comesAgain);
  if (plan === undefined) return { result: undefined, findings, index, context, evidence, checkContext: undefined };
  const result = computePlan(plan, context.inventory, context.asOf);
  const checkContext = { ...result, context: { ...context, evidenceExists: remembering(context.evidenceExists, evidence) }, problems, source } satisfies CheckContext;
  for (const finding of checkPlan(checkContext)) findings.push(finding);
  return { result, findings, index, context, evidence, checkContext };
}

/** Asks the host, and notes what it says. */
function remembering(exists: AnalysisContext['evidenceExists'], answers: Map<string, boolean>): AnalysisContext['evidenceExists'] {
  return exists && ((path) => {
    const there = exists(path);
    answers.set(path, there);
    return there;
  });
}

function danglingAlias({ name, span }: { readonly name: string; readonly span: Span }): Finding {
  return asFinding('yaml-syntax', {
    place: { span },
    message: `Nothing before this place is anchored as \`&${name}\`; write the value out, or put the anchor before what it repeats.`,
  }, null);
}
