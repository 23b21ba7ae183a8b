import type { Colors } from 'picocolors/types';
import type { Analysis } from '../../../analysis.ts';
import { maskTins } from '../../../text/maskTins.ts';
import type { Finding, RelatedPlace, Severity } from '../../../findings/finding.ts';
import type { SourceText } from '../../../text/sourceText.ts';
import { excerpt } from './excerpt.ts';
import { printable, shown } from './printable.ts';
import { pad, widest } from './table.ts';

const SEVERITY_WIDTH = 'information'.length;

/** The findings of one file below its name, each with its line and a caret; nothing where there are none. */
export function findingsText(file: string, { source }: Pick<Analysis, 'source'>, findings: readonly Finding[], colors: Colors): string {
  if (findings.length === 0) return '';
  const places = findings.map((finding) => placeText(source, finding.span.start));
  const placeWidth = widest(places);
  const lines = findings.flatMap((finding, index) => [
    [
      `  ${pad(places[index] ?? '', placeWidth, true)}`,
      paint(finding.severity, colors)(pad(finding.severity, SEVERITY_WIDTH)),
      `${shown(finding.message)}  ${colors.dim(finding.code)}`,
    ].join('  '),
    ...excerptLines(source, finding, placeWidth, colors),
    ...finding.related.map((related) => relatedLine(source, related, placeWidth, colors)),
  ]);
  return `${[colors.underline(printable(file)), ...lines].join('\n')}\n\n`;
}

function excerptLines(source: SourceText, { span, severity }: Finding, width: number, colors: Colors): string[] {
  const { lineNumber, text, before, width: marked } = excerpt(source, span, maskTins);
  const margin = (word: string): string => colors.dim(`  ${pad(word, width, true)} │ `);
  const carets = paint(severity, colors)('^'.repeat(marked));
  return [margin(String(lineNumber)) + text, margin('') + ' '.repeat(before) + carets];
}

function relatedLine(source: SourceText, { span, message }: RelatedPlace, width: number, colors: Colors): string {
  return `${colors.dim(`  ${pad('', width)} └`)} ${placeText(source, span.start)}  ${shown(message)}`;
}

/** Line and column, counted from 1. */
function placeText(source: SourceText, offset: number): string {
  const { line, character } = source.positionAt(offset);
  return `${line + 1}:${character + 1}`;
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return (text) => colors.bold(colors.red(text));
    case 'warning':
      return colors.yellow;
    case 'information':
      return colors.cyan;
    case 'hint':
      return colors.dim;
  }
}
