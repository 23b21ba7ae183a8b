import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { scorePage } from '../../../client/src/score/scorePage.ts';
import type { HostMessage, PageMessage } from '../../../client/view/messages.ts';
import { openWindow, type Window } from '../../../scripts/vscode/window.mjs';
import type { Theme } from '../../vscode/harness/workbench.ts';
import themes from './themes.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../../..');
const ORIGIN = 'http://score.test';
const NONCE = 'bm9uY2U=';

/** What VS Code's own style sheet gives every webview. */
const HOST_STYLE = `@layer vscode-default { body { background-color: transparent; color: var(--vscode-editor-foreground);
  font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight); font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; } }
  html { background-color: var(--vscode-sideBar-background); }`;

export interface ScorePageOptions {
  readonly theme?: Theme;
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** The files of the page, built as `npm run build` builds them. */
export async function buildScorePage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['client/view/main.tsx'],
    outfile: 'main.js',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'chrome128',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [file.path.slice(file.path.lastIndexOf('/')), file.text]));
}

/** The page of the score view in a plain browser window, in the colours of one of VS Code's themes and under the view's own policy. */
export class ScorePage {
  readonly page: Page;
  /** What the page has said, the first message first. */
  readonly said: PageMessage[] = [];
  readonly #window: Window;

  private constructor(window: Window) {
    this.page = window.page;
    this.#window = window;
  }

  static async open(files: ReadonlyMap<string, string>, { theme = 'dark', width = 300, height = 900 }: ScorePageOptions = {}): Promise<ScorePage> {
    const opened = new ScorePage(await openWindow({ width, height }));
    const { page } = opened;
    const html = scorePage({ cspSource: ORIGIN, scriptUri: `${ORIGIN}/main.js`, styleUri: `${ORIGIN}/main.css`, nonce: NONCE });
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const type = pathname.endsWith('.js') ? 'text/javascript' : pathname.endsWith('.css') ? 'text/css' : 'text/html';
      return route.fulfill({ contentType: type, body: files.get(pathname) ?? html });
    });
    await page.exposeFunction('sayToTest', (message: PageMessage) => opened.said.push(message));
    await page.addInitScript(() => {
      // Also for a test that has the page's own clock stand still.
      const [frame, later] = [requestAnimationFrame.bind(globalThis), setTimeout.bind(globalThis)];
      Object.assign(globalThis, { nextFrame: () => new Promise<void>((done) => frame(() => later(done))) });
      addEventListener('message', (event: MessageEvent<{ readonly fromPage?: unknown }>) => {
        const test = globalThis as unknown as { sayToTest(message: unknown): void };
        if (event.data.fromPage) test.sayToTest(event.data.fromPage);
      });
    });
    await page.goto(`${ORIGIN}/`);
    await opened.useTheme(theme);
    return opened;
  }

  /** As when no plan has been shown and nothing said. */
  async begin(): Promise<void> {
    await this.post({ type: 'noPlan' });
    this.said.length = 0;
  }

  get console(): readonly string[] {
    return this.#window.console;
  }

  async useTheme(theme: Theme): Promise<void> {
    const { bodyClass, variables } = themes[theme];
    await this.page.evaluate(
      ([style, className, colours]) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        document.adoptedStyleSheets = [sheet];
        document.body.className = className;
        document.documentElement.removeAttribute('style');
        for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(name, value);
      },
      [HOST_STYLE, bodyClass, variables as Record<string, string>] as const,
    );
  }

  /** Sends what the extension would send, or anything else. */
  async post(message: HostMessage | Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.evaluate((data) => {
      postMessage(data, '*');
      // What was posted is handled before this is.
      return (globalThis as unknown as { nextFrame(): Promise<void> }).nextFrame();
    }, message);
  }

  /** What stands at one of the places that have a name for tests. */
  text(hook: string): Promise<string | null> {
    return this.page.locator(`[data-test="${hook}"]`).textContent();
  }

  headings(): Promise<string[]> {
    return this.page.locator('h1').allTextContents();
  }

  /** Opens every explanation. */
  async unfoldAll(): Promise<void> {
    await this.page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    });
  }

  /** How far the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Keeps a picture in out/screenshots, of the whole page unless only what is seen at once is wanted. */
  async screenshot(name: string, { whole = true }: { readonly whole?: boolean } = {}): Promise<void> {
    const folder = resolve(root, 'out/screenshots');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: whole });
  }

  close(): Promise<void> {
    return this.#window.close();
  }
}
