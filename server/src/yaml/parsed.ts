import type { Document } from 'yaml';
import type { Span } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';

/** A file as the YAML library read it, after whatever had to be mended on a copy of the text to read the rest. */
export interface ParsedYaml {
  /** As the library gives them, comments-only and empty documents included. */
  readonly documents: readonly Document.Parsed[];
  /** In the order of the text; a cascade of the library's errors is one problem at its cause. */
  readonly problems: readonly SyntaxProblem[];
  /** Every comment from its `#` to the end of its line. */
  readonly comments: readonly Span[];
  /** The offset in the file of an offset in the text that was parsed (they differ only where something was mended). */
  readonly originalOffset: (offset: number) => number;
  /** Whether a stretch of the file was parsed as it stands there. */
  readonly isAsWritten: (span: Span) => boolean;
  /** Whether what was mended, and how, depends on nothing but what stands around it. */
  readonly isMendedLocally: boolean;
}

export interface SyntaxProblem {
  /** One plain sentence: what is wrong and what to do; names the character where one is to blame. */
  readonly message: string;
  /** In the file's own text: the narrowest place that shows the cause. */
  readonly span: Span;
  readonly fixes: readonly SyntaxFix[];
}

export interface SyntaxFix {
  readonly title: string;
  readonly edits: readonly SpanEdit[];
  readonly preferred?: boolean | undefined;
}

/** A file over a limit of the format: nothing of it is read. */
export interface Refusal {
  readonly code: 'document-too-large' | 'too-many-aliases' | 'nesting-too-deep';
  readonly message: string;
}

/** The limits that docs/plan-format.md tells. */
export const LIMITS = {
  /** Bytes of UTF-8. */
  fileBytes: 2 * 1024 * 1024,
  /** Nodes that following aliases may add, keys and values counted. */
  aliasNodes: 10_000,
  /** Characters of text that following aliases may add: as many as a file may have. A long text repeated often is a bomb, too. */
  aliasText: 2 * 1024 * 1024,
  /** Collections within collections. */
  nesting: 64,
} as const;
