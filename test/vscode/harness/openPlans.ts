import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { PlanFolder } from '../../ui/planFolder.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Small enough that a picture can be read, and without the map of the text, which the mouse could rest on. */
const DEFAULTS = { width: 1280, height: 720, settings: { 'editor.minimap.enabled': false } };

/** A folder of plans that all tests of a file work in, with the first plan in the editor. */
export interface OpenPlans {
  readonly folder: PlanFolder;
  readonly workbench: Workbench;
  /** Puts the cursor into a word of the first line of the first plan that holds a text. */
  readonly goTo: (line: string, word: string) => Promise<void>;
}

/**
 * Opens VS Code with this extension and plans before the tests of a file, and closes it after them. Each test begins
 * without what the one before may have left open: a list, a menu, a hover.
 * @param files names and texts; the first is opened in the editor
 */
export function openPlansForTests(files: Readonly<Record<string, string>>, options: Pick<WorkbenchOptions, 'settings' | 'width' | 'height'> = {}): OpenPlans {
  const [[name, text] = ['', '']] = Object.entries(files);
  const lines = text.split('\n');
  let opened: Pick<OpenPlans, 'folder' | 'workbench'> | undefined;
  const now = (): Pick<OpenPlans, 'folder' | 'workbench'> => {
    if (opened === undefined) throw new Error('VS Code is not open before the tests begin.');
    return opened;
  };
  beforeAll(async () => {
    const folder = new PlanFolder(files);
    const settings = { ...DEFAULTS.settings, ...options.settings };
    opened = { folder, workbench: await openWorkbench({ ...DEFAULTS, ...options, settings, folder: folder.path, extensionDevelopmentPath: root }) };
    await opened.workbench.openFile(folder.file(name));
  });
  beforeEach(async () => {
    // A list may lie above something else.
    await now().workbench.page.keyboard.press('Escape');
    await now().workbench.page.keyboard.press('Escape');
  });
  afterAll(async () => {
    await opened?.workbench.close();
    opened?.folder.remove();
  });
  return {
    get folder() {
      return now().folder;
    },
    get workbench() {
      return now().workbench;
    },
    goTo: (line, word) => {
      const index = lines.findIndex((candidate) => candidate.includes(line));
      return now().workbench.goTo(index + 1, (lines[index] ?? '').indexOf(word) + 2);
    },
  };
}
