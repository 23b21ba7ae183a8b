import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { newPlanSnippet } from '../../client/src/newPlan/newPlanSnippet.ts';

/** The snippet with its placeholders as they stand, the first of each choice taken. */
function expand(snippet: string): string {
  return snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1').replaceAll('$0', '');
}

describe('a new plan', () => {
  it('is scored as it stands, and is all right but for what it does not have yet', () => {
    const analysis = analyse(expand(newPlanSnippet(new Date(2025, 5, 1))), { asOf: '2025-06-01', inventory: createInventory() });
    const [plan] = analysis.score('new').plans;
    expect(plan).toMatchObject({ performanceYear: 2025, points: 0, program: 'traditional', level: 'group' });
    expect(analysis.findings.map((finding) => finding.code).sort()).toEqual(['missing-key', 'score-below-maximum', 'small-practice-undeclared']);
  });

  it('is of the newest year that CMS has decided on, at most', () => {
    expect(newPlanSnippet(new Date(2026, 0, 1))).toContain('${1:2026}');
    expect(newPlanSnippet(new Date(2031, 0, 1))).toContain('${1:2026}');
  });
});
