import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const participationDocumentation = {
  'participation-too-low': {
    explanation:
      'Too few clinicians performed the activity, so it earns nothing for the whole entity. From 2020 at least half ' +
      'must perform the same activity, each for the full minimum of days in the year, but not necessarily the same ' +
      'days. Of 9 clinicians, 5 must. To 2019 one clinician was enough. The number is the roster’s, or ' +
      '`practice.clinicians`; for a subgroup or an APM Entity it is that entity’s own. Not asked of individuals or ' +
      'of IA_PCMH, and not reported where a misspelt name or a bad period is the cause, which is said instead.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 9
        submission:
          level: group
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 4
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 9
        submission:
          level: group
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 5
      `,
    },
  },

  'participation-missing': {
    explanation:
      'Nothing says who performed the activity. It keeps its points, since a plan may be unfinished, but it cannot ' +
      'be secured: from 2020 at least half of the entity’s clinicians must have performed it, and an auditor asks ' +
      'who they were. Add `performed_by` with `all`, a number, a percentage or names of the roster. Not asked of ' +
      'individuals, of IA_PCMH, or in the years to 2019.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 9
        submission:
          level: group
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 9
        submission:
          level: group
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: all
      `,
    },
  },

  'participation-too-high': {
    explanation:
      'More clinicians performed the activity than the entity has, or more than 100 %. One of the numbers is wrong, ' +
      'and as long as nobody knows which, the activity earns nothing. Correct `performed_by`, `practice.clinicians` ' +
      'or the roster. A number is not judged where the size of the entity is not known.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 9
        submission:
          level: group
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 50
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 9
        submission:
          level: group
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 50%
      `,
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
