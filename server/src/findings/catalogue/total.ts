import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const totalDocumentation = {
  'score-below-maximum': {
    explanation:
      'The plan is worth less than the 40 points of the category. The message says how many points it has, how many ' +
      'are missing, and the fewest further activities that would reach 40, by weight; from 2025 activities have no ' +
      'weights. Fewer points can be a choice; hide the finding in such a plan. Not reported where the plan cannot ' +
      'be scored.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
          - id: IA_CC_8
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'activity-surplus': {
    explanation:
      'The plan reaches 40 points without this activity, and more than 40 do not count. Attesting it adds nothing ' +
      'but one more thing that CMS may audit. The activity named is the one whose loss costs least: fewest points, ' +
      'then not completed, then last in the list. Drop it, or keep it in reserve until the others are secured and ' +
      'leave it out of the submission. Not reported in the APM Performance Pathway, which says ' +
      '`activities-not-needed`.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
          - id: IA_EPA_3
            period: 2025-02-01/2025-06-30
          - id: IA_CC_8
            period: 2025-02-01/2025-06-30
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
          - id: IA_CC_8
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'activity-changed': {
    explanation:
      'CMS changed the text of the activity, or its weight, since the year before. What the practice did last year ' +
      'may no longer meet it, and the points may differ. Read the new text (point at the id) and compare it with ' +
      'what is done and documented. Changes of blanks alone are not reported, nor is the end of all weights in ' +
      '2025.',
    example: {
      wrong: yaml`
        performance_year: 2026
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_BE_4
            period: 2026-02-01/2026-06-30
      `,
      right: yaml`
        performance_year: 2026
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_BE_15
            period: 2026-02-01/2026-06-30
      `,
      asOf: '2026-01-15',
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
