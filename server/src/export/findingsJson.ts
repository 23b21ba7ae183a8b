import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Finding, FindingCode, Severity } from '../findings/finding.ts';

/** What `mips-plan check --format json` prints of a file. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly {
    readonly code: FindingCode;
    readonly severity: Severity;
    readonly message: string;
    /** Lines and characters count from 0, as in LSP. */
    readonly range: Range;
    /** Index of the plan in the file, null for what concerns the file. */
    readonly plan: number | null;
  }[];
}

export function fileFindings(file: string, { source }: Pick<Analysis, 'source'>, findings: readonly Finding[]): FileFindings {
  return {
    file,
    findings: findings.map(({ code, severity, message, span, plan }) => ({
      code,
      severity,
      message,
      range: source.rangeOf(span),
      plan,
    })),
  };
}
