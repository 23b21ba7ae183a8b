import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis.ts';
import { CATALOGUE } from '../../findings/catalogue.ts';
import { FINDING_CODES, type Finding, type FindingCode } from '../../findings/finding.ts';
import { NEVER_HIDDEN } from '../../findings/suppression.ts';
import type { Span } from '../../text/span.ts';
import { paragraph } from '../markup.ts';
import type { Offered } from './list.ts';
import type { Offer } from './offer.ts';

const DIRECTIVES = {
  line: { directive: 'mips-disable-line', detail: 'Hides findings on this line' },
  next: { directive: 'mips-disable-next-line', detail: 'Hides findings on the next line' },
  file: { directive: 'mips-disable-file', detail: 'Hides findings in the whole file' },
} as const;

type Reach = keyof typeof DIRECTIVES;

const BEGUN = /^#\s*(?=(mips[\w-]*|m|mi|mip|)$)/;
const WITH_CODES = /^#\s*mips-disable-(line|next-line|file)[\s,]+(?:\S*[\s,]+)*?(?=([^\s,]*)$)/;

/**
 * The comments that hide findings, and their codes: first those that would hide something.
 * @param comment that the cursor is in
 * @param isTriggered whether a character asked, and nobody: then nothing comes where an ordinary comment begins
 */
export function suppressionOffers(comment: Span, offset: number, analysis: Analysis, isTriggered: boolean): readonly Offered[] {
  const { text } = analysis.source;
  const before = text.slice(comment.start, offset);
  const withCodes = WITH_CODES.exec(before);
  if (withCodes !== null) {
    // What follows a second `#` or `--` says why.
    if (/\s(?:#|--)/.test(before)) return [];
    const reach = withCodes[1] === 'next-line' ? 'next' : (withCodes[1] as 'line' | 'file');
    return [offered(codeOffers(reach, comment, offset, analysis), comment.start + withCodes[0].length, offset, text)];
  }
  const begun = BEGUN.exec(before);
  if (begun === null || (isTriggered && (begun[1] ?? '') === '')) return [];
  return [offered(directiveOffers(comment, analysis), comment.start + begun[0].length, offset, text)];
}

function offered(offers: readonly Offer[], start: number, offset: number, text: string): Offered {
  const behind = /^[^\s,]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const span = { start, end: offset + behind };
  return { offers, slot: { lead: '', from: start, written: { span, outer: span, typed: text.slice(start, offset), quote: undefined, closed: true } } };
}

/** What hides a finding of the line at once, then the beginnings alone. */
function directiveOffers(comment: Span, analysis: Analysis): readonly Offer[] {
  const { source } = analysis;
  const line = source.positionAt(comment.start).line;
  const isAlone = source.text.slice(source.lineSpan(line).start, comment.start).trim() === '';
  const order: readonly Reach[] = isAlone ? ['next', 'file'] : ['line', 'next', 'file'];
  const useful = order.filter((reach) => reach !== 'file' && (isAlone ? reach === 'next' : reach === 'line'))
    .flatMap((reach) => findingsWithin(reach, line, analysis).map((finding): Offer => ({
      label: `${DIRECTIVES[reach].directive} ${finding.code}`,
      kind: CompletionItemKind.Snippet,
      documentation: [paragraph(finding.message)],
    })));
  return [...useful, ...order.map((reach): Offer => ({
    label: DIRECTIVES[reach].directive, newText: `${DIRECTIVES[reach].directive} `, kind: CompletionItemKind.Keyword, detail: DIRECTIVES[reach].detail, continues: true,
  }))];
}

/** The codes that the comment does not have yet. */
function codeOffers(reach: Reach, comment: Span, offset: number, analysis: Analysis): readonly Offer[] {
  const { source, suppressions } = analysis;
  const there = new Set(suppressions.filter((each) => each.comment.start === comment.start && !(each.span.start <= offset && offset <= each.span.end)).map(({ code }) => code));
  const found = findingsWithin(reach, source.positionAt(comment.start).line, analysis);
  const messages = new Map(found.map((finding) => [finding.code, finding.message] as const));
  const codes: readonly FindingCode[] = [...messages.keys(), ...FINDING_CODES.filter((code) => !messages.has(code) && !NEVER_HIDDEN.has(code))];
  return codes.filter((code) => !there.has(code)).map((code): Offer => {
    const message = messages.get(code);
    return {
      label: code,
      kind: CompletionItemKind.EnumMember,
      title: message === undefined ? undefined : 'found here',
      detail: CATALOGUE[code].summary,
      documentation: message === undefined ? undefined : [paragraph(message)],
    };
  });
}

/** The findings that a comment of that reach would hide, one of each code. */
function findingsWithin(reach: Reach, line: number, { findings, source }: Analysis): readonly Finding[] {
  const hidden = findings.filter(({ code, span }) => {
    return !NEVER_HIDDEN.has(code) && (reach === 'file' || source.positionAt(span.start).line === (reach === 'next' ? line + 1 : line));
  });
  return hidden.filter(({ code }, index) => hidden.findIndex((other) => other.code === code) === index);
}
