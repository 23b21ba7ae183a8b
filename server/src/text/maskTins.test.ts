import { expect, it } from 'vitest';
import { holdsTin, maskTins } from './maskTins.ts';

it.each([
  ['tin: "123456789"', 'tin: "•••••6789"'],
  ['12-3456789', '••-•••6789'],
  ['123-45-6789 is one', '•••-••-6789 is one'],
  ['000123456', '•••••3456'],
  ['12 3456789', '•• •••6789'],
  ['123 45 6789', '••• •• 6789'],
  ['12–3456789', '••–•••6789'],
  ['evidence/tin_123456789_2024.pdf', 'evidence/tin_•••••6789_2024.pdf'],
  ['2024-12-3456789', '2024-••-•••6789'],
  ['{"text":"a\\n123456789"}', '{"text":"a\\n•••••6789"}'],
  ['TIN123456789, ein12-3456789', 'TIN•••••6789, ein••-•••6789'],
  // An NPI is public; dates and other numbers are no TINs.
  ['1000000004', '1000000004'],
  ['2024-01-15/2024-06-30', '2024-01-15/2024-06-30'],
  ['A123456789', 'A123456789'],
  ['123456789x', '123456789x'],
  ['1234567890123', '1234567890123'],
])('of %s shows %s', (text, masked) => {
  expect(maskTins(text)).toBe(masked);
  expect(maskTins(text)).toHaveLength(text.length);
});

it('knows a TIN from a placeholder', () => {
  expect(['"123456789"', '12-3456789', '"000000000"', '1000000004'].map(holdsTin)).toEqual([true, true, false, false]);
});
