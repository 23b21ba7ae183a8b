import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import type { FindingLevels } from '../../findings/levels.ts';
import { TEST_CONTEXT } from '../testing/markedText.ts';
import { shownIn } from '../testing/places.ts';
import { summarise, unreadableFile, type FileSummary } from './fileSummary.ts';

const NAMES = { uri: 'file:///plans/elm.mips.yaml', path: 'elm.mips.yaml' };
const PLAN = `performance_year: 2024
practice: { name: "  Elm Street Clinic ", clinicians: 20 }
submission: { level: group }
activities:
  - { id: IA_EPA_1, period: 2024-01-15/2024-05-30, performed_by: all, status: completed, evidence: [https://example.org] }
  - { id: IA_BE_4, period: 2024-03-01/2024-05-28, performed_by: all }
`;

function summaryOf(text: string, levels: FindingLevels = new Map()): FileSummary {
  return summarise(analyse(text, TEST_CONTEXT), NAMES, levels);
}

/** The text that a range stands for, on its line. */
function shown(text: string, range: FileSummary['activities'][number]['range'] | undefined): string[] {
  return range === undefined ? [] : shownIn(analyse(text, TEST_CONTEXT).source, [range]);
}

describe('the summary of a file', () => {
  it('has what the views across plans need', () => {
    const [plan] = summaryOf(PLAN).plans;
    expect(plan).toMatchObject({
      practice: 'Elm Street Clinic', performanceYear: 2024, points: 20, securedPoints: 20, maxPoints: 40, gap: 20,
      range: { start: { line: 0, character: 0 } },
      findings: { error: 1 },
      worst: { severity: 'error', message: expect.stringContaining('89 days') as string },
      nextDeadline: { date: '2024-10-03', kind: 'last-start-of-any', activity: null, minimum: '90 days' },
    });
    expect(shown(PLAN, plan?.worst?.range)[0]).toContain('«2024-03-01/2024-05-28»');
  });

  it('has each plan of several, with the findings that stand in it', () => {
    const text = `${PLAN}---\npractice: { name: Ash }\nperformance_year: [\n---\n${PLAN}`;
    const { plans } = summaryOf(text.replaceAll('\n', '\r\n'));
    expect(plans.map(({ practice }) => practice)).toEqual(['Elm Street Clinic', 'Ash', 'Elm Street Clinic']);
    expect(plans[1]).toMatchObject({ points: null, securedPoints: null, maxPoints: null, gap: null, nextDeadline: null, range: { start: { line: 7 } } });
    expect(plans[1]?.findings.error).toBeGreaterThan(0);
    expect(plans[0]?.findings).toEqual(summaryOf(PLAN).plans[0]?.findings);
  });

  it('counts findings as the user wants them, and not what a comment hides', () => {
    const [off] = summaryOf(PLAN, new Map([['period-too-short', 'off']])).plans;
    expect(off).toMatchObject({ findings: { error: 0 }, worst: { severity: 'information' } });
    const [hidden] = summaryOf(`# mips-disable-file period-too-short\n${PLAN}`).plans;
    expect(hidden?.findings.error).toBe(0);
    const [warned] = summaryOf(PLAN, new Map([['period-too-short', 'warning']])).plans;
    expect(warned).toMatchObject({ findings: { error: 0, warning: 1 }, worst: { severity: 'warning' } });
  });

  it('names no hint as the worst', () => {
    const levels = new Map([['period-too-short', 'hint'], ['score-below-maximum', 'hint'], ['status-behind-period', 'hint']] as const);
    expect(summaryOf(PLAN, levels).plans[0]).toMatchObject({ findings: { information: 0, hint: 3 }, worst: null });
  });

  it('has each id where it is written, once', () => {
    const text = `${PLAN}  - &one { id: "IA_BE_6" }\n  - *one\n  - { status: planned }\n---\n${PLAN}`;
    const { activities } = summaryOf(text);
    expect(activities.map(({ id, plan }) => `${id} ${plan}`)).toEqual(['IA_EPA_1 0', 'IA_BE_4 0', 'IA_BE_6 0', 'IA_EPA_1 1', 'IA_BE_4 1']);
    expect(shown(text, activities[2]?.range)).toEqual(['- &one { id: «"IA_BE_6"» }']);
  });

  it.each(['', '# nothing yet\n', `${'['.repeat(3000)}\n`])('of a file without a plan has one that has nothing: %#', (text) => {
    const { plans, activities } = summaryOf(text);
    expect(plans).toMatchObject([{ practice: null, performanceYear: null, points: null, nextDeadline: null }]);
    expect(activities).toEqual([]);
    expect(plans[0]?.worst !== null).toBe(text.startsWith('['));
  });

  it('shows no TIN in full', () => {
    const text = PLAN.replace('  Elm Street Clinic ', 'Dr. Elm 123-45-6789').replace('IA_BE_4', '123456789').replace('level: group', 'level: 987654321');
    const summary = summarise(analyse(text, TEST_CONTEXT), { ...NAMES, path: '12-3456789/elm.mips.yaml' }, new Map());
    const { uri, path, problem, plans } = summary;
    expect(JSON.stringify({ uri, path, problem, plans })).not.toMatch(/123-45-6789|123456789|987654321|12-3456789/);
    expect(plans[0]?.practice).toBe('Dr. Elm •••-••-6789');
    expect(unreadableFile({ ...NAMES, path: '123456789.mips.yaml' }, 'may not be read')).toMatchObject({ path: '•••••6789.mips.yaml', problem: 'may not be read', plans: [] });
  });

  it('is small, whatever is in the file', () => {
    const summary = summaryOf(PLAN.replace('IA_BE_4', 'x'.repeat(100_000)).replace('Elm', 'y'.repeat(100_000)));
    expect(JSON.stringify(summary).length).toBeLessThan(2000);
    expect(summary.activities).toHaveLength(1);
  });
});
