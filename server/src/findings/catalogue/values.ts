import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const valueDocumentation = {
  'wrong-type': {
    explanation:
      'The key is right, but its value is of another kind: one word where a list belongs, keys where text belongs, ' +
      'a number where text belongs. The value counts as if it were absent, and what depends on it is lost: here the ' +
      'points are not doubled. A period or `performed_by` of the wrong kind denies the activity its credit. Write ' +
      'the value as the message says. A key without any value is an unfinished line and is not reported.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: rural
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

  'unquoted-identifier': {
    explanation:
      'A TIN, NPI or entity id is written without quotes, which makes it a number. It is read here digit by digit, ' +
      'but other programs that open the file drop leading zeros or round long numbers, and the submission then ' +
      'names somebody else. Put it in quotes; the quick fix keeps every digit. A TIN with its hyphen is text ' +
      'already and needs none.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          tin: 000123456
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          tin: "000123456"
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'unknown-key': {
    explanation:
      'The format has no such key at this place, so the line is ignored and changes no score. Most often the key is ' +
      'misspelt or is in the wrong place. Rename it to the one that the message proposes, or move what it says into ' +
      '`note`. If it is the misspelling of a required key, that key is not reported as missing as well.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_status: [rural]
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

  'missing-key': {
    explanation:
      'Something that every plan of this kind needs is not said. Always needed: `performance_year`, `practice` with ' +
      '`name`, `submission` with `level`, `activities`, and the `id` of each activity; `clinicians` or a `roster` ' +
      'for every level but `individual`; `mvp` with program `mvp`. Add the key, or give its value if the line is ' +
      'still empty. What depends on it is left unjudged until then. TIN, NPI and entity id are asked for only at ' +
      'export.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: traditional
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: traditional
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'invalid-value': {
    explanation:
      'The value is of the right kind, but it is none of those that are possible here: a word outside its list, a ' +
      'number out of range, a `performed_by` that does not say who, or a short name that cannot be one. It counts ' +
      'as if it were absent; only an unreadable `performed_by` denies the activity its credit. The message names ' +
      'the nearest possible value. Values of keys not used in this plan, such as `mvp` in traditional MIPS, ' +
      'are not checked.',
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
            status: complete
            evidence: [telehealth-visits.pdf]
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
            evidence: [telehealth-visits.pdf]
      `,
      asOf: '2025-07-15',
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
