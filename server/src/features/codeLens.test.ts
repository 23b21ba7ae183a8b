import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { codeLenses } from './codeLens.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

const HEAD = 'performance_year: 2024\npractice: { name: X, clinicians: 9 }\nsubmission: { level: group }\n';
const ACTIVITY = '  - id: IA_BE_4\n    period: 2024-03-01/2024-08-29\n    performed_by: 5\n';

function titles(text: string, showsScore = true): (string | undefined)[] {
  return codeLenses(analyse(text, TEST_CONTEXT), { showsScore }, NOT_CANCELLED).map(({ command }) => command?.title);
}

describe('codeLenses', () => {
  it('stand on `activities` and open the score', () => {
    expect(codeLenses(analyse(`${HEAD}activities:\n${ACTIVITY}`, TEST_CONTEXT), { showsScore: true }, NOT_CANCELLED)).toEqual([{
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 10 } },
      command: { title: '10 of 40 points, 30 missing · Show score', command: 'mipsPlan.showScore' },
    }]);
  });

  it('miss nothing at 40 points', () => {
    expect(titles(`${HEAD}activities:\n${ACTIVITY.replace('IA_BE_4', 'IA_PCMH')}`)).toEqual(['40 of 40 points · Show score']);
    expect(titles(`${HEAD}activities: []\n`)).toEqual(['0 of 40 points, 40 missing · Show score']);
    expect(titles(`${HEAD}activities:\n`)).toEqual(['0 of 40 points, 40 missing · Show score']);
  });

  it('only tell where the client has no such command', () => {
    const text = `${HEAD}activities:\n${ACTIVITY}`;
    expect(titles(text, false)).toEqual(['10 of 40 points, 30 missing']);
    expect(codeLenses(analyse(text, TEST_CONTEXT), { showsScore: false }, NOT_CANCELLED)[0]?.command?.command).toBe('');
  });

  it('are one for each plan that can be scored', () => {
    expect(titles(`${HEAD}activities:\n${ACTIVITY}---\n${HEAD}activities: []\n---\n${HEAD.replace('2024', '1999')}activities: []\n`)).toHaveLength(2);
    expect(titles(HEAD)).toEqual([]);
    expect(titles('')).toEqual([]);
    expect(titles('['.repeat(70))).toEqual([]);
  });

  it('are none once cancelled', () => {
    expect(codeLenses(analyse(`${HEAD}activities: []\n`, TEST_CONTEXT), { showsScore: true }, CANCELLED)).toEqual([]);
  });
});
