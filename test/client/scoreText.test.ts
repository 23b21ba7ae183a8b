import { describe, expect, it } from 'vitest';
import { scoreText } from '../../client/src/score/scoreText.ts';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';

const inventory = createInventory();

function textOf(plan: string): string {
  const analysis = analyse(plan, { asOf: '2024-12-31', inventory, evidenceExists: () => false });
  return scoreText({ fileName: 'elm.mips.yaml', score: analysis.score(''), explanations: analysis.explain(), overviews: analysis.overview() });
}

const GROUP = `performance_year: 2024
practice: { name: Elm 12-3456789, clinicians: 12 }
submission: { level: group }
activities:
  - { id: IA_BE_4, period: 2024-03-01/2024-05-29, performed_by: 6, evidence: [a.pdf] }
`;

describe('The score as text', () => {
  it('says everything that the view says', () => {
    const lines = textOf(GROUP).split('\n');
    expect(lines.slice(0, 11)).toEqual([
      'MIPS score of elm.mips.yaml', '===========================', 'As of 31 December 2024.', '',
      'Elm ••-•••6789', '--------------', '2024 · Traditional MIPS · Group',
      '10 of 40 points, 0 of them secured on 31 December 2024.', '3.75 of 15 points of the final score. The usual weight.', 'Points doubled: No special status.', '',
    ]);
    for (const line of [
      '  2. Select activities: To do. 10 of 40 points are planned.', '  IA_BE_4: 10 points, Planned. Engagement of patients through implementation of improvements in patient portal',
      '     period 1 Mar – 29 May; clinicians: 6 of 12; evidence: a.pdf (not found)', 'Keep all evidence until 31 March 2031.',
    ]) expect(lines).toContain(line);
    expect(lines.some((line) => /^ {2}Warning, line \d+: /.test(line))).toBe(true);
    expect(lines.some((line) => line.startsWith('  IA_') && line.includes('(+'))).toBe(true);
  });

  it('marks the best plan of several, and says why', () => {
    const text = textOf(`${GROUP}---\nperformance_year: 2024\npractice: { name: Ash }\nsubmission: { level: individual }\nactivities: [{ id: IA_EPA_1 }]\n`);
    expect(text).toContain('Individual: Ash (the best of this file)');
    expect(text).toContain('CMS pays on the higher final score: the best plan earns 7.5 points of it, the next 3.75.');
  });

  it('says so where there is no score', () => {
    expect(textOf('practice: { name: Elm }\n')).toContain('This plan cannot be scored yet.');
    expect(textOf('')).toContain('The file holds no plan that can be read.');
  });
});
