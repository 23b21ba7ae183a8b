import { describe, expect, it } from 'vitest';
import { definition } from './definition.ts';
import { CANCELLED, marked, NOT_CANCELLED } from './testing/markedText.ts';
import { shownIn } from './testing/places.ts';
import { TEAM } from './testing/team.ts';

const URI = 'file:///plans/a.mips.yaml';

function definitionAt(markedText: string): string[] {
  const { analysis, position } = marked(markedText);
  return shownIn(analysis.source, definition(analysis, position, URI, NOT_CANCELLED).map(({ range }) => range));
}

describe('definition', () => {
  it.each(['performed_by: [<|>baker]', 'performed_by: { baker<|>: 2024-01-01/2024-05-01 }', "performed_by: ['b<|>aker']"])('of a short name is in the roster: %s', (performedBy) => {
    expect(definitionAt(`${TEAM}  - { id: IA_BE_4, ${performedBy} }\n`)).toEqual(['"«baker»": {}']);
  });

  it('of a roster entry is itself', () => {
    expect(definitionAt(`${TEAM.replace('adams:', 'ada<|>ms:')}  - id: IA_BE_4\n`)).toEqual(['«adams»: { name: Ann Adams } # adams leads']);
  });

  it('of an alias is its anchor, with CRLF too', () => {
    const text = `${TEAM}  - id: IA_BE_4\n    period: &spring 2024-01-01/2024-05-01\n  - id: IA_BE_6\n    period: <|>*spring\n`;
    expect(definitionAt(text.replaceAll('\n', '\r\n'))).toEqual(['period: &«spring» 2024-01-01/2024-05-01']);
  });

  it('is in the document of the name', () => {
    const text = `${TEAM}  - id: IA_BE_4\n---\n${TEAM.replace('"baker": {}', 'cole: {}')}  - { id: IA_BE_4, performed_by: [bak<|>er] }\n`;
    expect(definitionAt(text)).toEqual([]);
  });

  it('is nowhere for other words, and once cancelled', () => {
    expect(definitionAt(`${TEAM}  - id: IA_<|>BE_4\n`)).toEqual([]);
    const { analysis, position } = marked(`${TEAM}  - { id: IA_BE_4, performed_by: [<|>baker] }\n`);
    expect(definition(analysis, position, URI, CANCELLED)).toEqual([]);
  });
});
