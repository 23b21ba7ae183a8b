import { describe, expect, it } from 'vitest';
import { TEAM } from '../testing/team.ts';
import { FORMS, refactored, titlesAt } from '../testing/refactored.ts';

const NAME_ALL = 'Name all 2 clinicians of the roster';
const NO_ROSTER = 'performance_year: 2024\npractice: { name: Elm, clinicians: 4 }\nsubmission: { level: group }\nactivities:\n';

describe('a number in performed_by', () => {
  it.each(FORMS)('that is everyone becomes the names of the roster: %s', (_, rewrite) => {
    const text = rewrite(`${TEAM}  - id: IA_EPA_1\n    performed_by: 2<|> # both\n    status: planned\n`);
    expect(refactored(text, NAME_ALL)).toBe(text.replace('2<|> # both', '[adams, baker] # both'));
  });

  it('that is not everyone is nobody in particular', () => {
    expect(titlesAt(`${TEAM}  - id: IA_EPA_1\n    performed_by: 1<|>\n`)).toEqual([]);
    expect(titlesAt(`${TEAM}  - id: IA_EPA_1\n    performed_by: 50%<|>\n`)).toEqual([]);
    expect(titlesAt(`${NO_ROSTER}  - id: IA_EPA_1\n    performed_by: 4<|>\n`)).toEqual([]);
  });

  it('is named in flow style, and so is `all`', () => {
    const text = `${TEAM}  - { id: IA_EPA_1, performed_by: <|>all }\n`;
    expect(refactored(text, NAME_ALL)).toBe(text.replace('<|>all', '[adams, baker]'));
  });

  it('that came through an alias is written where the alias stands', () => {
    const text = `${TEAM}  - { id: IA_EPA_1, performed_by: &who 2 }\n  - { id: IA_BE_4, performed_by: *who<|> }\n`;
    expect(refactored(text, NAME_ALL)).toBe(text.replace('*who<|>', '[adams, baker]'));
  });
});

describe('names in performed_by', () => {
  it.each(FORMS)('become their number: %s', (_, rewrite) => {
    const text = rewrite(`${TEAM}  - id: IA_EPA_1\n    performed_by: [adams, baker<|>] # both\n`);
    expect(refactored(text, 'Write the 2 names as a number')).toBe(text.replace('[adams, baker<|>]', '2'));
    expect(refactored(text, 'Write the whole roster as `all`')).toBe(text.replace('[adams, baker<|>]', 'all'));
  });

  it('in block style keep the comments beside the list, and their anchor', () => {
    const text = `${NO_ROSTER}  - id: IA_EPA_1\n    performed_by: &who # since March\n      - adams<|>\n      - adams\n      - baker # new\n    status: planned\n  - id: IA_BE_4\n    performed_by: *who\n`;
    const after = `${NO_ROSTER}  - id: IA_EPA_1\n    performed_by: &who 2 # since March # new\n    status: planned\n  - id: IA_BE_4\n    performed_by: *who\n`;
    expect(refactored(text, 'Write the 2 names as a number')).toBe(after);
  });

  it.each([
    ['one is not on the roster', '[adams, carter<|>]'],
    ['one is still being typed', '\n      - adams\n      -<|>'],
    ['a comment is among them', '\n      - adams # leads<|>\n      - baker'],
    ['one has an anchor', '[&first adams<|>, baker]'],
    ['they have periods', '{ adams: 2024-01-01, baker<|>: }'],
    ['they cannot be read', '[adams, 3<|>]'],
  ])('stay names where %s', (_, names) => {
    expect(titlesAt(`${TEAM}  - id: IA_EPA_1\n    performed_by: ${names}\n`)).toEqual([]);
  });

  it('mean nothing at level individual', () => {
    expect(titlesAt(`${TEAM.replace('level: group', 'level: individual')}  - { id: IA_EPA_1, performed_by: [adams<|>] }\n`)).toEqual([]);
  });
});
