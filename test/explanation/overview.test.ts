import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import type { PlanOverview, PlanStep } from '../../server/src/explanation/overview.ts';
import { MOST_FINDINGS } from '../../server/src/explanation/planOverview.ts';

const inventory = createInventory();

function overviewOf(text: string, { asOf = '2024-10-01', evidenceExists = (path: string): boolean => path !== 'gone.pdf' } = {}): PlanOverview {
  const [overview] = analyse(text, { asOf, inventory, evidenceExists }).overview();
  if (overview === undefined) throw new Error('no plan');
  return overview;
}

const HEAD = 'performance_year: 2024\npractice: { name: Elm, clinicians: 12, tin: "000123456" }\nsubmission: { level: group }\n';
const activity = (keys: string): string => `${HEAD}activities:\n  - { ${keys} }\n`;

describe('An activity', () => {
  it('has its period, minimum and last start on the calendar', () => {
    const [planned] = overviewOf(activity('id: IA_BE_4, period: 2024-03-01/2024-05-29, performed_by: 6')).activities;
    expect(planned).toMatchObject({
      status: 'planned', minimum: '90 days', longEnoughOn: '2024-05-29', lastStart: '2024-10-03',
      period: { start: '2024-03-01', end: '2024-05-29', days: 90 }, participation: { text: '6 of 12', share: 0.5, count: 6, needed: 6 },
    });
  });

  it.each([
    ['all', { text: 'all 12', share: 1, count: 12 }],
    ['60%', { text: '60 %', share: 0.6, count: null }],
    ['[adams, baker]', { text: '2 of 12', count: 2 }],
    ['', { text: null, share: null, count: null }],
    ['many', { text: null, share: null, count: null }],
  ])('performed by %s', (performedBy, expected) => {
    expect(overviewOf(activity(`id: IA_BE_4, performed_by: ${performedBy}`)).activities[0]?.participation).toMatchObject(expected);
  });

  it('has its clinicians’ own periods', () => {
    const [each] = overviewOf(activity('id: IA_BE_4, performed_by: { adams: 2024-01-01/2024-03-30 }')).activities;
    expect(each?.clinicianPeriods).toEqual([{ name: 'adams', start: '2024-01-01', end: '2024-03-30', days: 90 }]);
    expect(each?.period).toBeNull();
  });

  it('asks an individual for no clinicians, and a medical home for no period', () => {
    const individual = overviewOf('performance_year: 2024\npractice: { name: A }\nsubmission: { level: individual }\nactivities: [{ id: IA_BE_4 }, { id: IA_PCMH }]\n');
    expect(individual.activities.map(({ participation, lastStart }) => [participation, lastStart])).toEqual([[null, '2024-10-03'], [null, null]]);
  });

  it('can begin at the latest on the day on which CMS suspended it', () => {
    const suspended = overviewOf('performance_year: 2025\npractice: { name: A }\nsubmission: { level: individual }\nactivities: [{ id: IA_PM_26 }]\n');
    expect(suspended.activities[0]?.lastStart).toBe('2025-05-06');
  });

  it('lists its evidence, what to keep and what is missing', () => {
    const [each] = overviewOf(activity('id: IA_EPA_1, period: 2024-03-01/2024-12-29, performed_by: 6, evidence: [gone.pdf, log.pdf, { url: "https://a.example", title: Log }]')).activities;
    expect(each?.evidence).toEqual([
      { kind: 'file', text: 'gone.pdf', found: false }, { kind: 'file', text: 'log.pdf', found: true }, { kind: 'url', text: 'Log', found: true },
    ]);
    expect(each?.documentation?.need).toBe('any');
    expect(each?.documentation?.items.length).toBeGreaterThan(1);
    expect(each?.missing).toEqual(['it is not completed', 'its period ends only on 29 December 2024']);
  });

  it('lacks nothing where it is secured or earns nothing', () => {
    const text = `${activity('id: IA_EPA_1, period: 2024-03-01/2024-06-29, performed_by: 6, status: completed, evidence: [log.pdf]')}  - { id: IA_EPA_1 }\n`;
    const [secured, denied] = overviewOf(text).activities;
    expect([secured?.missing, denied?.missing, denied?.documentation]).toEqual([[], [], null]);
  });

  it('never shows a TIN in full', () => {
    const overview = overviewOf(activity('id: 123456789, performed_by: 2, evidence: ["987-65-4321"]'));
    expect(JSON.stringify(overview)).not.toMatch(/123456789|987-65-4321/);
  });
});

describe('The four steps', () => {
  const steps = (text: string, asOf?: string): readonly PlanStep[] => overviewOf(text, asOf === undefined ? {} : { asOf }).steps;
  const STATED = HEAD.replace('\nsubmission', '\nspecial_statuses: []\nsubmission');
  const DONE = '{ period: 2024-01-01/2024-06-30, performed_by: all, status: completed, evidence: [log.pdf], id: ';

  it('are all open at the beginning', () => {
    const [requirements, activities, performance, submission] = steps('practice: { name: A }\n');
    expect(requirements).toMatchObject({ kind: 'requirements', state: 'open', missing: ['a performance year that CMS lists activities for', 'who reports (`level`)', 'the special statuses (`[]` if there are none)'] });
    expect([activities?.state, performance?.state, submission?.state]).toEqual(['later', 'later', 'later']);
  });

  it.each([
    ['submission: { program: mvp, level: group }', 'the MIPS Value Pathway (`mvp`)'],
    ['submission: { program: apm_scoring_standard, level: group }', 'a program that CMS offers in 2024'],
    ['submission: { level: subgroup }', 'a level that CMS takes with this program'],
  ])('know that %s lacks %s', (submission, missing) => {
    expect(steps(STATED.replace('submission: { level: group }', submission))[0]?.missing).toContain(missing);
  });

  it('say what would close the gap, what earns nothing and what is not secured', () => {
    const text = `${STATED}activities:\n  - ${DONE}IA_EPA_1 }\n  - { id: IA_BE_4 }\n  - { id: IA_XX_1 }\n`;
    expect(steps(text)).toMatchObject([
      { state: 'done', missing: [] },
      { state: 'open', text: '30 of 40 points are planned.', missing: ['10 more points: 1 high-weighted activity, or 1 medium-weighted activity', '`IA_XX_1` earns nothing as it is'] },
      { state: 'open', text: '20 of 40 points are secured on 1 October 2024.', missing: ['`IA_BE_4`: it is not completed, it has no period, nothing says who performed it, it has no evidence'] },
      { state: 'later', text: 'The submission window is open from 2 January 2025 to 31 March 2025.', missing: ['1 error to correct first'] },
    ]);
  });

  it('are done with 40 secured points', () => {
    const text = `${STATED}activities:\n  - ${DONE}IA_EPA_1 }\n  - ${DONE}IA_AHE_1 }\n`;
    expect(steps(text).map(({ state, missing }) => [state, missing])).toEqual([['done', []], ['done', []], ['done', []], ['later', []]]);
  });

  it.each([
    ['2024-12-31', 'later', 'The submission window is open from 2 January 2025 to 31 March 2025.'],
    ['2025-01-02', 'open', 'The submission window is open until 31 March 2025: 88 days left.'],
    ['2025-03-30', 'open', 'The submission window is open until 31 March 2025: 1 day left.'],
    ['2025-03-31', 'open', 'The submission window is open until 31 March 2025: this is the last day.'],
    ['2025-04-01', 'over', 'The submission window of 2024 closed on 31 March 2025.'],
  ])('know the window on %s', (asOf, state, text) => {
    expect(steps(STATED, asOf)[3]).toMatchObject({ state, text });
  });

  it('do not make up the day on which the window of 2025 opens', () => {
    expect(steps(STATED.replace('2024', '2025'), '2025-12-31')[3]?.text).toBe('The submission window is open from January 2026 to 31 March 2026.');
    expect(steps(STATED.replace('2024', '2025'), '2026-02-01')[3]?.state).toBe('open');
  });

  it.each([
    ['individual', ['the NPI']],
    ['virtual_group', ['the identifier of the entity (`entity_id`)']],
  ])('ask at level %s for %j', (level, missing) => {
    const text = `${STATED.replace('level: group', `level: ${level}`)}activities: []\n`;
    expect(steps(text)[3]?.missing).toEqual(missing);
  });

  it('count what they do not name', () => {
    const ids = inventory.activitiesOf(2024).slice(0, 9).map(({ id }) => `  - { id: ${id} }\n`).join('');
    expect(steps(`${STATED}activities:\n${ids}`)[2]?.missing.at(-1)).toBe('and 5 more activities');
  });
});

describe('The findings', () => {
  it('come by severity, each with the activity it is about and what repairs it', () => {
    const { findings, findingCounts } = overviewOf(`${HEAD}activities:\n  - { id: IA_BE_4 }\n  - { id: IA_BMH_77 }\n`);
    expect(findings[0]).toMatchObject({ code: 'unknown-activity', severity: 'error', activity: 1 });
    expect(findings[0]?.fixes[0]).toMatch(/^Replace with /);
    expect(findings.map(({ severity }) => severity)).toEqual([...findings.map(({ severity }) => severity)].sort((a, b) => 'error warning information'.indexOf(a) - 'error warning information'.indexOf(b)));
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(findingCounts.error);
    expect(findings.some(({ activity }) => activity === null)).toBe(true);
  });

  it('are shown as the user wants them', () => {
    const analysis = analyse(`${HEAD}activities: [{ id: IA_BMH_77 }]\n`, { asOf: '2024-10-01', inventory });
    const codes = (overview: PlanOverview | undefined) => overview?.findings.filter(({ code }) => code === 'unknown-activity').map(({ severity }) => severity);
    expect(codes(analysis.overview()[0])).toEqual(['error']);
    expect(codes(analysis.overview(new Map([['unknown-activity', 'warning']]))[0])).toEqual(['warning']);
    expect(codes(analysis.overview(new Map([['unknown-activity', 'off']]))[0])).toEqual([]);
  });

  it('stay few in a plan with many', () => {
    const { findings, findingCounts } = overviewOf(`${HEAD}activities:\n${'  - { id: IA_BMH_77 }\n'.repeat(100)}`);
    expect(findings).toHaveLength(MOST_FINDINGS);
    expect(findingCounts.error).toBeGreaterThanOrEqual(100);
  });
});

describe('The weight', () => {
  it.each([
    ['', 'The usual weight.'],
    ['reweighted: [promoting_interoperability]\n', 'The weight with promoting interoperability at 0 %.'],
    ['special_statuses: [small_practice]\nreweighted: [promoting_interoperability]\n', 'The weight with promoting interoperability at 0 % in a small practice.'],
    ['reweighted: [improvement_activities]\n', 'CMS has reweighted this category to 0 %.'],
    ['reweighted: [quality, cost, promoting_interoperability]\n', 'Fewer than two categories are left: the final score is CMS’s performance threshold.'],
  ])('of a plan with %j has its reason', (keys, reason) => {
    expect(overviewOf(`${HEAD}${keys}activities: []\n`).weightReason).toBe(reason);
  });
});
