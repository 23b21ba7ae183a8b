import { describe, expect, it } from 'vitest';
import { likelyYear, planSkeleton, planYears, practiceProblem, type ReportedBy } from '../../client/src/newPlan/planSkeleton.ts';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';

const inventory = createInventory();

describe('A plan of three answers', () => {
  it.each<ReportedBy>(['group', 'individual', 'virtual_group', 'apm_entity'])('is all right but for what it does not have yet: %s', (level) => {
    const { text } = planSkeleton({ practice: 'Elm Street', year: 2026, level });
    const analysis = analyse(text, { asOf: '2026-06-01', inventory });
    expect(analysis.score('').plans[0]).toMatchObject({ practice: 'Elm Street', performanceYear: 2026, program: 'traditional', level, points: 0 });
    const missing = analysis.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.split(' ')[0]);
    expect(missing).toEqual([...(level === 'individual' ? [] : ['`clinicians`']), '`id`']);
  });

  it('says what it does not have yet at the very key', () => {
    const { text } = planSkeleton({ practice: 'Elm Street', year: 2026, level: 'group' });
    const { findings } = analyse(text, { asOf: '2026-06-01', inventory });
    expect(findings.filter(({ code }) => code === 'missing-key').map(({ span }) => text.slice(span.start, span.end))).toEqual(['clinicians', 'id']);
  });

  it('has the cursor where the first activity goes', () => {
    const { text, cursor } = planSkeleton({ practice: 'Elm Street', year: 2024, level: 'group' });
    const lines = text.split('\n');
    lines[cursor.line] = `${lines[cursor.line]?.slice(0, cursor.character) ?? ''}IA_EPA_1`;
    const filled = lines.join('\n').replace('clinicians:', 'clinicians: 20');
    expect(analyse(filled, { asOf: '2024-06-01', inventory }).score('').plans[0]?.points).toBe(20);
  });

  it.each(['O’Neil: Sons & Daughters #1', '"Quoted" \\ practice', '- dash', 'true', '12', '{curly}', 'naïve – ✓'])('takes any name as it is: %s', (practice) => {
    const { text } = planSkeleton({ practice, year: 2024, level: 'individual' });
    expect(analyse(text, { asOf: '2024-06-01', inventory }).score('').plans[0]?.practice).toBe(practice);
  });

  it.each([
    ['Harbour Cardiology', 'harbour-cardiology-2024'],
    ['O’Neil: Sons & Daughters #1', 'oneil-sons-daughters-1-2024'],
    ['../../Évian\\Clinic', 'evian-clinic-2024'],
    ['✓', 'plan-2024'],
    ['x'.repeat(300), `${'x'.repeat(60)}-2024`],
  ])('is named after the practice and the year: %s', (practice, name) => {
    expect(planSkeleton({ practice, year: 2024, level: 'group' }).fileName).toBe(`${name}.mips.yaml`);
  });

  it('takes no empty name and no TIN for one', () => {
    expect([practiceProblem(' '), practiceProblem('12-3456789'), practiceProblem('123456789')].every((problem) => problem !== undefined)).toBe(true);
    expect(practiceProblem('Route 66 Clinic')).toBeUndefined();
  });

  it('is for a year with an inventory', () => {
    expect([...planYears()].reverse()).toEqual(inventory.years);
    expect([likelyYear(new Date(2024, 5, 1)), likelyYear(new Date(2040, 5, 1))]).toEqual([2024, 2026]);
  });
});
