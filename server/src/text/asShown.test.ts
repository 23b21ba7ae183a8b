import { expect, it } from 'vitest';
import { asShown } from './asShown.ts';

it.each([
  ['Riverbend \u202eevil', 'Riverbend \ufffdevil'],
  ['\u2066a\u2069 12-3456789', '\ufffda\ufffd ••-•••6789'],
  // Marks and letters of right-to-left scripts are as people write them.
  ['מרפאה\u200f (א)', 'מרפאה\u200f (א)'],
  ['<b>`a`</b>', '<b>`a`</b>'],
])('%j is shown as %j', (text, shown) => {
  expect(asShown(text)).toBe(shown);
  expect(shown).toHaveLength(text.length);
});
