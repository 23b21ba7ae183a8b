import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const submissionDocumentation = {
  'year-not-covered': {
    explanation:
      'There is no inventory of activities for this performance year: 2017 to 2026 are built in, and MIPS began in ' +
      '2017. Nothing in the plan can be scored, since points, deadlines and activities all depend on the year. ' +
      'Correct the year if it is a slip. For a later year load CMS’s own `measures-data.json` with the setting ' +
      '`mipsPlan.inventoryFiles` or the option `--inventory`; its plans are scored by the rules of 2026.',
    example: {
      wrong: yaml`
        performance_year: 2052
        practice:
          name: Hillside Clinic
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
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'program-not-in-year': {
    explanation:
      'CMS does not take this kind of submission. Virtual groups exist from 2018, subgroups and MIPS Value Pathways ' +
      'from 2023, the APM Performance Pathway from 2021; the APM scoring standard ended with 2020. Subgroups report ' +
      'only a pathway, and virtual groups report neither a pathway nor the APM Performance Pathway. Choose one of ' +
      'those that the message names. A plan whose program does not exist in the year is not scored; nothing is then ' +
      'said about its MVP.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 8
        submission:
          program: traditional
          level: subgroup
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 4
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 8
        submission:
          program: mvp
          mvp: G0053
          level: subgroup
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 4
      `,
    },
  },

  'unknown-mvp': {
    explanation:
      'CMS has never had a MIPS Value Pathway with this id. A submission under it would be rejected. Ids are a ' +
      'letter and four digits, such as G0053 or M0005; the message names the nearest. Until the id is right, ' +
      'nothing is said about which activities belong to the pathway. Outside program `mvp` the key means nothing ' +
      'and is not checked.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: mvp
          mvp: G053
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
          program: mvp
          mvp: G0053
          level: individual
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'mvp-not-in-year': {
    explanation:
      'The pathway exists, but CMS does not offer it in this performance year. Pathways come and go: there were 12 ' +
      'in 2023, 16 in 2024, 21 in 2025 and 27 in 2026; G0056 ended with 2023 and M0003 with 2024. Choose a pathway ' +
      'of the year. Until then nothing is said about which activities belong to it.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: mvp
          mvp: M0003
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
          program: mvp
          mvp: M0004
          level: individual
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'invalid-npi': {
    explanation:
      'An NPI has ten digits, and the last one is a check digit computed from the others. This one is too long, too ' +
      'short, has other characters in it, or its check digit does not fit, which is the sign of a typing error. CMS ' +
      'would credit the attestation to somebody else, or to nobody. Compare it with the NPI registry. This is only ' +
      'a warning, because some of CMS’s own test numbers fail the check. The NPI of a submission is looked at for ' +
      'level `individual`; those of a roster always.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
          npi: "1234567890"
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
          level: individual
          npi: "1234567893"
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'invalid-tin': {
    explanation:
      'A TIN has nine digits. They may be written together or as an employer number, 12-3456789; anything else is ' +
      'not a TIN, and a submission with it would be rejected. Correct it. The message never repeats the number. ' +
      'There is no check digit, so a wrong digit cannot be noticed.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          tin: "00012345"
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

  'tin-in-plain-text': {
    explanation:
      'The TIN of a solo clinician can be a Social Security number, and plans are mailed, shared and kept for ' +
      'years. Keep a placeholder that begins with 000 in the file and put the real number in at export. Numbers ' +
      'that begin with 000 are never issued; CMS’s own test systems use them. They are not reported, and neither is ' +
      'a TIN of the wrong form, which is `invalid-tin`.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          tin: "12-3456789"
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
          tin: "000456789"
        submission:
          level: individual
        special_statuses: [rural]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
