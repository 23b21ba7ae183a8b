import { expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { calendarDate } from '../../calendar/calendarDate.ts';
import { createInventory } from '../../inventory/createInventory.ts';
import { WARM_UP_PLAN } from './warmUp.ts';

it('warms up with a plan that goes through reading, crediting and finding', () => {
  const analysis = analyse(WARM_UP_PLAN, { asOf: calendarDate(2024, 10, 1), inventory: createInventory() });
  const [plan] = analysis.score('').plans;
  expect(plan?.activities.map(({ credited }) => credited)).toEqual([true, false]);
  expect(analysis.findings.map(({ code }) => code)).toEqual(['participation-missing', 'invalid-date']);
});
