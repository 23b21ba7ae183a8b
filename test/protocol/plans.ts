/** Plans for the protocol's tests; what they mean is tested elsewhere. */

export const URI = 'file:///plans/riverbend.mips.yaml';

/** 40 points and nothing to say about it, as of 2024-10-01. */
export const FULL = `performance_year: 2024
practice: { name: Riverbend, clinicians: 20 }
submission: { level: group }
special_statuses: [rural]
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: all
    status: completed
    evidence: [https://example.org/log]
`;
