import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNeovim } from '../../scripts/setup/neovim.mjs';
import { PlanFolder } from '../ui/planFolder.ts';

const root = resolve(import.meta.dirname, '../..');
const PLAN = `performance_year: 2024
practice:
  name: Lakeside Health Partners
  clinicians: 60
submission: { level: group }
activities:
  - id: ia_epa_1
    period: 2024-01-15/2024-06-30
  - id: IA_BE_4
`;

interface Answers {
  readonly problem?: string;
  readonly filetype: string;
  readonly diagnostics: readonly { readonly line: number; readonly message: string; readonly severity: number }[];
  readonly hover: string;
  /** The preferred code action that was applied. */
  readonly action: string;
  readonly text: readonly string[];
  readonly repaired: boolean;
  readonly completions: readonly string[];
}

/** The configuration that people are told to use, with the built server in it. */
function configuration(): string {
  const lua = /```lua\n([^]*?)```/.exec(readFileSync(join(root, 'docs/editors.md'), 'utf8'))?.[1] ?? '';
  return lua.replace('/path/to/dist/server/server.js', () => join(root, 'dist/server/server.js').replaceAll('\\', '/'));
}

const neovim = testNeovim();

describe.skipIf(neovim === undefined)('A plan in Neovim', () => {
  let folder: PlanFolder;
  let answers: Answers;
  beforeAll(() => {
    folder = new PlanFolder({ 'lakeside.mips.yaml': PLAN, 'init.lua': configuration() });
    spawnSync(
      neovim ?? '',
      ['--headless', '--clean', '-u', folder.file('init.lua'), '-c', `luafile ${join(root, 'test/editors/drive.lua')}`],
      {
        stdio: 'ignore',
        timeout: 100_000,
        env: { ...process.env, MIPS_PLAN_FILE: folder.file('lakeside.mips.yaml'), MIPS_PLAN_ANSWERS: folder.file('answers.json') },
      },
    );
    answers = JSON.parse(readFileSync(folder.file('answers.json'), 'utf8')) as Answers;
  });
  afterAll(() => folder.remove());

  it('is one', () => {
    expect(answers.problem).toBeUndefined();
    expect(answers.filetype).toBe('mips-plan');
  });

  it('shows its findings', () => {
    const message = expect.stringContaining('did you mean IA_EPA_1') as string;
    expect(answers.diagnostics).toContainEqual({ line: 6, severity: 1, message });
  });

  it('says what an activity asks', () => {
    expect(answers.hover).toContain('Engagement of patients through implementation of improvements in patient portal');
  });

  it('is repaired by a code action, and the finding is gone', () => {
    expect(answers.action).toContain('IA_EPA_1');
    expect(answers.text).toEqual(PLAN.trimEnd().replace('ia_epa_1', 'IA_EPA_1').split('\n'));
    expect(answers.repaired).toBe(true);
  });

  it('completes ids by words of the title', () => {
    expect(answers.completions).toContain('IA_BMH_7');
  });
});
