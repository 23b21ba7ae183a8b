import { describe, expect, it } from 'vitest';
import type { QppSubmission } from '../../server/src/export/qppJson.ts';
import type { FileFindings } from '../../server/src/export/findingsJson.ts';
import { BAD, folderWith, GOOD, runWith } from './fakeIo.ts';

async function exported(standardInput: string): Promise<QppSubmission | QppSubmission[]> {
  const { code, stdout, stderr } = await runWith(['export', '-', '--to', 'qpp-json'], { standardInput });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as QppSubmission | QppSubmission[];
}

async function refused(standardInput: string): Promise<string[]> {
  const { code, stdout, stderr } = await runWith(['export', '-', '--to', 'qpp-json', '--format', 'json'], { standardInput });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return (JSON.parse(stderr) as FileFindings[]).flatMap(({ findings }) => findings.map(({ code: finding, range }) => `${range.start.line + 1}:${range.start.character + 1} ${finding}`));
}

/** A plan of one activity that earns credit, but for what is given. */
function plan(submission: string, more = '', activity = 'id: IA_BE_4, period: 2024-02-01/2024-06-30, performed_by: all'): string {
  return `performance_year: 2024
practice: { name: A, tin: "00-0123456", clinicians: 20 }
submission: ${submission}
${more}
activities:
  - { ${activity} }
`;
}

describe('mips-plan export --to qpp-json', () => {
  it('prints the submission of a group', async () => {
    expect(await exported(GOOD.replace('2024-01-01/2024-06-30', '2024-03-01/2024-09-30'))).toEqual({
      entityType: 'group',
      taxpayerIdentificationNumber: '000123456',
      performanceYear: 2024,
      measurementSets: [{
        category: 'ia',
        submissionMethod: 'registry',
        programName: 'mips',
        performanceStart: '2024-01-01',
        performanceEnd: '2024-09-30',
        measurements: [{ measureId: 'IA_EPA_1', value: true }, { measureId: 'IA_BE_6', value: true }],
      }],
    });
  });

  it.each([
    ['{ level: individual, npi: "1000000004" }', '', { entityType: 'individual', taxpayerIdentificationNumber: '000123456', nationalProviderIdentifier: '1000000004' }, 'mips'],
    ['{ level: group }', '', { entityType: 'group', taxpayerIdentificationNumber: '000123456' }, 'mips'],
    ['{ level: virtual_group, entity_id: VG1 }', '', { entityType: 'virtualGroup', entityId: 'VG1' }, 'mips'],
    ['{ level: apm_entity, entity_id: E1 }', '', { entityType: 'apm', entityId: 'E1' }, 'mips'],
    ['{ level: subgroup, entity_id: S1, program: mvp, mvp: G0058 }', '', { entityType: 'subgroup', entityId: 'S1' }, 'G0058'],
    ['{ level: apm_entity, entity_id: E1, program: app }', 'apm: {}', { entityType: 'apm', entityId: 'E1' }, 'app1'],
  ])('knows %s', async (submission, more, identifiers, programName) => {
    const activity = submission.includes('G0058') ? 'id: IA_BE_6, period: 2024-02-01/2024-06-30, performed_by: all' : undefined;
    const { performanceYear, measurementSets, ...rest } = (await exported(plan(submission, more, activity))) as QppSubmission;
    expect(rest).toEqual(identifiers);
    expect(performanceYear).toBe(2024);
    expect(measurementSets.map((set) => set.programName)).toEqual([programName]);
  });

  it('calls the APM scoring standard mips', async () => {
    const text = plan('{ level: apm_entity, entity_id: E1, program: apm_scoring_standard }').replaceAll('2024', '2018');
    expect(((await exported(text)) as QppSubmission).measurementSets[0]?.programName).toBe('mips');
  });

  it('spans the runs of a map in performed_by, and the calendar year where there is none', async () => {
    const runs = plan('{ level: group }', 'roster: { a: , b: }', 'id: IA_BE_4, performed_by: { a: 2024-02-01/2024-05-31, b: 2024-06-01/2024-11-30 }').replace(', clinicians: 20', '');
    expect((await exported(runs) as QppSubmission).measurementSets).toMatchObject([{ performanceStart: '2024-02-01', performanceEnd: '2024-11-30' }]);
    const none = plan('{ level: group }', '', 'id: IA_BE_4, performed_by: all');
    expect((await exported(none) as QppSubmission).measurementSets).toMatchObject([{ performanceStart: '2024-01-01', performanceEnd: '2024-12-31' }]);
  });

  it('leaves out what earns no credit, and the measurement set where nothing does', async () => {
    const dropped = plan('{ level: group }', '', 'id: IA_BE_4, status: dropped');
    expect((await exported(dropped) as QppSubmission).measurementSets).toEqual([]);
  });

  it('prints a list for several plans, in two blanks of indentation', async () => {
    const two = `${GOOD}---\n${plan('{ level: individual, npi: "1000000012" }')}`;
    const { stdout } = await runWith(['export', '-', '--to', 'qpp-json'], { standardInput: two });
    const submissions = JSON.parse(stdout) as QppSubmission[];
    expect(submissions.map(({ entityType }) => entityType)).toEqual(['group', 'individual']);
    expect(stdout).toBe(`${JSON.stringify(submissions, null, 2)}\n`);
  });

  it('is refused while there are errors, hidden ones too', async () => {
    expect(await refused(BAD)).toEqual(['6:13 period-too-short']);
    expect(await refused(`# mips-disable-file period-too-short\n${BAD}`)).toEqual(['7:13 period-too-short']);
    expect(await refused('a: [')).toContain('1:4 yaml-syntax');
  });

  it.each([
    ['{ level: group }', (text: string) => text.replace('tin: "00-0123456",', ''), ['2:1 missing-key']],
    ['{ level: group }', (text: string) => text.replace('"00-0123456"', ''), ['2:22 missing-key']],
    ['{ level: group }', (text: string) => text.replace('00-0123456', '00012345'), ['2:27 invalid-tin']],
    ['{ level: individual }', (text: string) => text, ['3:1 missing-key']],
    ['{ level: individual, npi: "12345" }', (text: string) => text, ['3:39 invalid-npi']],
    ['{ level: apm_entity }', (text: string) => text, ['3:1 missing-key']],
    ['{ level: virtual_group, entity_id: " " }', (text: string) => text, ['3:48 missing-key']],
  ])('is refused without an identifier of the right form: %s', async (submission, change, findings) => {
    expect(await refused(change(plan(submission)))).toEqual(findings);
  });

  it('takes an NPI whose check digit does not fit, as CMS does', async () => {
    expect(await exported(plan('{ level: individual, npi: "1000000005" }'))).toMatchObject({ nationalProviderIdentifier: '1000000005' });
  });

  it('says what stands in the way', async () => {
    const folder = folderWith({ 'bad.mips.yaml': BAD, 'empty.mips.yaml': '# nothing yet\n' });
    const { stderr } = await runWith(['export', 'bad.mips.yaml', '--to', 'qpp-json'], { folder });
    expect(stderr).toMatch(/^bad\.mips\.yaml\n {2}6:13 {2}error .*period-too-short\n/);
    expect(stderr).toMatch(/\nmips-plan: bad\.mips\.yaml is not exported: 1 error stands in the way\n$/);
    expect(await runWith(['export', 'empty.mips.yaml', '--to', 'qpp-json'], { folder })).toEqual({
      code: 1, stdout: '', stderr: 'mips-plan: empty.mips.yaml is not exported: there is no plan in it\n',
    });
    expect(await runWith(['export', 'absent', '--to', 'qpp-json'], { folder })).toEqual({
      code: 2, stdout: '', stderr: 'mips-plan: absent: there is no such file\n',
    });
  });
});

describe('mips-plan export --to html', () => {
  it('prints a report, with errors too', async () => {
    const folder = folderWith({ 'bad.mips.yaml': BAD });
    const { code, stdout, stderr } = await runWith(['export', 'bad.mips.yaml', '--to', 'html'], { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<!doctype html>\n/);
    expect(stdout).toContain('<bdi>Lakeside</bdi>, 2024, group</h2>');
    expect(stdout).toContain('<bdi>bad.mips.yaml</bdi>');
    expect(stdout).toContain('Runs 89 days');
    expect(stdout).not.toContain('000123456');
  });

  it('prints none of a file without a plan', async () => {
    const { code, stdout, stderr } = await runWith(['export', '-', '--to', 'html'], { standardInput: '# nothing yet\n' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('mips-plan: - is not exported: there is no plan in it\n');
  });
});
