import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const periodDocumentation = {
  'invalid-date': {
    explanation:
      'This is not a date of the calendar, or it is not written as `YYYY-MM-DD`. Dates written otherwise mean ' +
      'different days to different readers, so none is guessed: the activity earns nothing until its period can be ' +
      'read. The quick fix proposes the date that is probably meant. A period with one end still missing is ' +
      'unfinished and not reported here.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-31
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

  'period-reversed': {
    explanation:
      'The period ends before it begins, so it holds no day at all and the activity earns nothing. Swap the two ' +
      'dates, or correct the one that is wrong. Nothing else is said about such a period.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-06-30/2025-02-01
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

  'period-outside-year': {
    explanation:
      'A day of the period lies outside the performance year. CMS credits what is done within one calendar year, so ' +
      'the activity earns nothing as written. Cut the period to the year if enough of it remains; work that goes on ' +
      'over the new year needs the full minimum in each year in which it is attested. Often only the year of a ' +
      'copied date is wrong. The length is not judged before this is right.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-09-15/2026-01-15
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
            period: 2025-09-15/2025-12-31
      `,
    },
  },

  'period-too-short': {
    explanation:
      'The period is shorter than the activity asks for, so it earns nothing: CMS never gives a part of an ' +
      'activity’s points. The usual minimum is 90 days in a row, first and last day included; the last day to begin ' +
      'is 3 October. Some activities set their own: 60 days, six calendar months, or a course that is simply ' +
      'completed. Extend the end, or begin earlier, if that is what really happened. Activities that ask for a ' +
      'completed course, and IA_PCMH, have no minimum.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-03-01/2025-05-27
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
            period: 2025-03-01/2025-05-29
      `,
    },
  },

  'period-missing': {
    explanation:
      'The activity has no period yet. It keeps its points, since a plan may be unfinished, but it cannot be ' +
      'secured: an auditor asks for its first and last day. Add `period: START/END`, at least 90 days in a row ' +
      'unless the activity sets its own minimum. Not reported for IA_PCMH, which needs none, for activities that ' +
      'are `dropped`, and where every clinician in `performed_by` has a period of their own.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
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

  'last-start-passed': {
    explanation:
      'The activity is still planned, has no period, and as of today its minimum no longer fits into the ' +
      'performance year: 90 days must begin by 3 October. Unless it has in fact begun, it cannot earn its points. ' +
      'Give the period if it is under way, or drop it and choose one with a shorter minimum. Once a period is ' +
      'given, only the period is judged; this takes the place of `period-missing`.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
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
            period: 2025-10-03/2025-12-31
            status: in_progress
      `,
      asOf: '2025-10-10',
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
