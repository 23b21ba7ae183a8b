import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { startServer, type Server, type WindowOptions } from '../../../scripts/vscode/server.mjs';
import { keepEvidence, openWindow, type Window } from '../../../scripts/vscode/window.mjs';
import { NAMES, pagesHave, THEMES, type Theme } from './themes.ts';

export { THEMES, type Theme };

const out = resolve(import.meta.dirname, '../../../out');

export interface WorkbenchOptions {
  /** The folder or `.code-workspace` file to open, or the address of a folder elsewhere; none opens an empty window. */
  readonly folder?: string;
  /** The extension to run from its sources. */
  readonly extensionDevelopmentPath?: string;
  /** Where installed extensions are, see `installExtension` in scripts/vscode/server.mjs. */
  readonly extensionsDir?: string;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Opens the folder in restricted mode, as one that nobody has trusted yet. */
  readonly restricted?: boolean;
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** Nobody is asked, so nobody trusts. */
const RESTRICTED = { 'security.workspace.trust.startupPrompt': 'never' };

const opened = new Set<Workbench>();

/** The workbenches that are open now, for keeping evidence and for closing what a failed test left open. */
export function openWorkbenches(): readonly Workbench[] {
  return [...opened];
}

/** Opens a real VS Code in a headless browser, with a fresh profile, and waits until it can be used. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const first = options.theme ?? 'dark';
  const theme = NAMES[first];
  const server = await startServer({
    settings: { 'workbench.colorTheme': theme.name, ...(options.restricted && RESTRICTED), ...options.settings },
    asksForTrust: options.restricted === true,
    ...(options.extensionsDir === undefined ? {} : { extensionsFolder: options.extensionsDir }),
  });
  let window: Window | undefined;
  try {
    window = await openWindow(options);
    const target: WindowOptions = {
      extensionDevelopmentPaths: options.extensionDevelopmentPath === undefined ? [] : [options.extensionDevelopmentPath],
      ...(options.folder === undefined ? {} : { folder: options.folder }),
    };
    await window.page.goto(server.url(target));
    await window.page.locator('.part.statusbar .statusbar-item').first().waitFor();
    // A window without a folder begins without a side bar.
    if (options.folder !== undefined) await window.page.locator('.explorer-viewlet').waitFor();
    await window.page.locator(`.monaco-workbench.${theme.className}`).waitFor();
  } catch (error) {
    await keepEvidence(join(out, 'failures', 'opening VS Code'), window, server);
    await window?.close();
    await server.stop();
    throw error;
  }
  const workbench = new Workbench(server, window, first);
  opened.add(workbench);
  return workbench;
}

/** A VS Code window as a person sees it. Every step waits for what it leads to, never for time to pass. */
export class Workbench {
  readonly page: Page;
  readonly #server: Server;
  readonly #window: Window;
  #theme: Theme;

  constructor(server: Server, window: Window, theme: Theme) {
    this.#server = server;
    this.#window = window;
    this.#theme = theme;
    this.page = window.page;
  }

  async close(): Promise<void> {
    opened.delete(this);
    await this.#window.close();
    await this.#server.stop();
  }

  /** Opens a file in an editor and puts the cursor into it. */
  async openFile(path: string): Promise<void> {
    await this.#quickInput('Control+P', resolve(path));
    await this.#pick(basename(path));
    await this.page.locator(`.tab.active[data-resource-name="${basename(path)}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused .view-line').first().waitFor();
  }

  /** Puts the cursor at a place in the active editor; both count from 1, as in the status bar. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#quickInput('Control+G', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.part.statusbar').getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor();
  }

  /** Types into what has the focus, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Has suggestions shown. On a slow machine what was done before may close them, and a person asks again. */
  async askForSuggestions(): Promise<void> {
    const list = this.page.locator('.suggest-widget.visible');
    // In a list that is still open the keys would hide its details.
    await list.waitFor({ state: 'hidden' });
    const row = list.locator('.monaco-list-row.focused');
    await this.page.keyboard.press('Control+Space');
    await row.waitFor({ timeout: 10_000 }).catch(async () => {
      if (!(await list.isVisible())) await this.page.keyboard.press('Control+Space');
      await row.waitFor();
    });
  }

  /** Loads the window anew as a person does, so that VS Code writes down first what it keeps. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runAskingCommand('Developer: Reload Window');
    await loaded;
    await this.page.locator('.part.statusbar .statusbar-item').first().waitFor();
    await this.page.locator('.explorer-viewlet').waitFor();
  }

  /** Runs a command by its title in the command palette, category included: `MIPS Plan: Show Score`. */
  async runCommand(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`);
    await this.#pick(title);
  }

  /** The same for a command that asks something at once; wait for its question. */
  async runAskingCommand(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`);
    await this.#choose(title);
  }

  /** Opens the menu at the light bulb. VS Code closes it when something is drawn into the text meanwhile. */
  async openCodeActions(): Promise<void> {
    const deadline = Date.now() + 30_000;
    const isOpen = (): Promise<boolean> => this.page.locator('.action-widget .monaco-list-row.action').first().waitFor({ timeout: 3_000 }).then(() => true, () => false);
    do {
      if (Date.now() > deadline) throw new Error('The menu at the light bulb does not open.');
      await this.page.keyboard.press('Control+Period');
    } while (!(await isOpen()));
  }

  /** Rests the mouse on something until what that shows is there. While VS Code draws anew it does not see the mouse. */
  async restMouseOn(something: Locator, shown: Locator): Promise<void> {
    const deadline = Date.now() + 30_000;
    const isShown = (): Promise<boolean> => shown.waitFor({ timeout: 3_000 }).then(() => true, () => false);
    do {
      if (Date.now() > deadline) throw new Error('Where the mouse rests, nothing is shown.');
      await this.page.mouse.move(5, 5);
      await something.hover();
    } while (!(await isShown()));
  }

  /** Changes to another theme, and waits until the window and the pages in it have it. */
  async useTheme(theme: Theme): Promise<void> {
    const other = THEMES.find((candidate) => candidate !== theme) ?? theme;
    const deadline = Date.now() + 30_000;
    await this.#changeTheme(theme);
    // VS Code loads its own previews anew. When that begins twice at once it may never end, until it begins once more.
    while (!(await pagesHave(this.page, theme))) {
      if (Date.now() > deadline) throw new Error(`A page does not take the theme ${theme}.`);
      await this.#changeTheme(other);
      await this.#changeTheme(theme);
    }
    this.#theme = theme;
  }

  async #changeTheme(theme: Theme): Promise<void> {
    const { name, className } = NAMES[theme];
    this.changeSettings({ 'workbench.colorTheme': name });
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Changes settings as a person would in the settings editor; wait for what they lead to. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    this.#server.changeSettings(settings);
  }

  /** Keeps a picture of the window in out/screenshots and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(out, 'screenshots', `${name}.png`);
    mkdirSync(join(out, 'screenshots'), { recursive: true });
    // Colours fade from theme to theme.
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  /**
   * Keeps a picture of the window in each theme. It begins with the theme that there is and stays in the last one:
   * each change takes a third of a second.
   * @param lookAt what else is to be looked at in each
   */
  async screenshots(name: string, lookAt?: (theme: Theme) => Promise<void>): Promise<void> {
    // Where the mouse was left it would show a hint.
    await this.page.mouse.move(5, 5);
    for (const theme of [this.#theme, ...THEMES.filter((other) => other !== this.#theme)]) {
      await this.useTheme(theme);
      await lookAt?.(theme);
      await this.screenshot(`${name} ${theme}`);
    }
  }

  /** The page inside a webview that is visible now, by the title of its view or editor. */
  async webviewFrame(title: string): Promise<FrameLocator> {
    const visible = this.page.locator('iframe.webview.ready');
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      await visible.first().waitFor();
      for (const webview of await visible.all()) {
        const name = await webview.getAttribute('name', { timeout: 1_000 }).catch(() => null);
        if (name === null) continue;
        const page = this.page.frameLocator(`iframe.webview[name="${name}"]`);
        const inner = page.locator(`iframe#active-frame[title="${title}"]`);
        if ((await inner.count()) > 0) return page.frameLocator('iframe#active-frame');
      }
    }
    throw new Error(`No webview with the title ${title} is visible.`);
  }

  /** Keeps a screenshot, the window's console and the server's log in out/failures. */
  async keepEvidence(name: string): Promise<string> {
    const folder = join(out, 'failures', name.replaceAll(/[^\w .-]+/g, '_'));
    await keepEvidence(folder, this.#window, this.#server);
    return folder;
  }

  async #quickInput(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"], .quick-input-widget:visible input:not([type])').first();
    await this.page.keyboard.press(key);
    await input.waitFor();
    // What was asked for before may take the focus late, and closes it: a person presses the key again.
    await input.fill(text, { timeout: 5_000 }).catch(async () => {
      await this.page.keyboard.press(key);
      await input.fill(text);
    });
  }

  async #pick(label: string): Promise<void> {
    await this.#choose(label);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** By keyboard: while the list is filtered its rows change their places, and a click would run what came there. */
  async #choose(label: string): Promise<void> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const wanted = rows.filter({ has: this.page.getByText(label, { exact: true }) }).first();
    const deadline = Date.now() + 30_000;
    await wanted.waitFor();
    while (!(await wanted.getAttribute('class', { timeout: 5_000 }).catch(() => null))?.includes('focused')) {
      if (Date.now() > deadline) throw new Error(`The list has no ${label} that could be chosen.`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }
}
