import { expect, it } from 'vitest';
import { fileLinks } from './fileLinks.ts';

it('finds files from the plan’s folder', () => {
  const linkTo = fileLinks('file:///plans/elm%20street/a.mips.yaml');
  expect(linkTo('b/c d.pdf')).toBe('file:///plans/elm%20street/b/c%20d.pdf');
  expect(linkTo('../#1.pdf')).toBe('file:///plans/%231.pdf');
});

it('finds none from a plan that is no file', () => {
  expect(fileLinks('untitled:Untitled-1')('b.pdf')).toBeUndefined();
  expect(fileLinks('vscode-vfs://github/a/b/c.mips.yaml')('b.pdf')).toBeUndefined();
});
