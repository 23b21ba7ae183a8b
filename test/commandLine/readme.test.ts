import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { runWith } from './fakeIo.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
const sessions = blocks.filter(({ language }) => language === 'text').map(({ text }) => text);

describe('the README', () => {
  it.each(sessions.map((session) => [session.split('\n')[0], session] as const))('shows what it prints: %s', async (_, session) => {
    const [command = '', ...shown] = session.trimEnd().split('\n');
    const { stdout } = await runWith(command.replace(/^\$ mips-plan /, '').split(' '), { folder: root });
    const printed = stdout.split('\n');
    let next = 0;
    shown.forEach((line, index) => {
      if (line === '…') return;
      const found = printed.indexOf(line, next);
      expect(found, `"${line}" behind line ${next}`).toBeGreaterThanOrEqual(0);
      // Only where it says so is something left out.
      if (shown[index - 1] !== '…') expect(found).toBe(next);
      next = found + 1;
    });
    if (shown.at(-1) !== '…') expect(printed.slice(next).join('')).toBe('');
  });

  it('shows a plan without mistakes', () => {
    const plans = blocks.filter(({ language }) => language === 'yaml');
    expect(plans).toHaveLength(1);
    for (const { text } of plans) {
      const analysis = analyse(text, { asOf: '2024-12-31', inventory: createInventory() });
      expect(analysis.findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
      expect(analysis.score('').plans.map(({ points, securedPoints }) => [points, securedPoints])).toEqual([[40, 40]]);
    }
  });

  it('names every setting', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, unknown> } };
    };
    const named = [...readme.matchAll(/^\| (`mipsPlan\..*?) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(.*?)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(Object.keys(contributes.configuration.properties).sort());
  });
});
