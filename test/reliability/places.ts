import type { TextDocument } from 'vscode-languageserver-textdocument';
import { expect } from 'vitest';

/** Fails where a range of the answer lies outside the document, or ends before it begins. */
export function expectPlacesInside(answer: unknown, document: TextDocument, label: string): void {
  for (const { start, end } of rangesIn(answer)) {
    for (const place of [start, end]) {
      const { line, character } = document.positionAt(document.offsetAt(place));
      if (line !== place.line || character !== place.character) expect.fail(`${label}: no place of the document: ${JSON.stringify(place)}`);
    }
    if (document.offsetAt(end) < document.offsetAt(start)) expect.fail(`${label}: ends before it begins: ${JSON.stringify({ start, end })}`);
  }
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function rangesIn(value: unknown): readonly { readonly start: Place; readonly end: Place }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  if (isPlace(start) && isPlace(end)) return [{ start, end }];
  return Object.values(value).flatMap(rangesIn);
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && typeof (value as Place).line === 'number' && typeof (value as Place).character === 'number';
}
