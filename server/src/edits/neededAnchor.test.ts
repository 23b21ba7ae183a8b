import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { anchorsIn } from '../yaml/anchors.ts';
import { holdsNeededAnchor } from './neededAnchor.ts';

/** What is meant, looked up among all anchors. */
function isNeeded(text: string, { start, end }: Span): boolean {
  const isInside = (place: Span): boolean => start <= place.start && place.end <= end;
  return text.slice(start, end).includes('&') && anchorsIn(text).some(({ anchor, aliases }) => anchor !== undefined && isInside(anchor) && !aliases.every(isInside));
}

it('An anchor is needed where an alias outside the stretch means it', () => {
  const word = fc.constantFrom('&a x', '&b [*a]', '*a', '*b', '&a y', 'z', '&b', '---', '# &a', '"&a"');
  const someText = fc.array(word, { maxLength: 12 }).map((words) => words.map((each) => (each === '---' ? '---\n' : `- ${each}\n`)).join(''));
  let needed = 0;
  fc.assert(fc.property(someText, (text) => {
    const source = new SourceText(text);
    for (let start = 0; start <= text.length; start += 3) {
      for (let end = start; end <= text.length; end += 2) {
        const is = isNeeded(text, { start, end });
        expect(holdsNeededAnchor(source, { start, end })).toBe(is);
        if (is) needed++;
      }
    }
  }), { numRuns: 40 });
  expect(needed).toBeGreaterThan(100);
});
