// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { testBrowser } from '../setup/browser.mjs';

/**
 * A headless browser window, with what its console said.
 * @typedef {{ page: import('playwright-core').Page, console: string[], close(): Promise<void> }} Window
 */

/**
 * Opens an empty browser window.
 * @param {{ width?: number, height?: number }} [size] in CSS pixels
 * @returns {Promise<Window>}
 */
export async function openWindow({ width = 1400, height = 900 } = {}) {
  const { executablePath, env } = testBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage({ viewport: { width, height } });
  await page.addInitScript({ path: join(import.meta.dirname, 'page', 'keepServiceWorkers.js') });
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.stack ?? error.message}`));
  return { page, console: said, close: () => browser.close() };
}

/**
 * Keeps what helps to find out why something failed: a screenshot, the window's console and the server's log.
 * @param {string} folder made if it is not there
 * @param {Window | undefined} window
 * @param {import('./server.mjs').Server | undefined} server
 */
export async function keepEvidence(folder, window, server) {
  mkdirSync(folder, { recursive: true });
  if (server) writeFileSync(join(folder, 'server.log'), server.log());
  if (!window) return;
  writeFileSync(join(folder, 'console.log'), window.console.join('\n'));
  await window.page.screenshot({ path: join(folder, 'screenshot.png'), timeout: 10_000 }).catch((/** @type {Error} */ error) => {
    writeFileSync(join(folder, 'screenshot.txt'), `No screenshot: ${error.message}`);
  });
}
