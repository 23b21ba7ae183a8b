import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What axe-core objects to in a page or the page of a frame: each rule with the elements that break it. */
export async function violationsIn(page: Page | Frame): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run({ iframes: false });
    return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}
