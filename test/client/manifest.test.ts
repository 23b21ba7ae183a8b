import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly activationEvents?: unknown;
  readonly icon: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly extensions?: readonly string[]; readonly filenamePatterns?: readonly string[] }[];
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown; readonly order: number }>> };
    readonly commands: readonly { readonly command: string; readonly category: string; readonly icon: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string; readonly altText: string }; readonly completionEvents: readonly string[] }[];
    }[];
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly type: string }[]>>;
  };
};
const { contributes } = manifest;

describe('The manifest', () => {
  it('starts the extension by its language and views alone', () => {
    // VS Code derives the events of languages and views itself; that of a panel which it restores has to be named.
    expect(manifest.activationEvents).toEqual(['onWebviewPanel:mipsPlan.scoreBeside']);
    expect(contributes.languages.map(({ id, extensions }) => [id, extensions])).toEqual([['mips-plan', ['.mips.yaml', '.mips.yml']], ['mips-plan-score', undefined]]);
  });

  it('wraps the score as text, which is read beside the plan', () => {
    expect(contributes.languages[1]?.filenamePatterns).toEqual(['*.mips.yaml.score.txt', '*.mips.yml.score.txt']);
    expect(contributes.configurationDefaults['[mips-plan-score]']).toMatchObject({ 'editor.wordWrap': 'on' });
  });

  it('has the settings of the interface, in order', () => {
    const settings = Object.entries(contributes.configuration.properties).sort(([, a], [, b]) => a.order - b.order);
    expect(settings.map(([name, { default: value }]) => [name, value])).toEqual([
      ['mipsPlan.asOfDate', ''],
      ['mipsPlan.inventoryFiles', []],
      ['mipsPlan.findings', {}],
      ['mipsPlan.inlayHints.enabled', true],
      ['mipsPlan.codeLens.enabled', true],
      ['mipsPlan.trace.server', 'off'],
    ]);
  });

  it('names its commands under one heading, each with an icon', () => {
    const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const implemented = sources.map((file) => readFileSync(join(root, 'client/src', file), 'utf8')).join('\n');
    for (const { command, category, icon } of contributes.commands) {
      expect(category).toBe('MIPS Plan');
      expect(icon).toMatch(/^\$\([a-z-]+\)$/);
      expect(implemented).toContain(`registerCommand('${command}'`);
    }
  });

  it('puts the score beside the editor, not over the explorer', () => {
    expect(contributes.viewsContainers['secondarySidebar']).toMatchObject([{ id: 'mipsPlan' }]);
    expect(contributes.views['mipsPlan']).toContainEqual(expect.objectContaining({ id: 'mipsPlan.score', type: 'webview' }));
  });

  it('lists the plans where files are chosen, in a place of their own', () => {
    expect(contributes.viewsContainers['activitybar']).toMatchObject([{ id: 'mipsPlans' }]);
    expect(contributes.views['mipsPlans']).toContainEqual(expect.objectContaining({ id: 'mipsPlan.plans' }));
  });

  it('keeps in restricted mode what an untrusted folder could have read', () => {
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(['mipsPlan.inventoryFiles']);
  });

  it('leads through four steps, each with a picture in the theme’s colours and a command that is there', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const [walkthrough] = contributes.walkthroughs;
    expect(walkthrough?.steps).toHaveLength(4);
    for (const { description, media, completionEvents } of walkthrough?.steps ?? []) {
      const named = [...description.matchAll(/\(command:([^)]+)\)/g), ...completionEvents.join(' ').matchAll(/onCommand:(\S+)/g)].map(([, command]) => command ?? '');
      expect(named.filter((command) => !commands.has(command))).toEqual([]);
      expect(media.altText).toMatch(/\.$/);
      const picture = readFileSync(join(root, media.svg), 'utf8');
      expect(picture).toContain('var(--vscode-foreground');
      // VS Code’s page for it takes no style of the picture’s own.
      expect(picture).not.toMatch(/<script|<style|style=|href=/);
    }
  });

  it('shows in the palette no command that needs something it cannot have there', () => {
    const hidden = contributes.menus['commandPalette'] ?? [];
    expect(hidden.filter(({ when }) => when === 'false').map(({ command }) => command).sort()).toEqual(expect.arrayContaining(['mipsPlan.inventory.insertActivity', 'mipsPlan.inventory.showActivity']));
    expect(Object.fromEntries(hidden.filter(({ when }) => when !== 'false').map(({ command, when }) => [command, when]))).toEqual({
      'mipsPlan.inventory.showAll': 'mipsPlan.inventory.isFiltered', 'mipsPlan.plans.showAll': 'mipsPlan.plans.isFiltered',
      'mipsPlan.plans.stopReading': 'mipsPlan.plans.state == reading',
    });
  });

  it('names files that are there', () => {
    const paths = JSON.stringify({ icon: manifest.icon, contributes }).match(/"(?:\.\/)?(?:client|syntaxes)\/[^"]+"|"\.\/language-configuration\.json"/g) ?? [];
    expect(paths.length).toBeGreaterThan(4);
    for (const path of paths) expect(existsSync(join(root, path.slice(1, -1))), path).toBe(true);
  });
});
