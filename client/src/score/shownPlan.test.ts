import { describe, expect, it } from 'vitest';
import { ShownPlan } from './shownPlan.ts';

describe('ShownPlan', () => {
  it('shows nothing while no plan is open', () => {
    const shown = new ShownPlan();
    expect(shown.uri).toBeUndefined();
    shown.closed('a');
    expect(shown.uri).toBeUndefined();
  });

  it('follows the plan that is worked on', () => {
    const shown = new ShownPlan();
    shown.opened('a');
    expect(shown.uri).toBe('a');
    shown.activated('b');
    expect(shown.uri).toBe('b');
    shown.activated('a');
    expect(shown.uri).toBe('a');
  });

  it('is not drawn away by a plan that opens in the background', () => {
    const shown = new ShownPlan();
    shown.activated('a');
    shown.opened('b');
    shown.opened('a');
    expect(shown.uri).toBe('a');
  });

  it('goes back to the plan worked on before when one is closed', () => {
    const shown = new ShownPlan();
    shown.opened('c');
    shown.activated('a');
    shown.activated('b');
    shown.closed('b');
    expect(shown.uri).toBe('a');
    shown.closed('a');
    expect(shown.uri).toBe('c');
  });
});
