import { describe, expect, it } from 'vitest';
import { createInventory } from '../inventory/createInventory.ts';
import { activityPage, comparisonPage } from './inventoryPages.ts';

const inventory = createInventory();
const texts = { textOf: () => ({ text: 'Be there *day* and night.', official: true }) };

describe('The page of an activity', () => {
  it('tells what it asks, for how long, what to keep and what it was', () => {
    const page = activityPage(inventory, { id: 'IA_EPA_1', year: 2024 }, texts);
    expect(page?.title).toBe('IA_EPA_1, 2024');
    expect(page?.markdown).toMatch(/^# Provide 24\/7 Access .*\n\n`IA_EPA_1`, 2024\n\nHigh-weighted · Expanded Practice Access\n\n\*\*CMS:\*\* Be there \\\*day\\\* and night\./);
    for (const part of ['**Period:**', '**Evidence:**', '**MIPS Value Pathways** in 2024:', '**History:** Listed 2017']) expect(page?.markdown).toContain(part);
  });

  it('is there without texts, and not for a year without the activity', () => {
    expect(activityPage(inventory, { id: 'IA_EPA_1', year: 2024 }, undefined)?.markdown).toContain('**Period:**');
    expect(activityPage(inventory, { id: 'IA_EPA_7', year: 2024 }, texts)).toBeUndefined();
    expect(activityPage(inventory, { id: 'IA_NOTHING', year: 2024 }, texts)).toBeUndefined();
  });
});

describe('Two years side by side', () => {
  const markdown = comparisonPage(inventory, { from: 2025, to: 2026 })?.markdown ?? '';

  it('has a heading with a count for each kind of change', () => {
    expect(markdown.match(/^#+ .*$/gm)).toEqual([
      '# Improvement activities: 2025 and 2026', '## Added (3)', '## Removed (12)', '## Renumbered (6)', '## Changed weight (0)', '## Changed text (2)',
    ]);
    expect(markdown).toContain('104 activities in 2025, 95 in 2026.');
  });

  it('says what took the place of what', () => {
    expect(markdown).toMatch(/^- `IA_AHE_1` is now `IA_EPA_7` /m);
    expect(markdown).toContain('## Changed weight (0)\n\nNone.');
    expect(comparisonPage(inventory, { from: 2017, to: 2018 })?.markdown).toMatch(/^- `IA_CC_4` .*: medium-weighted in 2017, high-weighted in 2018$|: .*-weighted in 2017/m);
    expect(comparisonPage(inventory, { from: 2024, to: 2025 })?.markdown).toMatch(/^## Suspended in 2025 \(8\)\n\n- `IA_\w+` .*, on \d+ \w+ 2025$/m);
  });

  it('takes the years in any order, and only years with an inventory', () => {
    expect(comparisonPage(inventory, { from: 2026, to: 2025 })?.markdown).toBe(markdown);
    expect(comparisonPage(inventory, { from: 2016, to: 2025 })).toBeUndefined();
  });
});
