import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOMS, SHARED_ROOMS } from '../../eslint.config.mjs';

const root = resolve(import.meta.dirname, '../..');

/** The rules of ESLint that speak against one import in a file that need not exist. */
let complaints: (file: string, line: string) => Promise<string[]>;

beforeAll(() => {
  const eslint = new ESLint({
    cwd: root,
    // A file that does not exist has no types.
    overrideConfig: [tseslint.configs.disableTypeChecked, { languageOptions: { parserOptions: { projectService: false } } }],
  });
  complaints = async (file, line) => {
    const [result] = await eslint.lintText(`${line}\n`, { filePath: resolve(root, file) });
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message).filter((rule) => rule.includes('restricted'));
  };
});

const PATHS = 'import-x/no-restricted-paths';
const IMPORTS = '@typescript-eslint/no-restricted-imports';

describe('The lint rules that keep the rooms apart', () => {
  it.each([
    ['server/src/text/new.ts', "import '../yaml/node.ts';", PATHS],
    ['server/src/plan/new.ts', "import '../findings/catalogue.ts';", PATHS],
    ['server/src/score/new.ts', "import '../analysis.ts';", PATHS],
    ['server/src/findings/new.ts', "import '../analysis.ts';", PATHS],
    ['server/src/protocol/new.ts', "import type { Completion } from '../features/completion.ts';", PATHS],
    ['server/src/score/new.ts', "import '../../../client/view/words.ts';", PATHS],
    ['client/view/new.ts', "import type { Plan } from '../../server/src/plan/model.ts';", PATHS],
    ['client/src/new.ts', "import type { Plan } from '../../server/src/plan/model.ts';", PATHS],
    ['server/src/features/new.ts', "import { readFileSync } from 'node:fs';", IMPORTS],
    ['server/src/features/new.ts', "import { readFileSync } from 'fs';", IMPORTS],
    ['server/src/features/new.ts', "import { readFile } from 'fs/promises';", IMPORTS],
    ['server/src/features/new.ts', "import type { Uri } from 'vscode';", IMPORTS],
    ['server/src/features/new.ts', "import type { Connection } from 'vscode-languageserver';", IMPORTS],
    ['server/src/features/new.ts', "import type { Connection } from 'vscode-languageserver/node';", IMPORTS],
    ['client/view/new.ts', "import type { Uri } from 'vscode';", IMPORTS],
    ['client/view/new.ts', "import { join } from 'node:path';", IMPORTS],
    ['client/view/new.ts', "import { FORMAT } from '../../server/src/plan/format.ts';", PATHS],
    ['client/view/new.ts', "import { explainPlan } from '../../server/src/explanation/explainPlan.ts';", IMPORTS],
    ['client/src/new.ts', "import { bestPlan } from '../../server/src/score/planScore.ts';", IMPORTS],
  ])('%s: no %s', async (file, line, rule) => {
    expect(await complaints(file, line)).toContain(rule);
  });

  it.each([
    ['server/src/plan/new.ts', "import type { Fix } from '../findings/finding.ts';"],
    ['server/src/features/new.ts', "import type { Range } from 'vscode-languageserver-types';"],
    ['server/src/features/new.ts', "import { analyse } from '../analysis.ts';"],
    ['server/src/node/new.ts', "import { readFileSync } from 'node:fs';"],
    ['client/src/new.ts', "import * as vscode from 'vscode';"],
    ['client/src/new.ts', "import type { FileScore } from '../../server/src/score/fileScore.ts';"],
    ['client/view/new.ts', "import type { FileScore } from '../../server/src/score/fileScore.ts';"],
    ['client/view/new.ts', "import { LEVEL_NAMES } from '../../server/src/plan/names.ts';"],
    ['client/src/new.ts', "import { dateInWords } from '../../server/src/text/dateInWords.ts';"],
  ])('%s may %s', async (file, line) => {
    expect(await complaints(file, line)).toEqual([]);
  });

  it('know every room of the server', () => {
    const rooms = readdirSync(resolve(root, 'server/src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const known = new Set([...ROOMS, ...SHARED_ROOMS]);
    expect(rooms.map((room) => room.name).filter((name) => !known.has(name))).toEqual([]);
  });
});
