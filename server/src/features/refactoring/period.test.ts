import { describe, expect, it } from 'vitest';
import { FORMS, refactored, titlesAt } from '../testing/refactored.ts';

const HEAD = 'performance_year: 2024\npractice: { name: Elm, clinicians: 4 }\nsubmission: { level: group }\nactivities:\n';
const TO_MAP = 'Write the period as `start`';
const TO_TEXT = 'Write the period as `START/END`';

describe('a period', () => {
  it.each(FORMS)('becomes a map, and the text that it was: %s', (_, rewrite) => {
    const text = rewrite(`${HEAD}  - id: IA_EPA_1 # night line\n    period: 2024-01-15/2024<|>-06-30   # half a year\n    performed_by: all\n`);
    const map = refactored(text, TO_MAP);
    expect(map).toBe(text.replace('2024-01-15/2024<|>-06-30', '{ start: 2024-01-15, end: 2024-06-30 }'));
    expect(refactored(map.replace('{ start', '{ <|>start'), TO_TEXT)).toBe(text.replace('<|>', ''));
  });

  it.each([
    ['in quotes', 'period: "2024-01-15/<|>2024-06-30"', 'period: { start: "2024-01-15", end: "2024-06-30" }'],
    ['in single quotes', "period: '2024-01-15/<|>2024-06-30'", "period: { start: '2024-01-15', end: '2024-06-30' }"],
    ['with an anchor', 'period: &run 2024-01-15/2024-06-30<|>', 'period: &run { start: 2024-01-15, end: 2024-06-30 }'],
    ['below its key', 'period:\n      2024-01-15/2024-06-30<|>', 'period: { start: 2024-01-15, end: 2024-06-30 }'],
  ])('%s keeps them', (_, before, after) => {
    expect(refactored(`${HEAD}  - id: IA_EPA_1\n    ${before}\n`, TO_MAP)).toBe(`${HEAD}  - id: IA_EPA_1\n    ${after}\n`);
  });

  it.each([
    ['in block style', 'period: # the run\n      start: <|>2024-01-15\n      end: 2024-06-30 # in June\n    status: planned', 'period: 2024-01-15/2024-06-30 # the run # in June\n    status: planned'],
    ['with its end first', 'period: { end: 2024-06-30, start<|>: 2024-01-15 }', 'period: 2024-01-15/2024-06-30'],
    ['of several lines in brackets', 'period: {\n      start: 2024-01-15,<|>\n      end: 2024-06-30 }', 'period: 2024-01-15/2024-06-30'],
  ])('that is a map %s becomes a text', (_, before, after) => {
    expect(refactored(`${HEAD}  - id: IA_EPA_1\n    ${before}\n`, TO_TEXT)).toBe(`${HEAD}  - id: IA_EPA_1\n    ${after}\n`);
  });

  it('is rewritten in flow style, and in a clinician’s own', () => {
    const flow = `${HEAD}  - { id: IA_EPA_1, period: 2024-01-15/2024-06-30<|>, performed_by: all }\n`;
    expect(refactored(flow, TO_MAP)).toBe(flow.replace('2024-01-15/2024-06-30<|>', '{ start: 2024-01-15, end: 2024-06-30 }'));
    const own = `${HEAD}  - id: IA_EPA_1\n    performed_by:\n      adams: 2024-01-15/2024-06-30<|>\n      baker: { start: 2024-01-15, end: 2024-06-30 }\n`;
    expect(refactored(own, TO_MAP)).toBe(own.replace('2024-01-15/2024-06-30<|>', '{ start: 2024-01-15, end: 2024-06-30 }'));
  });

  it('that came through an alias is written where the alias stands', () => {
    const text = `${HEAD}  - id: IA_EPA_1\n    period: &run { start: 2024-01-15, end: 2024-06-30 }\n  - id: IA_BE_4\n    period: *run<|>\n`;
    expect(refactored(text, TO_TEXT)).toBe(text.replace('*run<|>', '2024-01-15/2024-06-30'));
  });

  it.each([
    ['cannot be read', 'period: 2024-01-15/2024-<|>'],
    ['has one end', 'period: 2024-01-15/<|>'],
    ['is a block of text', 'period: >-\n      2024-01-15/2024-06-30<|>'],
    ['has a tag', 'period: !!str 2024-01-15/2024-06-30<|>'],
    ['holds another key', 'period: { start: 2024-01-15, end: 2024-06-30<|>, days: 90 }'],
    ['holds an anchor', 'period: { start: &first 2024-01-15, end: 2024-06-30<|> }'],
    ['holds a comment', 'period:\n      start: 2024-01-15 # why<|>\n      end: 2024-06-30'],
  ])('that %s is left alone', (_, line) => {
    expect(titlesAt(`${HEAD}  - id: IA_EPA_1\n    ${line}\n`)).toEqual([]);
  });

  it('that came through a merge key is left alone there', () => {
    expect(titlesAt(`${HEAD}  - &joint\n    id: IA_EPA_1\n    period: 2024-01-15/2024-06-30\n  - <<: *joint<|>\n    id: IA_BE_4\n`)).toEqual([]);
  });

  it('is left alone while the text cannot be read, and where the cursor is elsewhere', () => {
    expect(titlesAt(`${HEAD}  - id: IA_EPA_1\n    period: 2024-01-15/2024-06-30<|>\n    note: "a\n`)).toEqual([]);
    expect(titlesAt(`${HEAD}  - id: IA_EPA_1<|>\n    period: 2024-01-15/2024-06-30\n`)).toEqual([]);
  });
});
