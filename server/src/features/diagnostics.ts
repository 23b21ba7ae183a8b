import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Finding, FindingCode, RelatedPlace, Severity } from '../findings/finding.ts';
import { shownSeverity, type FindingLevels } from '../findings/levels.ts';
import type { CancellationToken } from './cancellationToken.ts';

/** Where each code has a page of its own, `CODE.md`. */
const FINDING_PAGES = 'https://github.com/mips-plan/mips-plan/blob/main/docs/findings/';

export const DIAGNOSTIC_SOURCE = 'mips-plan';

export interface DiagnosticsOptions {
  /** Of the document, for the places that a finding relates to. */
  readonly uri: string;
  readonly levels: FindingLevels;
  /** What the client can show. */
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly unnecessaryTag: boolean;
  readonly data: boolean;
}

/** Comes back with `codeAction` requests. */
export interface DiagnosticData {
  /** Index of the plan in the file, null for what concerns the file. */
  readonly plan: number | null;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Diagnostics with the same options. A finding that an edit leaves where it is keeps its own. */
export type KnownDiagnostics = WeakMap<Finding, Diagnostic>;

/**
 * The findings as LSP shows them, in the order of the text. Empty once cancelled.
 * @param known of the version before; takes up what is new
 */
export function diagnostics(analysis: Analysis, options: DiagnosticsOptions, token: CancellationToken, known?: KnownDiagnostics): Diagnostic[] {
  if (token.isCancellationRequested) return [];
  const shown: Diagnostic[] = [];
  for (const finding of analysis.findings) {
    const severity = shownSeverity(finding, options.levels);
    if (severity === undefined) continue;
    let diagnostic = known?.get(finding);
    if (diagnostic === undefined || !isWhereItWas(diagnostic, finding, analysis)) {
      diagnostic = asDiagnostic(finding, severity, analysis, options);
      known?.set(finding, diagnostic);
    }
    shown.push(diagnostic);
  }
  return shown;
}

function isWhereItWas({ range, relatedInformation }: Diagnostic, { span, related }: Finding, { source }: Analysis): boolean {
  return source.isRangeOf(range, span)
    && (relatedInformation ?? []).every(({ location }, index) => source.isRangeOf(location.range, (related[index] as RelatedPlace).span));
}

/** The page that explains a finding. */
export function findingPage(code: FindingCode): string {
  return `${FINDING_PAGES}${code}.md`;
}

function asDiagnostic(finding: Finding, severity: Severity, { source }: Analysis, options: DiagnosticsOptions): Diagnostic {
  const diagnostic: Diagnostic = {
    range: source.rangeOf(finding.span),
    severity: SEVERITIES[severity],
    code: finding.code,
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
  };
  if (options.codeDescription) diagnostic.codeDescription = { href: findingPage(finding.code) };
  if (options.unnecessaryTag && finding.unnecessary === true) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (options.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: options.uri, range: source.rangeOf(span) },
      message,
    }));
  }
  if (options.data) diagnostic.data = { plan: finding.plan } satisfies DiagnosticData;
  return diagnostic;
}
