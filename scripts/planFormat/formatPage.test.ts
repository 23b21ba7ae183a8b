import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { FORMAT } from '../../server/src/plan/format.ts';
import { EXAMPLE, planFormatPage } from './formatPage.ts';

describe('the page of the plan format', () => {
  it('has each key of each map, and each word that can stand behind one', () => {
    const page = planFormatPage();
    for (const { name, summary, choices = [] } of Object.values(FORMAT).flat()) {
      expect(page).toMatch(new RegExp(`^\\| \`${name}\`.* \\| ${escaped(summary)} \\|$`, 'm'));
      for (const choice of choices) expect(page).toContain(`| \`${choice.value}\` | ${choice.summary} |`);
    }
  });

  it('begins with a plan of which nothing is wrong', () => {
    const { findings } = analyse(EXAMPLE, { asOf: '2024-12-31', inventory: createInventory() });
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });
});

function escaped(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
}
