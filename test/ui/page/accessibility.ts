import axe from 'axe-core';
import type { Frame, FrameLocator, Page } from 'playwright-core';

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

/**
 * The same of the page of a webview inside VS Code.
 * @param background the theme's colour behind the page, which shines through; to axe-core a page without a colour is white
 */
export async function violationsInWebview(view: FrameLocator, background: string): Promise<readonly string[]> {
  await view.locator('html').evaluate((html, colour) => void (html.style.backgroundColor = `var(--vscode-${colour})`), background);
  const frame = await (await view.owner().elementHandle()).contentFrame();
  if (frame === null) throw new Error('The webview has no page.');
  return violationsIn(frame);
}
