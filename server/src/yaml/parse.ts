import { LIMITS, type ParsedYaml, type Refusal } from './parsed.ts';
import { mend } from './repair/mend.ts';
import { readOnce, type Reading } from './repair/read.ts';
import { hiddenBlanks } from './repair/unusualBlanks.ts';

/** Reads a file of YAML documents, broken or not. Never throws; refuses what exceeds a limit of the format. */
export function parseYaml(text: string): ParsedYaml | Refusal {
  if (exceedsFileLimit(text)) return { code: 'document-too-large', message: TOO_LARGE };
  const source = withLineFeeds(text);
  const reading = readOnce(source);
  if (reading === undefined) return { code: 'nesting-too-deep', message: TOO_DEEP };
  const hidden = reading.errors.length === 0 ? hiddenBlanks(source) : undefined;
  if (reading.errors.length === 0 && hidden === undefined) return healthy(reading);
  const { copy, problems, reading: mended, wereErrorsCounted } = mend(source, reading, hidden);
  return {
    documents: mended.documents,
    problems,
    comments: mended.comments.map((comment) => copy.originalSpan(comment)),
    originalOffset: (offset) => copy.originalOffset(offset),
    isAsWritten: (span) => copy.holds(span),
    isMendedLocally: !wereErrorsCounted,
  };
}

/** Reads a text that is healthy; undefined for any other, without mending it. */
export function parseHealthyYaml(text: string): ParsedYaml | undefined {
  const source = withLineFeeds(text);
  const reading = readOnce(source);
  return reading?.errors.length !== 0 || hiddenBlanks(source) !== undefined ? undefined : healthy(reading);
}

function healthy({ documents, comments }: Reading): ParsedYaml {
  return { documents, problems: [], comments, originalOffset: (offset) => offset, isAsWritten: () => true, isMendedLocally: true };
}

const TOO_LARGE = 'This file is larger than 2 MiB and is not read; split it into several plans.';
const TOO_DEEP = `Lists and maps are nested more than ${String(LIMITS.nesting)} deep here, so the file is not read; take some levels out.`;

/** A carriage return alone ends a line, too; the library knows it only before a line feed. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

export function exceedsFileLimit(text: string): boolean {
  // A code unit is at most three bytes of UTF-8.
  if (text.length * 3 <= LIMITS.fileBytes) return false;
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes > LIMITS.fileBytes;
}
