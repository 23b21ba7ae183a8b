import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeScalar } from './writeScalar.ts';

describe('writeScalar', () => {
  it.each([
    ['evidence/after-hours-log.pdf', 'evidence/after-hours-log.pdf'],
    ['Q1 report (final).pdf', 'Q1 report (final).pdf'],
    ['Prüfung – 2024.pdf', "'Prüfung – 2024.pdf'"],
    ['résumé.pdf', 'résumé.pdf'],
    ["Ann's log.pdf", "'Ann''s log.pdf'"],
    ['#1.pdf', "'#1.pdf'"],
    ['a: b.pdf', "'a: b.pdf'"],
    ['a, b.pdf', "'a, b.pdf'"],
    ['-x.pdf', "'-x.pdf'"],
    ['2024', "'2024'"],
    ['2024-01', "'2024-01'"],
    ['true', "'true'"],
    ['~', "'~'"],
    ['1e3', "'1e3'"],
    ['two  blanks', "'two  blanks'"],
    ['tab\there', '"tab\\u0009here"'],
  ])('writes %j as %s', (text, written) => expect(writeScalar(text)).toBe(written));

  it('is read as it was, in lists and in brackets, with and without quotes around it', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('0x1F', '.5', '...', '---', '0o7', '1_000', '.inf', '-.INF', '.NaN', 'Null', '=', '<<', '!x', '&a', '*a', '? x', '- x', '@x', '`x', '%x', '[', '{}', 'x #y', 'x:', ':x', ' x', 'x ', '\u{1f4c4}.pdf'));
    fc.assert(fc.property(texts, (text) => {
      const plain = writeScalar(text);
      expect(parse(`- ${plain} # note\n`)).toEqual([text]);
      expect(parse(`[${plain}, x]`)).toEqual([text, 'x']);
      expect(parse(`["${writeScalar(text, { quote: '"' })}"]`)).toEqual([text]);
      if (!/[\p{Cc}\p{Zl}\p{Zp}\u{feff}]/u.test(text)) expect(parse(`['${writeScalar(text, { quote: "'" })}']`)).toEqual([text]);
    }), { numRuns: 400 });
  });
});
