import { errors, type Page } from 'playwright-core';

/** The themes that everything must look right in. */
export type Theme = 'dark' | 'light' | 'hc-dark' | 'hc-light';

interface ThemeNames {
  /** As the setting has it. */
  readonly name: string;
  /** Of the window. */
  readonly className: string;
  /** As the pages of webviews have it. */
  readonly kind: string;
}

export const NAMES: Readonly<Record<Theme, ThemeNames>> = {
  dark: { name: 'Dark 2026', className: 'vs-dark', kind: 'vscode-dark' },
  light: { name: 'Light 2026', className: 'vs', kind: 'vscode-light' },
  'hc-dark': { name: 'Default High Contrast', className: 'hc-black', kind: 'vscode-high-contrast' },
  'hc-light': { name: 'Default High Contrast Light', className: 'hc-light', kind: 'vscode-high-contrast-light' },
};

export const THEMES = Object.keys(NAMES) as readonly Theme[];

/** Whether the pages that are seen in the window have a theme, once they had the time to take it. */
export async function pagesHave(window: Page, theme: Theme): Promise<boolean> {
  const timeout = 8_000;
  try {
    for (const webview of await window.locator('iframe.webview.ready:visible').all()) {
      const frame = webview.contentFrame();
      await frame.locator('iframe#active-frame').contentFrame().locator(`body[data-vscode-theme-kind="${NAMES[theme].kind}"]`).waitFor({ timeout });
      await frame.locator('iframe#pending-frame').waitFor({ state: 'detached', timeout });
    }
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}
