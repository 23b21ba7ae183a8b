import type { Range } from 'vscode-languageserver-types';
import type { FindingCode } from '../findings/finding.ts';

/** What leaves the editor: reports for people, submissions for CMS. */

export const REPORT_REQUEST = 'mipsPlan/report';
/**
 * Params of `mipsPlan/report`; the answer is null where the file is neither open nor can be read. A report about thousands
 * of plans has a hundred megabytes: a client that gives a `partialResultToken` gets a `ReportPart` for each plan while they
 * are made, and a `ReportFrame` in the end. Others get a `ReportResult`.
 */
export interface ReportParams {
  /** Null: all plans of the workspace. */
  readonly textDocument: { readonly uri: string } | null;
  readonly partialResultToken?: string | number | undefined;
}

/** The parts follow each other between `before` and `after`. */
export interface ReportPart {
  readonly html: string;
  /** Files that the parts tell of so far, of how many. */
  readonly files: number;
  readonly ofFiles: number;
}

export interface ReportFrame {
  readonly before: string;
  readonly after: string;
  /** How many plans it tells of. */
  readonly plans: number;
}

export interface ReportResult {
  /** A whole page that needs nothing else, without scripts. */
  readonly html: string;
  /** How many plans it tells of. */
  readonly plans: number;
}

export const EXPORT_QPP_REQUEST = 'mipsPlan/exportQpp';
/** Params of `mipsPlan/exportQpp`; the answer is an `ExportQppResult`, or null where no such plan is open. */
export interface ExportQppParams {
  readonly textDocument: { readonly uri: string };
}

export type ExportQppResult =
  /** What `mips-plan export --to qpp-json` prints. It holds whole TINs. */
  | { readonly json: string }
  /** What stands in the way, in the order of the text; empty where there is no plan in the file. */
  | { readonly refusedBy: readonly BlockingFinding[] };

export interface BlockingFinding {
  readonly code: FindingCode;
  /** No TIN stands in it in full. */
  readonly message: string;
  readonly range: Range;
}
