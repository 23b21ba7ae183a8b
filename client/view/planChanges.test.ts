import { expect, it } from 'vitest';
import type { PlanChange } from '../../server/src/protocol/whatIf.ts';
import { withChange } from './planChanges.ts';

const rural: PlanChange = { kind: 'specialStatus', status: 'rural', on: true };
const dropped: PlanChange = { kind: 'activityStatus', activity: 1, id: 'IA_BE_4', status: 'dropped' };
const completed: PlanChange = { ...dropped, status: 'completed' };
const other: PlanChange = { ...dropped, activity: 2 };

it('keeps one change about each thing', () => {
  expect(withChange([rural, dropped, other], completed, false)).toEqual([rural, other, completed]);
});

it('takes back what is as it was', () => {
  expect(withChange([rural, dropped], { ...dropped, status: 'planned' }, true)).toEqual([rural]);
  expect(withChange([rural], { kind: 'apm', on: false }, true)).toEqual([rural]);
});
