import type { DocumentLink } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Evidence } from '../plan/model.ts';
import type { Span } from '../text/span.ts';
import type { CancellationToken } from './cancellationToken.ts';

export interface DocumentLinkOptions {
  /** The URI of a file that the plan names; undefined where it is not to be opened, or there is no file system. */
  readonly fileUri: (written: string) => string | undefined;
}

/** What an editor may open from a plan: nothing that runs something. */
const LINK = /^(?:https?:\/\/|mailto:)[^\s\x00-\x20\x7f]+$/i;

/** Where CMS shows the measures and activities of each year. It has no address of a single activity that lasts. */
const CMS_PAGE = 'https://qpp.cms.gov/mips/explore-measures';

/**
 * The evidence that can be opened: files of the plan's folder, web pages and mail addresses; and CMS's page, from the
 * performance year. Empty once cancelled.
 */
export function documentLinks({ plans, source }: Analysis, { fileUri }: DocumentLinkOptions, token: CancellationToken): DocumentLink[] {
  if (token.isCancellationRequested) return [];
  const links = new Map<number, DocumentLink>();
  for (const piece of plans.flatMap(({ plan }) => (plan.activities.value?.value ?? []).flatMap(({ evidence }) => evidence.value?.value ?? []))) {
    const span = withoutQuotes(piece.valuePlace.origin ?? piece.valuePlace.span, source.text);
    const target = targetOf(piece, fileUri);
    const isOneLine = !/[\r\n]/.test(source.text.slice(span.start, span.end));
    if (target !== undefined && isOneLine) links.set(span.start, { range: source.rangeOf(span), target });
  }
  for (const { plan: { performanceYear } } of plans) {
    if (performanceYear.value === undefined) continue;
    const span = withoutQuotes(performanceYear.value.origin ?? performanceYear.value.span, source.text);
    links.set(span.start, { range: source.rangeOf(span), target: CMS_PAGE, tooltip: 'CMS: Explore Measures & Activities' });
  }
  return [...links.values()];
}

function targetOf({ kind, value }: Evidence, fileUri: DocumentLinkOptions['fileUri']): string | undefined {
  if (kind === 'file') return fileUri(value);
  return kind === 'url' && LINK.test(value) ? value : undefined;
}

function withoutQuotes({ start, end }: Span, text: string): Span {
  return /["']/.test(text[start] ?? '') ? { start: start + 1, end: end - 1 } : { start, end };
}
