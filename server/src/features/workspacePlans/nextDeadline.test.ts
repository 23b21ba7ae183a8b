import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { TEST_CONTEXT } from '../testing/markedText.ts';
import { nextDeadline } from './nextDeadline.ts';

/** `date kind id` of a plan of 20 points by its first activity, which asks for nothing any more. */
function next(asOf: string, activities: string, head = ''): string {
  const done = '  - { id: IA_EPA_1, period: 2024-01-01/2024-03-30, performed_by: all, status: completed, evidence: [https://example.org] }';
  const text = `performance_year: 2024\npractice: { name: Elm, clinicians: 20 }\nsubmission: { level: group }\n${head}activities:\n${done}\n${activities}`;
  const [result] = analyse(text, { ...TEST_CONTEXT, asOf }).plans;
  const deadline = result && nextDeadline(result);
  return deadline ? [deadline.date, deadline.kind, ...(deadline.activity === null ? [] : [deadline.activity])].join(' ') : 'none';
}

const FULL = 'special_statuses: [rural]\n';

describe('the next deadline', () => {
  it('is the last start of what has no period yet, by the activity’s own minimum', () => {
    expect(next('2024-06-15', '  - id: IA_ERP_1\n', FULL)).toBe('2024-07-01 last-start IA_ERP_1');
    expect(next('2024-07-01', '  - id: IA_ERP_1\n', FULL)).toBe('2024-07-01 last-start IA_ERP_1');
    expect(next('2024-07-02', '  - id: IA_ERP_1\n', FULL)).toBe('2025-03-31 submission');
  });

  it('is the day of its suspension for what must have begun by then', () => {
    const text = 'performance_year: 2025\npractice: { name: Elm, clinicians: 20 }\nsubmission: { level: group }\nspecial_statuses: [rural]\nactivities:\n  - id: IA_PM_26\n';
    const [result] = analyse(text, { ...TEST_CONTEXT, asOf: '2025-02-01' }).plans;
    expect(result && nextDeadline(result)).toEqual({ date: '2025-05-06', kind: 'last-start', activity: 'IA_PM_26' });
  });

  it('is the day on which an activity begins, and then that on which it ends', () => {
    const activity = '  - { id: IA_BE_4, period: 2024-08-01/2024-11-30, performed_by: all }\n';
    expect(next('2024-06-15', activity, FULL)).toBe('2024-08-01 start IA_BE_4');
    expect(next('2024-08-02', activity, FULL)).toBe('2024-11-30 end IA_BE_4');
    expect(next('2024-07-02', activity.replace(' }', ', status: in_progress }'), FULL)).toBe('2024-11-30 end IA_BE_4');
  });

  it('is found in the periods of clinicians', () => {
    const roster = 'roster: { adams: {}, baker: {} }\nspecial_statuses: [rural]\n';
    const activity = '  - { id: IA_BE_4, performed_by: { adams: 2024-07-01/2024-10-10, baker: 2024-07-10/2024-10-20 } }\n';
    expect(next('2024-06-15', activity, roster)).toBe('2024-07-01 start IA_BE_4');
    expect(next('2024-07-15', activity, roster)).toBe('2024-10-10 end IA_BE_4');
  });

  it('is 3 October where points are missing, for any activity of 90 days', () => {
    expect(next('2024-06-15', '')).toBe('2024-10-03 last-start-of-any');
    expect(next('2024-10-04', '')).toBe('2025-03-31 submission');
  });

  it.each([
    ['dropped', '  - { id: IA_ERP_1, status: dropped }\n'],
    ['completed', '  - { id: IA_ERP_1, period: 2024-05-01/2024-11-30, status: completed }\n'],
    ['unknown', '  - { id: IA_ERP_99 }\n'],
    ['of another year', '  - { id: IA_AHE_2, period: 2024-08-01/2024-11-30 }\n'],
    ['of an unreadable period', '  - { id: IA_ERP_1, period: soon }\n'],
    ['of a period that does not count', '  - { id: IA_ERP_1, period: 2024-11-30/2024-08-01 }\n'],
    ['a medical home', '  - { id: IA_PCMH }\n'],
  ])('is none of an activity that is %s', (_, activity) => expect(next('2024-06-15', activity, FULL)).toBe('2025-03-31 submission'));

  it('is none once CMS takes nothing any more, and of a plan without a readable year', () => {
    expect(next('2025-03-31', '', FULL)).toBe('2025-03-31 submission');
    expect(next('2025-04-01', '', FULL)).toBe('none');
    const [result] = analyse('practice: { name: Elm }\n', TEST_CONTEXT).plans;
    expect(result && nextDeadline(result)).toBeNull();
  });
});
