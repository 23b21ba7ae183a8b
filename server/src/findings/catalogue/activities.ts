import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const activityDocumentation = {
  'unknown-activity': {
    explanation:
      'CMS has never listed an activity with this id, or not in this letter case: ids are written in capitals, ' +
      '`IA_BMH_7`. The activity earns nothing, and a submission with the id would be rejected. The message names up ' +
      'to three activities that are near it, by id and by the words of their titles; replace it with the one you ' +
      'mean. An unknown id says nothing about its weight, length or limits.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_BHM_7
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
          - id: IA_BMH_7
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'activity-not-in-year': {
    explanation:
      'CMS has or had the activity, but it is not in the inventory of this performance year, so it earns nothing. ' +
      'Ids vanish, appear and are renumbered from year to year; plans carried over from last year are where this ' +
      'happens. The message says in which years CMS lists it and what became of it. Where CMS only gave it a new ' +
      'id, the quick fix replaces it; any other relative has another text, to be read first.',
    example: {
      wrong: yaml`
        performance_year: 2026
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_AHE_3
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
          - id: IA_BE_26
            period: 2026-02-01/2026-06-30
      `,
      asOf: '2026-01-15',
    },
  },

  'activity-suspended': {
    explanation:
      'On 6 May 2025 CMS suspended eight activities for the rest of that performance year. They count only if they ' +
      'were completed or under way on that day. A period that begins later denies the credit, and the finding is an ' +
      'error. A period that begins by then, or no period yet, keeps the credit, and the finding is a warning: keep ' +
      'proof that the work was under way. Choose another activity if it was not. Not reported in other years, in ' +
      'which the id may not exist at all.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_AHE_9
            period: 2025-06-01/2025-09-30
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
            period: 2025-06-01/2025-09-30
      `,
    },
  },

  'duplicate-activity': {
    explanation:
      'The same activity is listed twice. It earns its points once, for the first entry; two entries often mean ' +
      'that one of them was to be another activity. Remove this one, or correct its id. Entries that are `dropped` ' +
      'do not count as the first, and are not reported.',
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
          - id: IA_EPA_2
            period: 2025-03-01/2025-08-31
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
          - id: IA_EPA_3
            period: 2025-03-01/2025-08-31
      `,
    },
  },

  'activity-not-in-mvp': {
    explanation:
      'The plan reports a MIPS Value Pathway, and this activity does not belong to it. Only activities of the ' +
      'pathway are scored, so it earns nothing. Choose another one; the message says which pathways have this one. ' +
      'Not judged while the pathway’s id is missing, unknown or of another year.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: mvp
          mvp: G0053
          level: individual
        activities:
          - id: IA_CC_8
            period: 2025-02-01/2025-06-30
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: mvp
          mvp: G0053
          level: individual
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'activity-needs-mvp': {
    explanation:
      'IA_MVP, practice-wide quality improvement in MIPS Value Pathways, can be attested only by those who report a ' +
      'pathway. In any other program it earns nothing. Remove it, or report program `mvp` with the pathway’s id.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_MVP
            period: 2025-02-01/2025-06-30
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: mvp
          mvp: G0053
          level: individual
        activities:
          - id: IA_MVP
            period: 2025-02-01/2025-06-30
      `,
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
