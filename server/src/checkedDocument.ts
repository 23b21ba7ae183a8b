import type { AnalysisContext } from './analysisContext.ts';
import type { CheckContext } from './findings/check.ts';
import { asFinding, checkPlan, type KnownFindings } from './findings/checkPlan.ts';
import type { Finding } from './findings/finding.ts';
import type { Plan } from './plan/model.ts';
import type { ReadingProblem } from './plan/problem.ts';
import { readPlan } from './plan/readPlan.ts';
import { planFacts, type PlanFacts } from './score/facts.ts';
import type { KnownJudgements } from './score/judgement.ts';
import { computePlan, type PlanResult } from './score/planResult.ts';
import type { SourceText } from './text/sourceText.ts';
import type { Span } from './text/span.ts';
import type { ConvertedDocument, RestOfDocument } from './yaml/convertedDocument.ts';

/*
 * Reads, scores and checks the documents of a file, and keeps what was found out for the next version of the text. All is
 * kept by identity, in weak maps, and freed with the YAML values that it is about:
 *
 * 1. Of a document that an edit left alone the reader gives the same `ConvertedDocument` again. Then everything stays that
 *    was found out about it, unless the day, the inventory or an evidence file is another (`KEPT`).
 * 2. Of a document in which an edit changed activities and nothing else it gives the same `rest`. Then the facts about the
 *    plan as a whole stay. Of an activity that stays, the judgement looks at nothing but the activity, the first of the same
 *    id and these facts, and an `ActivityCheck` at nothing but the judgement and the facts: so both stay, too (`RESTS`).
 *
 * Places move with their blocks. Fixes are made when somebody asks for them, out of the newest version: each puts its plan
 * and text into the context that the kept findings were made with (`Renewable`).
 *
 * `test/reliability/editedAnalysis.test.ts` compares it over random edits with what is found in the whole text anew.
 */

/** One document of a file, read, scored and checked. */
export interface CheckedDocument {
  /** Undefined for a document without content: that is no plan. */
  readonly result: PlanResult | undefined;
  /** In no particular order, those that a comment hides included. */
  readonly findings: readonly Finding[];
}

/** What holds of a document as long as it stays. */
interface KeptDocument extends CheckedDocument {
  readonly index: number;
  readonly context: AnalysisContext;
  /** What the checks were told of the evidence files they asked for. */
  readonly evidence: ReadonlyMap<string, boolean>;
  readonly checkContext: Renewable<CheckContext> | undefined;
}

/** What each version puts its own into. */
type Renewable<T> = { -readonly [Key in keyof T]: T[Key] };

const KEPT = new WeakMap<ConvertedDocument, KeptDocument>();

/** What holds of single activities as long as the rest of their plan stays. */
interface KeptRest {
  readonly index: number;
  readonly asOf: AnalysisContext['asOf'];
  readonly inventory: AnalysisContext['inventory'];
  readonly facts: PlanFacts;
  readonly judgements: KnownJudgements;
  readonly findings: KnownFindings;
  checkContext: Renewable<CheckContext> | undefined;
}

const RESTS = new WeakMap<RestOfDocument, KeptRest>();

/**
 * @param index of the plan among the file's
 * @param comesAgain whether the next version of the text may have the document or parts of it in common with this one
 */
export function checkDocument(document: ConvertedDocument, index: number, source: SourceText, context: AnalysisContext, comesAgain: boolean): CheckedDocument {
  const known = KEPT.get(document);
  if (known?.index === index && stillHolds(known, context)) {
    if (known.checkContext !== undefined) known.checkContext.source = source;
    return known;
  }
  const checked = check(document, index, source, context, comesAgain);
  if (comesAgain) KEPT.set(document, checked);
  return checked;
}

/** Whether nothing beside the document is another than when it was checked. */
function stillHolds({ context: before, evidence }: KeptDocument, { asOf, inventory, evidenceExists }: AnalysisContext): boolean {
  if (before.asOf !== asOf || before.inventory !== inventory || (before.evidenceExists === undefined) !== (evidenceExists === undefined)) return false;
  // Every one is asked for, as a check would: the host keeps a list of them.
  return [...evidence].map(([path, there]) => evidenceExists?.(path) === there).every(Boolean);
}

function check(document: ConvertedDocument, index: number, source: SourceText, context: AnalysisContext, comesAgain: boolean): KeptDocument {
  const findings: Finding[] = document.danglingAliases.map(danglingAlias);
  const evidence = new Map<string, boolean>();
  const problems: ReadingProblem[] = [];
  const plan = readPlan(document, index, source.text, (problem) => problems.push(problem), comesAgain);
  if (plan === undefined) return { result: undefined, findings, index, context, evidence, checkContext: undefined };
  const rest = document.rest === undefined ? undefined : keptRest(document.rest, plan, context);
  const result = computePlan(plan, rest?.facts ?? planFacts(plan, context.inventory, context.asOf), rest?.judgements);
  const checkContext: Renewable<CheckContext> = Object.assign(rest?.checkContext ?? {}, {
    ...result, context: { ...context, evidenceExists: remembering(context.evidenceExists, evidence) }, problems, source,
  });
  if (rest !== undefined) rest.checkContext = checkContext;
  for (const finding of checkPlan(checkContext, rest?.findings)) findings.push(finding);
  return { result, findings, index, context, evidence, checkContext };
}

function keptRest(rest: RestOfDocument, plan: Plan, { asOf, inventory }: AnalysisContext): KeptRest {
  const known = RESTS.get(rest);
  if (known?.index === plan.index && known.asOf === asOf && known.inventory === inventory) return known;
  const kept: KeptRest = {
    index: plan.index, asOf, inventory, facts: planFacts(plan, inventory, asOf), judgements: new WeakMap(), findings: new WeakMap(), checkContext: undefined,
  };
  RESTS.set(rest, kept);
  return kept;
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
