import { asShown } from '../text/asShown.ts';
import { atMost } from '../text/atMost.ts';
import { nearest } from '../text/nearest.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { CATALOGUE } from './catalogue.ts';
import { FINDING_CODES, type Finding, type FindingCode, type Fix } from './finding.ts';

/** One code in a comment that hides findings: `# mips-disable-line CODE…`, `-next-line`, `-file`. */
export interface Suppression {
  readonly code: string;
  /** Of the code in the comment. */
  readonly span: Span;
  /** The whole comment. */
  readonly comment: Span;
  /** The line whose findings it hides; null for the whole file. */
  readonly line: number | null;
}

/** No comment is offered for these: what cannot be read must be repaired, and a file that is refused has no comments. */
export const NEVER_HIDDEN: ReadonlySet<FindingCode> = new Set(['yaml-syntax', 'document-too-large', 'too-many-aliases', 'nesting-too-deep']);

const DIRECTIVE = /^#\s*mips-disable-(line|next-line|file)(?=[\s,]|$)/;
/** What follows a second `#` or `--` says why. */
const BEFORE_REASON = /\s(?:#|--)/;
const REASON = /\s(?:#|--)\s*(?=\S)/;

const MOST_CODES = 400;

export function findSuppressions(source: SourceText, comments: readonly Span[]): Suppression[] {
  return comments.flatMap((comment) => {
    const text = source.text.slice(comment.start, comment.end);
    const directive = DIRECTIVE.exec(text);
    if (directive === null) return [];
    const line = source.positionAt(comment.start).line;
    const hidden = directive[1] === 'file' ? null : directive[1] === 'line' ? line : line + 1;
    const codes = text.slice(directive[0].length).split(BEFORE_REASON, 1)[0] ?? '';
    return [...codes.matchAll(/[^\s,]+/g)].map((match): Suppression => {
      const start = comment.start + directive[0].length + match.index;
      return { code: match[0], span: { start, end: start + match[0].length }, comment, line: hidden };
    });
  });
}

/** Parts the findings into those shown, with what is wrong with the comments themselves, and those that a comment hides. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  source: SourceText,
): { readonly shown: Finding[]; readonly hidden: Finding[] } {
  if (suppressions.length === 0) return { shown: [...findings], hidden: [] };
  const used = new Set<Suppression>();
  const { shown, hidden } = part(findings, suppressions, source, used);
  // A comment can hide what is wrong with another; only then is it known whether it hides anything.
  let commentsThatStay: ReadonlySet<Span> | undefined;
  const stays = (comment: Span): boolean => {
    commentsThatStay ??= new Set(suppressions.filter((each) => used.has(each) || !isCode(each.code)).map((each) => each.comment));
    return commentsThatStay.has(comment);
  };
  const removals = new Map<Span, Fix>();
  const removed = (suppression: Suppression): Fix => {
    const fix = removals.get(suppression.comment) ?? removeDirective(suppression, source);
    removals.set(suppression.comment, fix);
    return fix;
  };
  const nearestTo = atMost(MOST_CODES, (code) => nearest(code, FINDING_CODES, 1));
  const about = suppressions.filter((suppression) => !used.has(suppression)).map((suppression) => {
    return { suppression, finding: unneeded(suppression, nearestTo, () => (stays(suppression.comment) ? removeCode(suppression, source) : removed(suppression))) };
  });
  const ofComments = part(about.map(({ finding }) => finding), suppressions, source, used);
  const stillUnused = new Set(about.filter(({ suppression }) => !used.has(suppression)).map(({ finding }) => finding));
  return { shown: [...shown, ...ofComments.shown.filter((finding) => stillUnused.has(finding))], hidden: [...hidden, ...ofComments.hidden] };
}

function part(findings: readonly Finding[], suppressions: readonly Suppression[], source: SourceText, used: Set<Suppression>) {
  const shown: Finding[] = [];
  const hidden: Finding[] = [];
  const byPlace = grouped(suppressions, ({ code, line }) => `${code} ${line ?? 'anywhere'}`);
  const usedPlaces = new Set<string>();
  for (const finding of findings) {
    const line = source.positionAt(finding.span.start).line;
    const hiding = [`${finding.code} ${line}`, `${finding.code} anywhere`].filter((place) => byPlace.has(place));
    for (const place of hiding) usedPlaces.add(place);
    (hiding.length === 0 ? shown : hidden).push(finding);
  }
  for (const place of usedPlaces) for (const suppression of byPlace.get(place) ?? []) used.add(suppression);
  return { shown, hidden };
}

function grouped<K>(suppressions: readonly Suppression[], key: (suppression: Suppression) => K): ReadonlyMap<K, readonly Suppression[]> {
  const groups = new Map<K, Suppression[]>();
  for (const suppression of suppressions) {
    const group = groups.get(key(suppression));
    if (group === undefined) groups.set(key(suppression), [suppression]);
    else group.push(suppression);
  }
  return groups;
}

function isCode(code: string): boolean {
  return (FINDING_CODES as readonly string[]).includes(code);
}

/** @param removal takes away the code, or the comment where no other code stays in it */
function unneeded(suppression: Suppression, nearestTo: (code: string) => readonly string[], removal: () => Fix): Finding {
  const known = isCode(suppression.code);
  const code: FindingCode = known ? 'unused-suppression' : 'unknown-suppression';
  const [near] = known ? [] : nearestTo(suppression.code);
  return {
    code,
    severity: CATALOGUE[code].severity,
    span: suppression.span,
    plan: null,
    related: [],
    message: known
      ? `\`${suppression.code}\` hides nothing here; remove it.`
      : `There is no finding \`${asShown(suppression.code)}\`${near === undefined ? '; remove it or correct the code.' : `; did you mean \`${near}\`?`}`,
    unnecessary: known,
    fixes: () => {
      if (known) return [removal()];
      return near === undefined ? [] : [{ title: `Replace with \`${near}\``, edits: [{ span: suppression.span, newText: near }], preferred: true }];
    },
  };
}

/** Takes out the code with the blanks before it. */
function removeCode({ code, span }: Suppression, source: SourceText): Fix {
  return removal(`Remove \`${code}\``, { start: beforeBlanks(span.start, ' \t,', source), end: span.end });
}

/**
 * Takes out the comment: with its line, where nothing else stands there. What it says behind its codes stays as a
 * comment. The same for every code of the comment, so that they can go together.
 */
function removeDirective({ comment }: Suppression, source: SourceText): Fix {
  const title = 'Remove this comment';
  const text = source.text.slice(comment.start, comment.end);
  const reason = REASON.exec(text);
  if (reason !== null) {
    const span = { start: comment.start, end: comment.start + reason.index + reason[0].length };
    return { title: 'Remove what hides nothing', edits: [{ span, newText: '# ' }], preferred: true, safe: true };
  }
  const start = beforeBlanks(comment.start, ' \t', source);
  const line = source.positionAt(comment.start).line;
  const isAlone = start <= source.lineSpan(line).start;
  if (!isAlone) return removal(title, { start, end: comment.end });
  const next = source.lineSpan(line + 1).start;
  return removal(title, { start, end: next });
}

function removal(title: string, span: Span): Fix {
  return { title, edits: [{ span, newText: '' }], preferred: true, safe: true };
}

function beforeBlanks(offset: number, blanks: string, source: SourceText): number {
  let start = offset;
  while (start > 0 && blanks.includes(source.text[start - 1] ?? '')) start--;
  return start;
}
