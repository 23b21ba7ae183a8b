import type { Analysis } from '../../../analysis.ts';
import { MAXIMUM_POINTS } from '../../../../data/performanceYears.ts';

/** What the overview at the end counts. */
export interface Tally {
  readonly files: number;
  readonly plans: number;
  /** Plans that could be scored. */
  readonly scored: number;
  readonly points: number;
  readonly securedPoints: number;
  readonly atMaximum: number;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly notes: number;
}

export const NOTHING: Tally = {
  files: 0, plans: 0, scored: 0, points: 0, securedPoints: 0, atMaximum: 0, errors: 0, warnings: 0, notes: 0,
};

export function tallyOf({ plans, findings }: Analysis): Tally {
  const scored = plans.flatMap(({ points }) => points ?? []);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return {
    files: 1,
    plans: plans.length,
    scored: scored.length,
    points: scored.reduce((sum, { capped }) => sum + capped, 0),
    securedPoints: scored.reduce((sum, { secured }) => sum + secured, 0),
    atMaximum: scored.filter(({ capped }) => capped >= MAXIMUM_POINTS).length,
    errors,
    warnings,
    notes: findings.length - errors - warnings,
  };
}

export function add(a: Tally, b: Tally): Tally {
  return {
    files: a.files + b.files,
    plans: a.plans + b.plans,
    scored: a.scored + b.scored,
    points: a.points + b.points,
    securedPoints: a.securedPoints + b.securedPoints,
    atMaximum: a.atMaximum + b.atMaximum,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    notes: a.notes + b.notes,
  };
}
