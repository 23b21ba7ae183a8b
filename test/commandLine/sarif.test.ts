import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../server/src/findings/finding.ts';
import { BAD, folderWith, GOOD, runWith, type FakeWorld } from './fakeIo.ts';

const root = join(import.meta.dirname, '../..');

/** OASIS's schema. It is of draft 4, of which it uses nothing that later drafts read otherwise but the name of its id. */
function validator(): (log: unknown) => readonly unknown[] {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { id, $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as AnySchemaObject & { id: string; $schema: string };
  expect([id, $schema]).toEqual([expect.stringContaining('sarif-2.1.0'), 'http://json-schema.org/draft-04/schema#']);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (log) => (validate(log) ? [] : (validate.errors ?? []));
}
const errorsOf = validator();

async function sarif(args: readonly string[], world: FakeWorld): Promise<{ log: Log; run: Run; results: Result[]; stdout: string }> {
  const { stdout } = await runWith(['check', ...args, '--format', 'sarif'], world);
  const log = JSON.parse(stdout) as Log;
  expect(errorsOf(log)).toEqual([]);
  const [run] = log.runs as [Run];
  return { log, run, results: run.results ?? [], stdout };
}

describe('mips-plan check --format sarif', () => {
  it('is valid for every golden plan and every sample, and as JSON.stringify would print it', async () => {
    const { log, results, stdout } = await sarif(['test/golden/plans', 'samples'], { folder: root });
    expect(results.length).toBeGreaterThan(100);
    expect(stdout).toBe(`${JSON.stringify(log, null, 2)}\n`);
  });

  it('is valid without results and with files that cannot be read', async () => {
    const folder = folderWith({ 'good.mips.yaml': GOOD });
    expect((await sarif(['good.mips.yaml'], { folder })).results).toEqual([]);
    const { run } = await sarif(['good.mips.yaml', 'absent 1.mips.yaml'], { folder });
    expect(run.invocations).toEqual([{
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [{
        level: 'error',
        message: { text: 'absent 1.mips.yaml: there is no such file' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'absent%201.mips.yaml', uriBaseId: '%SRCROOT%' } } }],
      }],
    }]);
  });

  it('knows a validator that finds mistakes', () => {
    expect(errorsOf({ version: '2.1.0', runs: [{ tool: {}, results: [{ level: 'grave' }] }] })).not.toEqual([]);
  });

  it('tells every rule, with its page', async () => {
    const { run } = await sarif(['-'], { standardInput: GOOD });
    const { driver } = run.tool;
    expect(driver).toMatchObject({ name: 'mips-plan', semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string });
    expect(driver.rules?.map(({ id }) => id)).toEqual(FINDING_CODES);
    for (const { id, helpUri, help, shortDescription, fullDescription } of driver.rules ?? []) {
      expect(helpUri).toMatch(new RegExp(`/docs/findings/${id}\\.md$`));
      expect(help?.markdown).toContain(helpUri ?? '');
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text]) expect(text).toMatch(/\S/);
    }
  });

  it('shows a result with its place, level, related places and fixes', async () => {
    const folder = folderWith({ 'café plans/a#1.mips.yaml': GOOD.replace('IA_BE_6', 'IA_EPA_1').replace('2024-06-30', '2024-03-29') });
    const { run, results } = await sarif(['café plans'], { folder });
    expect(run.columnKind).toBe('utf16CodeUnits');
    const [short, duplicate] = ['period-too-short', 'duplicate-activity'].map((code) => results.find(({ ruleId }) => ruleId === code));
    const artifactLocation = { uri: 'caf%C3%A9%20plans/a%231.mips.yaml', uriBaseId: '%SRCROOT%' };
    expect(short).toMatchObject({
      level: 'error',
      ruleIndex: FINDING_CODES.indexOf('period-too-short'),
      locations: [{ physicalLocation: { artifactLocation, region: { startLine: 5, startColumn: 29, endLine: 5, endColumn: 50 } } }],
    });
    expect(short?.fixes?.[0]).toEqual({
      description: { text: 'Extend the end to 2024-03-30' },
      artifactChanges: [{
        artifactLocation,
        replacements: [{ deletedRegion: { startLine: 5, startColumn: 40, endLine: 5, endColumn: 50 }, insertedContent: { text: '2024-03-30' } }],
      }],
    });
    expect(duplicate?.relatedLocations).toMatchObject([{ id: 0, physicalLocation: { artifactLocation, region: { startLine: 5, startColumn: 11 } } }]);
  });

  it('names a file outside the working folder by its whole URI', async () => {
    const folder = folderWith({ 'bad.mips.yaml': BAD });
    const { results } = await sarif([join(folder, 'bad.mips.yaml')], {});
    const uri = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    expect(uri).toMatch(/^file:\/\/\/.*\/bad\.mips\.yaml$/);
    const inside = await sarif([join(folder, 'bad.mips.yaml')], { folder });
    expect(inside.results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('bad.mips.yaml');
  });

  it('gives each result a fingerprint of its own that stays while lines around it change', async () => {
    const plan = `${BAD}  - id: IA_CC_8\n  - id: IA_CC_8\n`;
    const prints = async (standardInput: string): Promise<unknown[]> =>
      (await sarif(['-'], { standardInput })).results.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints?.['mipsPlanFinding/v1']]);
    const before = await prints(plan);
    expect(new Set(before.map((print) => JSON.stringify(print))).size).toBe(before.length);
    const [head = '', rest = ''] = plan.split('activities:\n');
    expect(await prints(`# A comment\n\n${head}activities:\n  - { id: IA_PSPA_7, status: dropped }\n${rest}`)).toEqual(before);
  });

  it('offers no fix that would show a TIN in full', async () => {
    const { results } = await sarif(['-'], { standardInput: GOOD.replace('"000123456"', '123456789') });
    expect(results.find(({ ruleId }) => ruleId === 'unquoted-identifier')?.fixes).toBeUndefined();
    const placeholder = await sarif(['-'], { standardInput: GOOD.replace('"000123456"', '000123456') });
    expect(placeholder.results.find(({ ruleId }) => ruleId === 'unquoted-identifier')?.fixes).toHaveLength(1);
  });
});
