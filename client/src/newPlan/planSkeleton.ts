import { newestYear, firstYear } from '../../../server/data/coverage.json';
import { maskTins } from '../../../server/src/text/maskTins.ts';

/** Who reports; the words of the format. */
export type ReportedBy = 'group' | 'individual' | 'virtual_group' | 'apm_entity';

export interface PlanAnswers {
  readonly practice: string;
  readonly year: number;
  readonly level: ReportedBy;
}

export interface PlanSkeleton {
  readonly text: string;
  /** Where the first activity's id goes; both count from 0. */
  readonly cursor: { readonly line: number; readonly character: number };
  /** `harbour-cardiology-2026.mips.yaml` */
  readonly fileName: string;
}

/** Letters of the practice's name in that of its file. */
const LONGEST_NAME = 60;

/** Years that a plan can be for, the newest first. */
export function planYears(): readonly number[] {
  return Array.from({ length: newestYear - firstYear + 1 }, (_, index) => newestYear - index);
}

/** The year that somebody who begins today most likely means. */
export function likelyYear(today: Date): number {
  return Math.min(today.getFullYear(), newestYear);
}

/** Why the answer is no name; undefined where it is one. */
export function practiceProblem(practice: string): string | undefined {
  if (practice.trim() === '') return 'Write the name of the practice.';
  return maskTins(practice) !== practice ? 'That looks like a TIN; write the name of the practice.' : undefined;
}

/** A whole plan that waits for its first activity. */
export function planSkeleton({ practice, year, level }: PlanAnswers): PlanSkeleton {
  const lines = [
    `performance_year: ${year}`,
    'practice:',
    // A text in JSON is one in YAML.
    `  name: ${JSON.stringify(practice.trim())}`,
    ...(level === 'individual' ? [] : ['  clinicians:']),
    'submission:',
    '  program: traditional',
    `  level: ${level}`,
    'special_statuses: []',
    'activities:',
    '  - id: ',
  ];
  return {
    text: `${lines.join('\n')}\n`,
    cursor: { line: lines.length - 1, character: '  - id: '.length },
    fileName: `${[...wordsOf(practice), year].join('-')}.mips.yaml`,
  };
}

/** What of a name can stand in the name of a file on every system. */
function wordsOf(practice: string): string[] {
  const words = practice.normalize('NFKD').replaceAll(/[\p{M}’']/gu, '').toLowerCase().slice(0, LONGEST_NAME).match(/[\p{L}\p{N}]+/gu);
  return words ?? ['plan'];
}
