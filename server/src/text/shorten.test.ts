import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it.each([
  ['IA_EPA_1', 'IA_EPA_1'],
  ['  on\r\n two\tlines ', 'on two lines'],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), `${'x'.repeat(39)}…`],
  ['x'.repeat(2_000_000), `${'x'.repeat(39)}…`],
  [`${'x'.repeat(32)} 123456789`, `${'x'.repeat(32)} •••••6…`],
])('%j is shown as %j', (text, shown) => {
  expect(shorten(text)).toBe(shown);
});
