import { expect, it } from 'vitest';
import { capitalised } from './capitalised.ts';

it.each([['small practice', 'Small practice'], ['APM Entity', 'APM Entity'], ['', '']])('begins %j as %j', (text, words) => {
  expect(capitalised(text)).toBe(words);
});
