import { analyse, type Analysis } from '../../analysis.ts';
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
export function isSound(edits: readonly SpanEdit[], analysis: Analysis): boolean {
  if (![...analysis.findings, ...analysis.suppressedFindings].some(({ code }) => code === 'yaml-syntax')) return true;
  const edited = new EditedText(analysis.source.text);
  edited.apply(edits);
  return outOfPlace(analyse(edited.text, { ...analysis.context, once: true })) <= outOfPlace(analysis);
}

function outOfPlace({ findings, suppressedFindings }: Analysis): number {
  return [...findings, ...suppressedFindings].filter(({ code }) => OUT_OF_PLACE.has(code)).length;
}
