import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What axe-core objects to in a page or the page of a frame: each rule with the elements that break it. */
export async function violationsIn(page: Page | Frame): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    // Where what is well stands is not worth finding out: it takes as long as the rest.
    const { violations } = await checker.run({ iframes: false, resultTypes: ['violations'] });
    return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}
