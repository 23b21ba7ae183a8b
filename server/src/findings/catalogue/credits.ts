import type { FindingCode } from '../finding.ts';
import { yaml, type FindingDocumentation } from './findingDocumentation.ts';

export const creditDocumentation = {
  'apm-credit-condition': {
    explanation:
      'Participants in an Alternative Payment Model get half of the category, 20 points. From 2023 CMS asks for ' +
      'something in return: an attested activity, or data for other categories; from 2024 the regulation says ' +
      'quality *and* promoting interoperability. The finding says where the condition is not met, or only partly. ' +
      'It also says where the two readings of the rule differ: here the 20 points are added to the activities’, as ' +
      'CMS’s guides put it, while the regulation’s “at least 50 percent” can also mean a minimum. To be safe, ' +
      'attest enough for 40 points without the credit. Not reported where the condition is met and both readings ' +
      'give the same.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
          other_categories: [quality]
        apm: { name: MSSP }
        activities: []
      `,
      right: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
          other_categories: [quality, promoting_interoperability]
        apm: { name: MSSP }
        activities: []
      `,
    },
  },

  'reweighting-cancelled': {
    explanation:
      'CMS has set the weight of improvement activities to 0 % for this entity, for example after a disaster, and ' +
      'the plan attests an activity all the same. Submitting data cancels the reweighting: the category counts ' +
      'again, and with few points it can lower the final score. Attest nothing, or attest enough on purpose and ' +
      'take the category out of `reweighted`. Not reported for an APM Entity, whose reweighting stands whatever is ' +
      'submitted.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        reweighted: [improvement_activities]
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

  'final-score-is-threshold': {
    explanation:
      'With the categories in `reweighted` at 0 %, fewer than two are left. CMS then computes no final score but ' +
      'sets it to the performance threshold, which means no payment adjustment. Activities then add nothing, so the ' +
      'plan has no contribution. Check that CMS really reweights all of them. An APM Entity has no cost category ' +
      'from 2021, and in 2017 nobody had one.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        reweighted: [quality, cost, promoting_interoperability]
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
        reweighted: [quality, promoting_interoperability]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
      `,
    },
  },

  'pi-reweighted-automatically': {
    explanation:
      'From 2022 CMS sets promoting interoperability to 0 % for small practices that submit no data for it, without ' +
      'an application. Improvement activities then weigh 30 % instead of 15 %, or 50 % if cost has no weight ' +
      'either. Add `promoting_interoperability` to `reweighted` so that the contribution is computed with that ' +
      'weight, or to `other_categories` if the practice does submit data for it. Reported only where it changes the ' +
      'weight.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
          clinicians: 12
        submission:
          level: group
          other_categories: [quality]
        special_statuses: [small_practice]
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
          other_categories: [quality]
        special_statuses: [small_practice]
        reweighted: [promoting_interoperability]
        activities:
          - id: IA_EPA_2
            period: 2025-02-01/2025-06-30
            performed_by: 6
      `,
    },
  },

  'ia-study-ended': {
    explanation:
      'From 2017 to 2019 clinicians who took part in CMS’s improvement activity study, and kept its rules, earned ' +
      'the full 40 points. The study ended after 2019, and the line gives no points in later years. Remove it. ' +
      '`ia_study: false` is not reported.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          level: individual
        special_statuses: [rural]
        ia_study: true
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

  'activities-not-needed': {
    explanation:
      'Whoever reports the APM Performance Pathway has the full credit for improvement activities from CMS. ' +
      'Attesting activities adds no points, only something more that an audit can ask about. Leave the list empty, ' +
      'or drop its entries, unless the group also reports in another program. Not reported where nothing is listed ' +
      'or everything is dropped.',
    example: {
      wrong: yaml`
        performance_year: 2025
        practice:
          name: Hillside Clinic
        submission:
          program: app
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
          program: app
          level: individual
        activities: []
      `,
    },
  },
} satisfies Partial<Record<FindingCode, FindingDocumentation>>;
