import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const readingDocumentation = {
  'yaml-syntax': {
    explanation:
      'The file breaks a rule of YAML here, so this place cannot be read as it stands. Frequent causes are a colon ' +
      'inside unquoted text, a bracket or quote that is not closed, a tab in the indentation, and an alias ' +
      '(`*name`) whose anchor (`&name`) does not come before it. Correct the place that is marked; everything else ' +
      'in the file is read, checked and scored meanwhile. Errors that only follow from another one are not ' +
      'reported.',
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
            note: Video visits: evenings only
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
            note: "Video visits: evenings only"
      `,
    },
  },

  'unused-suppression': {
    explanation:
      'A comment asks to hide a finding that is not there. Usually the cause has been corrected since; the comment ' +
      'would now hide the next mistake of this kind without anybody noticing. Remove it. A comment that hides at ' +
      'least one finding is never reported.',
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
            # mips-disable-next-line period-too-short
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

  'unknown-suppression': {
    explanation:
      'A comment names a finding that does not exist, so it hides nothing. Most often the code is misspelt: correct ' +
      'it to the one that the message proposes. The codes are those of this list, in small letters with hyphens.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_PSPA_4 # mips-disable-line repeat-limits
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
          - id: IA_PSPA_4 # mips-disable-line repeat-limit
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'duplicate-key': {
    explanation:
      'The same key is there twice in one place. YAML forbids it, and programs differ in which of the two they ' +
      'take; here the first one counts. Two lines that contradict each other cannot be defended in an audit. Keep ' +
      'the right one and remove the other; the message leads to the one that counts now.',
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
            period: 2025-03-01/2025-06-30
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

  'document-too-large': {
    explanation:
      'The file has more than 2 MiB (2,097,152 bytes of UTF-8). It is refused as a whole: nothing in it is read, ' +
      'checked or scored, and this is its only finding, shown on the first line. A plan of four hundred activities ' +
      'has some 60 kB, so a file of this size is seldom a plan. Split a file with very many plans into several, or ' +
      'check that it is the file you meant.',
  },

  'too-many-aliases': {
    explanation:
      'Aliases (`*name`) repeat what an anchor (`&name`) marks, and aliases of aliases multiply. In this file they ' +
      'come to more than 10,000 repeated values. It is refused as a whole, so that a small file cannot fill the ' +
      'memory of whoever opens it: this is its only finding, shown on the first line. Write the values out, or ' +
      'repeat smaller parts. Ordinary use of aliases, such as one period for all activities, never gets near the ' +
      'limit.',
  },

  'nesting-too-deep': {
    explanation:
      'Lists and keys are nested within one another more than 64 deep. A plan never needs more than five levels, so ' +
      'this is a slip, such as a bracket typed again and again, or a file that is no plan. It is refused as a ' +
      'whole: nothing in it is read, and this is its only finding, shown on the first line.',
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
