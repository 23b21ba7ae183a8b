import { nearest } from '../text/nearest.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { CATALOGUE } from './catalogue.ts';
import { FINDING_CODES, type Finding, type FindingCode } from './finding.ts';

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

export function findSuppressions(source: SourceText, comments: readonly Span[]): Suppression[] {
  return comments.flatMap((comment) => {
    const text = source.text.slice(comment.start, comment.end);
    const directive = DIRECTIVE.exec(text);
    if (directive === null) return [];
    const line = source.positionAt(comment.start).line;
    const hidden = directive[1] === 'file' ? null : directive[1] === 'line' ? line : line + 1;
    // What follows a second `#` or `--` says why.
    const codes = text.slice(directive[0].length).split(/\s(?:#|--)/, 1)[0] ?? '';
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
  const about = suppressions.filter((suppression) => !used.has(suppression)).map((suppression) => ({ suppression, finding: unneeded(suppression, source) }));
  const ofComments = part(about.map(({ finding }) => finding), suppressions, source, used);
  const stillUnused = new Set(about.filter(({ suppression }) => !used.has(suppression)).map(({ finding }) => finding));
  return { shown: [...shown, ...ofComments.shown.filter((finding) => stillUnused.has(finding))], hidden: [...hidden, ...ofComments.hidden] };
}

function part(findings: readonly Finding[], suppressions: readonly Suppression[], source: SourceText, used: Set<Suppression>) {
  const shown: Finding[] = [];
  const hidden: Finding[] = [];
  for (const finding of findings) {
    const line = source.positionAt(finding.span.start).line;
    const hiding = suppressions.filter((suppression) => suppression.code === finding.code && (suppression.line === null || suppression.line === line));
    for (const suppression of hiding) used.add(suppression);
    (hiding.length === 0 ? shown : hidden).push(finding);
  }
  return { shown, hidden };
}

function unneeded(suppression: Suppression, source: SourceText): Finding {
  const known = (FINDING_CODES as readonly string[]).includes(suppression.code);
  const code: FindingCode = known ? 'unused-suppression' : 'unknown-suppression';
  const [near] = known ? [] : nearest(suppression.code, FINDING_CODES, 1);
  return {
    code,
    severity: CATALOGUE[code].severity,
    span: suppression.span,
    plan: null,
    related: [],
    message: known
      ? `\`${suppression.code}\` hides nothing here; remove it.`
      : `There is no finding \`${suppression.code}\`${near === undefined ? '; remove it or correct the code.' : `; did you mean \`${near}\`?`}`,
    unnecessary: known,
    fixes: () => {
      if (known) return [{ title: `Remove \`${suppression.code}\``, edits: [{ span: removal(suppression, source), newText: '' }], preferred: true, safe: true }];
      return near === undefined ? [] : [{ title: `Replace by \`${near}\``, edits: [{ span: suppression.span, newText: near }], preferred: true }];
    },
  };
}

/** The code with the blanks before it; the whole comment, and the blanks before that, where it names nothing else. */
function removal({ code, span, comment }: Suppression, source: SourceText): Span {
  const text = source.text.slice(comment.start, comment.end);
  const rest = text.replace(DIRECTIVE, '').replace(code, '').replace(/[\s,]/g, '');
  let start = rest === '' ? comment.start : span.start;
  while (start > 0 && ' \t,'.includes(source.text[start - 1] ?? '')) start--;
  return { start, end: rest === '' ? comment.end : span.end };
}
