import type { FindingCode } from '../findings/finding.ts';

/** One step of a score in words, with the rule behind it. */
export interface Statement {
  /** A short plain sentence: "High-weighted: 20 points, doubled to 40 for the small practice." */
  readonly text: string;
  /** Where the rule stands: "42 CFR 414.1380(b)(3)", "CMS improvement activity inventory 2024". */
  readonly source: string;
  /** The finding that says the same in the file, where there is one. */
  readonly code?: FindingCode | undefined;
}

/** Why a plan scores what it scores; beside `PlanScore`, for people. */
export interface PlanExplanation {
  /** Points of the year and program, doubling, credits, cap, the category's weight and contribution: in the order of the computation. */
  readonly plan: readonly Statement[];
  /** As many as `PlanScore.activities`, in their order. */
  readonly activities: readonly (readonly Statement[])[];
}
