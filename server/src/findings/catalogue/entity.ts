import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const entityDocumentation = {
  'small-practice-size': {
    explanation:
      'The plan claims the status of a small practice and names more than 15 clinicians. CMS gives the status to ' +
      'practices of 15 or fewer; claiming it wrongly doubles points that CMS will not double. Look the entity up in ' +
      'CMS’s participation status tool: if it does not show the status, remove it. CMS counts over a determination ' +
      'period of its own that begins before the year, so the status can be right although the practice has grown; ' +
      'then hide the warning and keep a copy of what CMS shows.',
    example: {
      wrong: yaml`
        performance_year: 2024
        practice:
          name: Hillside Clinic
          clinicians: 16
        submission:
          level: group
        special_statuses: [small_practice]
        activities:
          - id: IA_BMH_7
            period: 2024-02-01/2024-06-30
            performed_by: 8
      `,
      right: yaml`
        performance_year: 2024
        practice:
          name: Hillside Clinic
          clinicians: 16
        submission:
          level: group
        activities:
          - id: IA_BMH_7
            period: 2024-02-01/2024-06-30
            performed_by: 8
          - id: IA_BMH_9
            period: 2024-02-01/2024-06-30
            performed_by: 8
      `,
      asOf: '2024-01-15',
    },
  },

  'small-practice-undeclared': {
    explanation:
      'A group of 15 or fewer clinicians reports traditional MIPS and claims no special status. It is probably a ' +
      'small practice, and the status would double its points and, from 2022, can give the category more weight. ' +
      'Look the entity up in CMS’s participation status tool and add `small_practice` if it is shown there. Not ' +
      'reported where any special status is claimed already, since one is enough to double.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 12
        submission:
          level: group
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 6
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 12
        submission:
          level: group
          other_categories: [quality, promoting_interoperability]
        special_statuses: [small_practice]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 6
      `,
    },
  },

  'status-redundant': {
    explanation:
      'Special statuses do not add up: the first one doubles the points, a second changes nothing. It only has to ' +
      'be supported as well if somebody asks. Leave it out, or keep it if you want the file to say all that CMS ' +
      'shows. Never reported on `small_practice`, which also moves the category’s weight.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural, hpsa]
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
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'clinician-count-mismatch': {
    explanation:
      '`practice.clinicians` and the roster do not agree on how many clinicians the entity has. At least half of ' +
      'that number must perform each activity from 2020 on, so the difference can decide whether an activity ' +
      'counts. The roster counts. Correct whichever is wrong, or leave `clinicians` out where there is a roster.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 4
        submission:
          level: group
        special_statuses: [rural]
        roster: { adams: , baker: , chen: }
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: [adams, baker]
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 3
        submission:
          level: group
        special_statuses: [rural]
        roster: { adams: , baker: , chen: }
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: [adams, baker]
      `,
    },
  },

  'unknown-clinician': {
    explanation:
      '`performed_by` names somebody whom the roster lacks. Such a name is not counted; if too few are left because ' +
      'of it, the activity earns nothing. Correct the name, or add the clinician to the roster, which also raises ' +
      'the number that must take part. Without a roster names are counted and not checked.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: group
        special_statuses: [rural]
        roster: { adams: , baker: , chen: }
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: [adams, bakr]
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: group
        special_statuses: [rural]
        roster: { adams: , baker: , chen: }
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: [adams, baker]
      `,
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
