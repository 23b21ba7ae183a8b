import { expect, it } from 'vitest';
import { letterByLetter } from './letterByLetter.ts';

/** What VS Code makes links and icons of (`linkedText.ts`, `iconLabels.ts` of VS Code). */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;
const ICON = /\$\([a-z0-9-]+(?:~[a-z0-9-]+)?\)/i;

it.each([
  '[Repair](command:workbench.action.terminal.new)', '[a](https://example.org)', '$(error) Riverbend', '$(sync~spin)', '\\$(bug)', '[[a](file:///etc/passwd)',
  '$([a](command:b))', '[a]((command:b)',
])('keeps the letters of %s and nothing else', (text) => {
  expect(text).toMatch(/\[.*\]\(|\$\(/);
  const shown = letterByLetter(text);
  expect(shown).not.toMatch(LINK);
  expect(shown).not.toMatch(ICON);
  expect(shown.replaceAll('\u2060', '')).toBe(text);
});

it('leaves usual words as they are', () => {
  expect(letterByLetter('Riverbend (North), [draft] costs $5')).toBe('Riverbend (North), [draft] costs $5');
});
