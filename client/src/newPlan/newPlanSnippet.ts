import { likelyYear } from './planSkeleton.ts';

/** A plan in TextMate's snippet form, its answers in the order of the file. */
export function newPlanSnippet(today: Date): string {
  return [
    `performance_year: \${1:${likelyYear(today)}}`,
    'practice:',
    '  name: ${2:Name of the practice}',
    '  clinicians: ${3:1}',
    'submission:',
    '  program: traditional',
    '  level: ${4|group,individual,virtual_group,apm_entity|}',
    'activities:',
    '  - id: $0',
    '',
  ].join('\n');
}
