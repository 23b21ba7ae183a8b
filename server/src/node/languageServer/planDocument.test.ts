import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis.ts';
import { createInventory } from '../../inventory/createInventory.ts';
import type { Conditions } from './conditions.ts';
import { EvidenceFiles } from './evidenceFiles.ts';
import { PlanDocument } from './planDocument.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const TEXT = `performance_year: 2024
activities:
  - { id: IA_BE_4, evidence: [log.pdf] }
`;
const CONDITIONS: Conditions = {
  settings: DEFAULT_SETTINGS,
  asOf: '2024-10-01',
  inventory: createInventory(),
  texts: () => Promise.reject(new Error('Not needed')),
};

function open(evidence?: EvidenceFiles): PlanDocument {
  return new PlanDocument({ uri: 'file:///plans/a.mips.yaml', languageId: 'mips-plan', version: 1, text: TEXT }, evidence);
}

function codes(analysis: Analysis | undefined): string[] {
  return (analysis?.findings ?? []).map(({ code }) => code);
}

describe('the analysis of a plan', () => {
  it('is made once for a version', () => {
    const document = open();
    const analysis = document.analysis(CONDITIONS);
    expect(document.analysis(CONDITIONS)).toBe(analysis);
    document.update([{ text: `${TEXT}# \n` }], 2);
    expect(document.analysis(CONDITIONS)).not.toBe(analysis);
  });

  it('is made again under other conditions', () => {
    const document = open();
    const analysis = document.analysis(CONDITIONS);
    expect(document.analysis({ ...CONDITIONS, asOf: '2024-11-01' })).not.toBe(analysis);
  });

  it('of a version before is there for whoever still holds that', () => {
    const document = open();
    const version = document.latest;
    document.analysis(CONDITIONS);
    document.update([{ text: `\n${TEXT}` }], 2);
    expect(document.analysis(CONDITIONS).plans[0]?.plan.span.start).toBe(1);
    expect(document.analysis(CONDITIONS, version).plans[0]?.plan.span.start).toBe(0);
    expect(document.analysis(CONDITIONS).plans[0]?.plan.span.start).toBe(1);
  });
});

describe('evidence that is looked for', () => {
  it('quickly is in the answer', async () => {
    const document = open(new EvidenceFiles('/plans/a.mips.yaml', () => Promise.resolve(false)));
    let late = 0;
    expect(codes(await document.settledAnalysis({ now: CONDITIONS }, () => late++))).toContain('evidence-not-found');
    expect(late).toBe(0);
  });

  it('slowly comes after the answer', async () => {
    let find: (there: boolean) => void = () => undefined;
    const document = open(new EvidenceFiles('/plans/a.mips.yaml', () => new Promise((resolve) => (find = resolve))));
    let callLate: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (callLate = resolve));
    expect(codes(await document.settledAnalysis({ now: CONDITIONS }, callLate))).not.toContain('evidence-not-found');
    find(false);
    await late;
    expect(codes(document.analysis(CONDITIONS))).toContain('evidence-not-found');
  });
});
