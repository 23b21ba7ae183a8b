import { expect, it } from 'vitest';
import { createInventory } from '../inventory/createInventory.ts';
import type { ReadingProblem } from '../plan/problem.ts';
import { readPlan } from '../plan/readPlan.ts';
import { planFacts } from '../score/facts.ts';
import { computePlan } from '../score/planResult.ts';
import { SourceText } from '../text/sourceText.ts';
import { readYamlOnce } from '../yaml/readYaml.ts';
import { readingFixes } from './readingFixes.ts';

const CONTEXT = { asOf: '2024-06-15', inventory: createInventory() };

it('Of the other activities only who is missing in the practice is asked: there may be as many fixes as activities', () => {
  const text = 'performance_year: 2024\npractice: { name: X }\nsubmission: { level: group }\nactivities:\n  - { id: IA_EPA_1, performed_by: 7 }\n  - note: x\n';
  const file = readYamlOnce(text);
  if ('code' in file || file.documents[0] === undefined) throw new Error('No document');
  const problems: ReadingProblem[] = [];
  const plan = readPlan(file.documents[0], 0, text, (problem) => problems.push(problem));
  if (plan === undefined) throw new Error('No plan');
  const result = computePlan(plan, planFacts(plan, CONTEXT.inventory, CONTEXT.asOf));
  let reads = 0;
  const judgements = new Proxy(result.judgements, { get: (target, key) => (typeof key === 'string' && /^\d+$/.test(key) && reads++, Reflect.get(target, key) as unknown) });
  const context = { ...result, judgements, context: CONTEXT, problems, source: new SourceText(text) };
  const found = problems.map((problem) => {
    reads = 0;
    return [problem.key, readingFixes(problem, context).map(({ title }) => title), reads];
  });
  expect(found).toEqual([
    ['clinicians', ['Add `clinicians: 7`'], 2],
    ['id', ['Add `id: IA_`'], 0],
  ]);
});
