import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const supportDocumentation = {
  'evidence-missing': {
    explanation:
      'The activity is completed and nothing documents it. It counts as planned, not as secured: for six years ' +
      'after the submission CMS can ask for primary documents, and usually wants them within 45 days. Add ' +
      '`evidence` with files, links or notes on what is kept where; point at the id to see what CMS suggests. ' +
      'Collect it while the dates can still be shown. Not reported before the activity is completed.',
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
            period: 2025-02-01/2025-06-30
            status: completed
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
            status: completed
            evidence:
              - note: Report of video visits, shared drive
      `,
      asOf: '2025-07-15',
    },
  },

  'evidence-not-found': {
    explanation:
      'A piece of evidence is given as a file, and there is no such file; paths are relative to the plan. The ' +
      'activity still counts as documented, but nobody could hand the document over. Correct the path or add the ' +
      'file, or write `{ note: … }` for what is kept elsewhere. Links are never opened. Not looked up in files that ' +
      'have not been saved, and where the editor has no file system.',
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
            period: 2025-02-01/2025-06-30
            status: completed
            evidence: [evidence/video-visit.pdf]
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
            status: completed
            evidence: [evidence/video-visits.pdf]
      `,
      asOf: '2025-07-15',
      files: ['evidence/video-visits.pdf'],
    },
  },

  'status-ahead-of-period': {
    explanation:
      'The status says more than the period allows: `completed` before the last day, or `in_progress` before the ' +
      'first. An attestation before the period is over would not be true. Correct the status or the dates; the ' +
      'points can be secured from the last day on. With a period for each clinician, the day counts on which enough ' +
      'of them have finished.',
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
            period: 2025-02-01/2025-06-30
            status: completed
            evidence: [video-visits.pdf]
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
            status: in_progress
      `,
      asOf: '2025-05-01',
    },
  },

  'status-behind-period': {
    explanation:
      'The period has begun and the activity is still planned, or it has ended and the activity is still in ' +
      'progress. Either the status was not updated or the work is late; the file cannot tell. Set the status, or ' +
      'move the period. It matters for the secured points only: what is not `completed` is not secured.',
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
            period: 2025-02-01/2025-06-30
            status: planned
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
            status: in_progress
      `,
      asOf: '2025-05-01',
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
