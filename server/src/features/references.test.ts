import { describe, expect, it } from 'vitest';
import { references, usesElsewhere } from './references.ts';
import { CANCELLED, marked, NOT_CANCELLED } from './testing/markedText.ts';
import { shownIn } from './testing/places.ts';
import { TEAM } from './testing/team.ts';
import { summarise } from './workspacePlans/fileSummary.ts';

const URI = 'file:///plans/a.mips.yaml';

function referencesAt(markedText: string, includeDeclaration = true): string[] {
  const { analysis, position } = marked(markedText);
  const { here: found } = references(analysis, position, { uri: URI, includeDeclaration }, NOT_CANCELLED);
  expect(found.every(({ uri }) => uri === URI)).toBe(true);
  return shownIn(analysis.source, found.map(({ range }) => range));
}

const USES = `${TEAM}  - id: IA_BE_4 # adams
    performed_by: [ad<|>ams, baker, 'adams']
  - { id: IA_BE_6, owner: adams, performed_by: { adams: 2024-01-01/2024-05-01, "baker": 2024-01-01/2024-05-01 } }
`;

describe('references', () => {
  it('of a short name are its roster entry and every use, in lists and maps, with quotes or without', () => {
    expect(referencesAt(USES)).toEqual([
      '«adams»: { name: Ann Adams } # adams leads',
      "performed_by: [«adams», baker, '«adams»']",
      '- { id: IA_BE_6, owner: adams, performed_by: { «adams»: 2024-01-01/2024-05-01, "baker": 2024-01-01/2024-05-01 } }',
    ]);
    expect(referencesAt(USES, false)).toHaveLength(2);
  });

  it('are the same from the roster', () => {
    const fromRoster = USES.replace('<|>', '').replace('adams:', '<|>adams:');
    expect(referencesAt(fromRoster)).toEqual(referencesAt(USES));
  });

  it('are found behind aliases and merge keys where they are written', () => {
    expect(referencesAt(`${TEAM}  - &first
    id: IA_BE_4
    performed_by: &team [adams, ba<|>ker]
  - { id: IA_BE_6, performed_by: *team }
  - <<: *first
    id: IA_BE_15
`)).toEqual(['"«baker»": {}', 'performed_by: &team [adams, «baker»]']);
  });

  it('of a name that the roster lacks are its uses', () => {
    expect(referencesAt(`${TEAM}  - { id: IA_BE_4, performed_by: [cole<|>] }\n  - { id: IA_BE_6, performed_by: [cole] }\n`)).toHaveLength(2);
  });

  it('of an anchor are its aliases, and only those that mean it', () => {
    const anchored = `${TEAM}  - { id: IA_BE_4, period: &spring 2024-01-01/2024-05-01 }
  - { id: IA_BE_6, period: *spri<|>ng }
  - { id: IA_BE_15, period: &spring 2024-02-01/2024-06-01 }
  - { id: IA_BE_16, period: *spring }
`;
    expect(referencesAt(anchored)).toEqual(['- { id: IA_BE_4, period: &«spring» 2024-01-01/2024-05-01 }', '- { id: IA_BE_6, period: *«spring» }']);
    expect(referencesAt(anchored, false)).toHaveLength(1);
  });

  it.each(['<|>*one]', '*<|>one]', '*one<|>]'])('of an anchor are found from every side of its name: [%s', (alias) => {
    expect(referencesAt(`${TEAM}  - { id: IA_BE_4, evidence: [&one a.pdf, ${alias} }\n`)).toEqual(['- { id: IA_BE_4, evidence: [&«one» a.pdf, *«one»] }']);
  });

  it('stay within their document, whatever its lines end with', () => {
    const two = `\uFEFF${TEAM}  - { id: IA_BE_4, performed_by: [adams] }\n---\n${USES}`.replaceAll('\n', '\r\n');
    expect(referencesAt(two)).toEqual(referencesAt(USES));
  });

  it('are found in half-typed text', () => {
    expect(referencesAt(`${TEAM}  - id: IA_BE_4\n    performed_by: [adams<|>, `)).toEqual(['«adams»: { name: Ann Adams } # adams leads', 'performed_by: [«adams»,']);
  });

  it('are none elsewhere, and for a request that was cancelled', () => {
    expect(referencesAt(`${TEAM}  - <|>id: IA_BE_4\n`)).toEqual([]);
    expect(referencesAt(`${TEAM}  - id: IA_BE_4 # ad<|>ams\n`)).toEqual([]);
    const { analysis, position } = marked(USES);
    expect(references(analysis, position, { uri: URI, includeDeclaration: true }, CANCELLED)).toEqual({ here: [], activity: undefined });
  });
});

describe('references to an activity', () => {
  const text = `${TEAM}  - &one { id: <|>IA_BE_4 }\n  - *one\n  - id: IA_BE_6\n---\n${TEAM}  - id: "IA_BE_4"\n`;

  it('are its places in every plan of the file', () => {
    expect(referencesAt(text)).toEqual(['- &one { id: «IA_BE_4» }', '- id: «"IA_BE_4"»']);
    expect(referencesAt(text, false)).toHaveLength(2);
  });

  it('are those in other files, too', () => {
    const { analysis, position } = marked(text);
    const { activity } = references(analysis, position, { uri: URI, includeDeclaration: true }, NOT_CANCELLED);
    expect(activity).toBe('IA_BE_4');
    const files = ['z', 'b', 'a'].map((name) => summarise(analysis, { uri: `file:///plans/${name}.mips.yaml`, path: `${name}.mips.yaml` }, new Map()));
    const elsewhere = usesElsewhere(files, 'IA_BE_4', URI);
    expect(elsewhere.map(({ uri }) => uri.at(-11))).toEqual(['b', 'b', 'z', 'z']);
    expect(shownIn(analysis.source, elsewhere.slice(0, 2).map(({ range }) => range))).toEqual(referencesAt(text));
    expect(usesElsewhere(files, 'IA_BE_44', URI)).toEqual([]);
  });
});
