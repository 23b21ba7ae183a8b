import { analyse, syntaxErrorIn, type Analysis } from '../../analysis.ts';
import { EditedText } from '../../edits/editedText.ts';
import type { Finding, Fix } from '../../findings/finding.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';

/** What says that something stands where it does not belong. */
const OUT_OF_PLACE: ReadonlySet<string> = new Set(['yaml-syntax', 'unknown-key', 'wrong-type', 'duplicate-key', 'invalid-value']);

/**
 * The fixes of a finding that can be offered. While something in the file cannot be read (brackets that are still open,
 * a key without its colon) what is inserted can end up elsewhere than is meant: then each is tried first.
 */
export function soundFixes(finding: Finding, analysis: Analysis): readonly Fix[] {
  const fixes = finding.fixes?.() ?? [];
  return finding.code === 'yaml-syntax' ? fixes : fixes.filter(({ edits }) => isSound(edits, analysis));
}

/** Whether edits put everything where it belongs: sure in a file that can be read, tried in one that cannot. */
function isSound(edits: readonly SpanEdit[], analysis: Analysis): boolean {
  return syntaxErrorIn(analysis) === undefined || outOfPlace(tried(edits, analysis)) <= outOfPlace(analysis);
}

/** Whether a comment is nothing but a comment: what is mended of a file that cannot be read may be read otherwise around it. */
export function changesNothing(comment: SpanEdit, analysis: Analysis): boolean {
  return syntaxErrorIn(analysis) === undefined || codesOf(tried([comment], analysis)) === codesOf(analysis);
}

function tried(edits: readonly SpanEdit[], { source, context }: Analysis): Analysis {
  const edited = new EditedText(source.text);
  edited.apply(edits);
  return analyse(edited.text, { ...context, once: true });
}

function allFindings({ findings, suppressedFindings }: Analysis): readonly Finding[] {
  return [...findings, ...suppressedFindings];
}

function outOfPlace(analysis: Analysis): number {
  return allFindings(analysis).filter(({ code }) => OUT_OF_PLACE.has(code)).length;
}

function codesOf(analysis: Analysis): string {
  return allFindings(analysis).map(({ code }) => code).filter((code) => code !== 'unused-suppression').sort().join(' ');
}
