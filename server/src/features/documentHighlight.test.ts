import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { documentHighlights } from './documentHighlight.ts';
import { CANCELLED, marked, NOT_CANCELLED } from './testing/markedText.ts';
import { shownIn } from './testing/places.ts';
import { TEAM } from './testing/team.ts';

const { Read, Text, Write } = DocumentHighlightKind;

function highlightsAt(markedText: string): { shown: string[]; kinds: unknown[] } {
  const { analysis, position } = marked(markedText);
  const highlights = documentHighlights(analysis, position, NOT_CANCELLED);
  return { shown: shownIn(analysis.source, highlights.map(({ range }) => range)), kinds: highlights.map(({ kind }) => kind) };
}

describe('document highlights', () => {
  it('show where a short name is declared and where it is used', () => {
    expect(highlightsAt(`${TEAM}  - { id: IA_BE_4, performed_by: [<|>baker] }\n`)).toEqual({
      shown: ['"«baker»": {}', '- { id: IA_BE_4, performed_by: [«baker»] }'],
      kinds: [Write, Read],
    });
  });

  it('show an anchor and its aliases', () => {
    expect(highlightsAt(`${TEAM}  - &<|>one\n    id: IA_BE_4\n  - *one\n`)).toEqual({ shown: ['- &«one»', '- *«one»'], kinds: [Write, Read] });
  });

  it('show an id in every plan of the file', () => {
    const text = `${TEAM}  - &one { id: <|>IA_BE_4 }\n  - *one\n  - id: IA_BE_6\n---\n${TEAM}  - id: "IA_BE_4"\n`;
    expect(highlightsAt(text.replaceAll('\n', '\r\n'))).toEqual({ shown: ['- &one { id: «IA_BE_4» }', '- id: «"IA_BE_4"»'], kinds: [Text, Text] });
  });

  it('show nothing elsewhere, and once cancelled', () => {
    expect(highlightsAt(`${TEAM}  - id: IA_BE_4\n    stat<|>us: planned\n`).shown).toEqual([]);
    const { analysis, position } = marked(`${TEAM}  - id: <|>IA_BE_4\n`);
    expect(documentHighlights(analysis, position, CANCELLED)).toEqual([]);
  });
});
