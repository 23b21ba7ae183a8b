import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { prepareRename, rename } from './rename.ts';
import { applied, EDITED } from './testing/edits.ts';
import { CANCELLED, marked, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';
import { TEAM } from './testing/team.ts';

/** The text after the renaming, or why it is refused. */
function renamed(markedText: string, newName: string): string {
  const { analysis, position, text } = marked(markedText);
  const result = rename(analysis, position, newName, EDITED, NOT_CANCELLED);
  if (result === undefined || 'refusal' in result) return `refused: ${result?.refusal ?? ''}`;
  return applied(text, result);
}

/** What is to be renamed, or why not. */
function prepared(markedText: string): string {
  const { analysis, position, text } = marked(markedText);
  const result = prepareRename(analysis, position, NOT_CANCELLED);
  if (result === undefined || 'refusal' in result) return `refused: ${result?.refusal ?? ''}`;
  const shown = text.slice(analysis.source.offsetAt(result.range.start), analysis.source.offsetAt(result.range.end));
  expect(result.placeholder).toBe(shown);
  return shown;
}

function said(text: string): unknown {
  const { findings, plans } = analyse(text, TEST_CONTEXT);
  return { codes: findings.map(({ code }) => code), points: plans.map(({ points }) => points?.capped) };
}

const PLAN = `${TEAM}  - id: IA_BE_4   # adams
    performed_by:   [ adams,baker ]
    owner: adams
  - id: IA_BE_6
    performed_by:
      'adams': 2024-01-01/2024-05-01   
      "baker": 2024-01-01/2024-05-01

  - { id: IA_BE_15, performed_by: [baker, "adams"] }
`;
const AT_ADAMS = PLAN.replace('[ adams', '[ ad<|>ams');

describe('renaming a short name', () => {
  it.each([
    ['LF', (text: string) => text],
    ['CRLF and a byte-order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['several documents', (text: string) => `${TEAM}  - { id: IA_BE_4, performed_by: [adams] }\n--- # 😀\n${text}`],
  ])('changes its places and nothing else: %s', (_, rewrite) => {
    const after = renamed(rewrite(AT_ADAMS), 'smith-2');
    const expected = PLAN
      .replace('  adams: {', '  smith-2: {')
      .replace('[ adams,', '[ smith-2,')
      .replace("'adams':", "'smith-2':")
      .replace('"adams"]', '"smith-2"]');
    expect(after).toBe(rewrite(expected));
    expect(said(after)).toEqual(said(rewrite(PLAN)));
  });

  it('changes a name behind an alias where it is written', () => {
    const after = renamed(`${TEAM}  - { id: IA_BE_4, performed_by: &team [adams, baker] }\n  - { id: IA_BE_6, performed_by: *team }\n`.replace('  adams', '  <|>adams'), 'smith');
    expect(after).toContain('&team [smith, baker]');
    expect(after).toContain('performed_by: *team');
    expect(said(after)).toEqual(said(after.replaceAll('smith', 'adams')));
  });

  it('changes keys that stand twice, too', () => {
    const after = renamed(`${TEAM.replace('activities', '  adams: {}\nactivities')}  - { id: IA_BE_4, performed_by: [<|>adams] }\n`, 'smith');
    expect(after.match(/smith/g)).toHaveLength(3);
  });

  it.each([
    ['baker', 'refused: “baker” is somebody’s short name already.'],
    ['2nd', 'refused: A short name has letters, digits, “-” and “_”, and begins with a letter.'],
    ['a b', 'refused: A short name has letters, digits, “-” and “_”, and begins with a letter.'],
    ['', 'refused: A short name has letters, digits, “-” and “_”, and begins with a letter.'],
    ['True', 'refused: “True” is no text in YAML; choose another name.'],
  ])('to “%s” is refused', (newName, refusal) => expect(renamed(AT_ADAMS, newName)).toBe(refusal));

  it('to the same name changes nothing', () => expect(renamed(AT_ADAMS, 'adams')).toBe(PLAN));
});

describe('renaming an anchor', () => {
  const ANCHORED = `${TEAM}  - &first
    id: IA_BE_4
    period: &spring 2024-01-01/2024-05-01 # *spring
  - { <<: *first, id: IA_BE_6, period: *sp<|>ring, note: "*spring" }
---
${TEAM}  - { id: IA_BE_4, period: &spring 2024-01-01/2024-05-01 }
`;

  it('changes the anchor and its aliases and nothing else', () => {
    const text = ANCHORED.replace('<|>', '');
    const after = renamed(ANCHORED, 'early');
    expect(after).toBe(text.replace('&spring', '&early').replace('period: *spring', 'period: *early'));
    expect(said(after)).toEqual(said(text));
  });

  it.each([
    ['first', 'refused: There is another anchor “first” in this document.'],
    ['a b', 'refused: An anchor is named with letters, digits, “.”, “-” and “_”, without blanks.'],
    ['*x', 'refused: An anchor is named with letters, digits, “.”, “-” and “_”, without blanks.'],
  ])('to “%s” is refused', (newName, refusal) => expect(renamed(ANCHORED, newName)).toBe(refusal));
});

describe('before a renaming', () => {
  it('the name without quotes and signs is shown', () => {
    expect(prepared(AT_ADAMS)).toBe('adams');
    expect(prepared(PLAN.replace('"baker":', '"bak<|>er":'))).toBe('baker');
    expect(prepared(`${TEAM}  - <|>&one\n    id: IA_BE_4\n  - *one\n`)).toBe('one');
  });

  it.each(['id: IA_<|>BE_4', 'owner: ad<|>ams', '# ad<|>ams'])('other words are refused: %s', (line) => {
    expect(prepared(`${TEAM}  - id: IA_BE_6\n    ${line}\n`)).toBe('refused: Only clinicians’ short names and anchors can be renamed.');
  });

  it('a file that cannot be read whole is refused', () => {
    const refusal = 'refused: Correct what cannot be read in this file first: a place of the name may be hidden there.';
    expect(prepared(`${AT_ADAMS}  - { id: IA_BE_16, performed_by: [adams, ]]\n`)).toBe(refusal);
    expect(renamed(`${AT_ADAMS}  - { id: IA_BE_16, performed_by: [adams, ]]\n`, 'smith')).toBe(refusal);
  });
});

it('gives a client what it can take, and nothing once cancelled', () => {
  const { analysis, position } = marked(AT_ADAMS);
  const versioned = rename(analysis, position, 'smith', EDITED, NOT_CANCELLED);
  expect(versioned).toMatchObject({ documentChanges: [{ textDocument: { uri: EDITED.uri, version: 7 } }] });
  expect(rename(analysis, position, 'smith', { ...EDITED, documentChanges: false }, NOT_CANCELLED)).toMatchObject({ changes: { [EDITED.uri]: expect.any(Array) as unknown } });
  expect(rename(analysis, position, 'smith', EDITED, CANCELLED)).toBeUndefined();
  expect(prepareRename(analysis, position, CANCELLED)).toBeUndefined();
});
