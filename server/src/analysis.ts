import type { AnalysisContext } from './analysisContext.ts';
import { checkDocument } from './checkedDocument.ts';
import type { PlanExplanation } from './explanation/explanation.ts';
import { explainPlan } from './explanation/explainPlan.ts';
import type { PlanOverview } from './explanation/overview.ts';
import { planOverview, type OverviewOptions } from './explanation/planOverview.ts';
import { CATALOGUE } from './findings/catalogue.ts';
import type { Finding, Fix } from './findings/finding.ts';
import { applySuppressions, findSuppressions, type Suppression } from './findings/suppression.ts';
import type { FileScore } from './score/fileScore.ts';
import type { PlanResult } from './score/planResult.ts';
import { bestPlan, planScore } from './score/planScore.ts';
import { asShown } from './text/asShown.ts';
import { SourceText } from './text/sourceText.ts';
import type { Span } from './text/span.ts';
import { EMPTY_POOL, type BlockPool } from './yaml/blockPool.ts';
import type { Refusal, SyntaxProblem } from './yaml/parsed.ts';
import { readYaml, readYamlOnce } from './yaml/readYaml.ts';

/** Everything known about one version of one file; every feature, the command line and the tests read it. */
export interface Analysis {
  readonly source: SourceText;
  readonly context: AnalysisContext;
  /** Every plan with what was computed about it, in the order of the file. */
  readonly plans: readonly PlanResult[];
  /** In the order of the text; suppressed ones are left out. */
  readonly findings: readonly Finding[];
  /** Those that a comment hides as well: what they say about credit still counts. */
  readonly suppressedFindings: readonly Finding[];
  readonly comments: readonly Span[];
  readonly suppressions: readonly Suppression[];
  /** What the next version can keep of this one. */
  readonly blocks: BlockPool;
  /** Whether a limit of the format was exceeded: nothing was read then. */
  readonly refused: boolean;
  /** @param file how the score names the file: a path or URI. */
  score(file: string): FileScore;
  /** Why each plan scores what it scores; as many as `plans`, in their order. */
  explain(): readonly PlanExplanation[];
  /** What is to be seen of each plan beside its score; as many as `plans`, in their order. */
  overview(levels?: OverviewOptions['levels']): readonly PlanOverview[];
}

/**
 * Reads, scores and checks a file. Never throws on any text.
 * @param before the analysis of the version before, of which everything that the edit did not touch is kept; it must
 * not be read any more.
 */
export function analyse(text: string, context: AnalysisContext, before?: Analysis): Analysis {
  const source = new SourceText(text);
  const file = context.once === true ? readYamlOnce(text) : readYaml(text, before?.blocks);
  if ('code' in file) return refused(source, context, file);
  const plans: PlanResult[] = [];
  const findings: Finding[] = file.problems.map(asSyntaxFinding);
  for (const document of file.documents) {
    const { result, findings: own } = checkDocument(document, plans.length, source, context, file.blocks.length > 0);
    if (result !== undefined) plans.push(result);
    // One by one: a call takes no hundred thousand arguments.
    for (const finding of own) findings.push(finding);
  }
  const suppressions = findSuppressions(source, file.comments);
  const { shown, hidden } = applySuppressions(findings, suppressions, source);
  shown.sort(inOrderOfText);
  return finish({
    source, context, plans, suppressions, findings: shown, suppressedFindings: hidden, comments: file.comments, blocks: file.blocks, refused: false,
  });
}

function finish(known: Omit<Analysis, 'score' | 'explain' | 'overview'>): Analysis {
  return {
    ...known,
    score: (file) => {
      const plans = known.plans.map((result) => planScore(result, known.source));
      return { file, asOf: known.context.asOf, best: bestPlan(plans), plans };
    },
    explain: () => {
      const ofPlan = byPlan([...known.findings, ...known.suppressedFindings]);
      return known.plans.map((result, plan) => explainPlan(result, ofPlan.get(plan) ?? []));
    },
    overview: (levels = new Map()) => {
      const ofPlan = byPlan(known.findings);
      const ofFile = ofPlan.get(null) ?? [];
      return known.plans.map((result, plan) => {
        const findings = [...ofFile, ...(ofPlan.get(plan) ?? [])].sort(inOrderOfText);
        return planOverview(result, findings, known.source, { levels, evidenceExists: known.context.evidenceExists });
      });
    },
  };
}

/** The first place of a file that cannot be read as it stands, also where a comment hides that: what was mended to read on need not be what is meant. */
export function syntaxErrorIn({ findings, suppressedFindings }: Pick<Analysis, 'findings' | 'suppressedFindings'>): Finding | undefined {
  const isSyntaxError = ({ code }: Finding): boolean => code === 'yaml-syntax';
  return findings.find(isSyntaxError) ?? suppressedFindings.find(isSyntaxError);
}

/** The findings of each plan, and of the file as a whole below `null`. */
function byPlan(findings: readonly Finding[]): ReadonlyMap<number | null, readonly Finding[]> {
  const ofPlan = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const same = ofPlan.get(finding.plan);
    if (same === undefined) ofPlan.set(finding.plan, [finding]);
    else same.push(finding);
  }
  return ofPlan;
}

function refused(source: SourceText, context: AnalysisContext, refusal: Refusal): Analysis {
  const finding: Finding = {
    code: refusal.code,
    severity: CATALOGUE[refusal.code].severity,
    message: refusal.message,
    span: source.lineSpan(0),
    plan: null,
    related: [],
  };
  return finish({ source, context, plans: [], findings: [finding], suppressedFindings: [], comments: [], suppressions: [], blocks: EMPTY_POOL, refused: true });
}

function asSyntaxFinding(problem: SyntaxProblem): Finding {
  return {
    code: 'yaml-syntax',
    severity: CATALOGUE['yaml-syntax'].severity,
    message: asShown(problem.message),
    span: problem.span,
    plan: null,
    related: [],
    fixes: (): readonly Fix[] => problem.fixes,
  };
}

function inOrderOfText(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
