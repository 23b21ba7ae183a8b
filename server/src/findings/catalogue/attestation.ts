import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const attestationDocumentation = {
  'attested-too-recently': {
    explanation:
      'Some activities may be attested only once in four years, by their own text, and this one was attested less ' +
      'than four years ago. It earns nothing: after 2022 the next year is 2026. Choose another activity, or correct ' +
      '`last_attested` if it is wrong. From 2018 this holds for IA_PSPA_4, IA_PSPA_22, IA_PSPA_23 and IA_PSPA_24.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_PSPA_22
            period: 2025-02-01/2025-06-30
            last_attested: 2022
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_PSPA_22
            period: 2025-02-01/2025-06-30
            last_attested: 2021
      `,
    },
  },

  'repeat-limit': {
    explanation:
      'This activity may be attested only once in four years, and the plan does not say when it was attested last. ' +
      'It keeps its points, but they are lost in an audit if it was attested in one of the three years before. Look ' +
      'it up in earlier submissions and add `last_attested`. If it was never attested, hide the finding.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_PSPA_4
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
          - id: IA_PSPA_4
            period: 2025-02-01/2025-06-30
            last_attested: 2020
      `,
    },
  },

  'medical-home-too-few-sites': {
    explanation:
      'IA_PCMH gives the full 40 points only if enough of the practice’s sites are recognised: at least half of ' +
      'them from 2018, at least one in 2017. Here too few are, so it earns nothing. Correct the two numbers under ' +
      '`medical_home`, or plan other activities until more sites are recognised. Not asked of individuals, and not ' +
      'judged while one of the numbers is missing.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 24
        submission:
          level: group
        special_statuses: [rural]
        medical_home: { recognized_by: NCQA, sites: 5, recognized_sites: 2 }
        activities:
          - id: IA_PCMH
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 24
        submission:
          level: group
        special_statuses: [rural]
        medical_home: { recognized_by: NCQA, sites: 5, recognized_sites: 3 }
        activities:
          - id: IA_PCMH
      `,
    },
  },

  'medical-home-not-attested': {
    explanation:
      'The plan says that the practice is a recognised medical home, yet IA_PCMH is not among its activities. CMS ' +
      'gives the full 40 points only to those who attest it. Add `IA_PCMH`; it needs no period. Not reported in the ' +
      'APM Performance Pathway, which has the full credit anyway.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        medical_home: { recognized_by: NCQA }
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
        medical_home: { recognized_by: NCQA }
        activities:
          - id: IA_PCMH
      `,
    },
  },

  'medical-home-details-missing': {
    explanation:
      'IA_PCMH is attested, but the plan does not say, or not readably, how many practice sites there are and how ' +
      'many of them are recognised. The points stand; whether the practice has a right to them cannot be checked, and an auditor ' +
      'will. Give `sites` and `recognized_sites` under `medical_home`. Not asked of individuals.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 24
        submission:
          level: group
        medical_home: { recognized_by: NCQA }
        activities:
          - id: IA_PCMH
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 24
        submission:
          level: group
        medical_home: { recognized_by: NCQA, sites: 1, recognized_sites: 1 }
        activities:
          - id: IA_PCMH
      `,
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
