import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../server/src/findings/finding.ts';
import { generatedFiles, PAGES_FOLDER } from './generated.ts';
import { withFindingSettings } from './settings.ts';
import { staleFiles } from './staleFiles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packageJson = readFileSync(join(root, 'package.json'), 'utf8');

describe('what is made from the table of findings', () => {
  it('is as the table says now; if not, run: node scripts/findings/writePages.mjs', () => {
    expect(staleFiles(root, generatedFiles(packageJson), PAGES_FOLDER)).toEqual({ changed: [], leftOver: [] });
  });

  it('is a page for each code and one that leads to them', () => {
    const pages = generatedFiles(packageJson);
    const index = pages.get(`${PAGES_FOLDER}/README.md`);
    for (const code of FINDING_CODES) {
      expect(pages.get(`${PAGES_FOLDER}/${code}.md`)).toContain(`# \`${code}\``);
      expect(index).toContain(`](${code}.md)`);
    }
  });
});

describe('staleFiles', () => {
  const generated = new Map([['docs/a.md', 'a\n'], ['docs/b.md', 'b\n']]);
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mips-plan-'));
    mkdirSync(join(folder, 'docs'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void => writeFileSync(join(folder, 'docs', name), text);

  it('names what is missing, what differs and what is left over', () => {
    write('b.md', 'older\n');
    write('c.md', 'c\n');
    expect(staleFiles(folder, generated, 'docs')).toEqual({ changed: ['docs/a.md', 'docs/b.md'], leftOver: ['docs/c.md'] });
  });

  it('names nothing where all is as it would be made, whatever the line ends', () => {
    write('a.md', 'a\n');
    write('b.md', 'b\r\n');
    expect(staleFiles(folder, generated, 'docs')).toEqual({ changed: [], leftOver: [] });
  });
});

describe('withFindingSettings', () => {
  const setting = { order: 3, type: 'object', additionalProperties: { type: 'string' } };
  const before = { name: 'x', contributes: { configuration: { properties: { other: { type: 'boolean' }, 'mipsPlan.findings': setting } } } };
  const after = JSON.parse(withFindingSettings(JSON.stringify(before))) as typeof before & {
    contributes: { configuration: { properties: { 'mipsPlan.findings': { properties: Record<string, object> } } } };
  };
  const made = after.contributes.configuration.properties['mipsPlan.findings'];

  it('lets the settings editor complete each code and its levels, and no other code', () => {
    expect(Object.keys(made.properties)).toEqual(FINDING_CODES);
    expect(made.additionalProperties).toBe(false);
    expect(made.properties['activity-suspended']).toEqual({
      type: 'string',
      enum: ['error', 'warning', 'information', 'hint', 'off'],
      default: 'warning',
      description: 'CMS suspended the activity during the year. Severity: warning or error.',
    });
  });

  it('leaves everything else as it was', () => {
    expect(made).toMatchObject({ order: 3, type: 'object' });
    expect(after).toMatchObject({ name: 'x', contributes: { configuration: { properties: { other: { type: 'boolean' } } } } });
  });
});
