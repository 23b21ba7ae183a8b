import type { FindingCode } from '../finding.ts';
import { activityDocumentation } from './activities.ts';
import { attestationDocumentation } from './attestation.ts';
import { creditDocumentation } from './credits.ts';
import { entityDocumentation } from './entity.ts';
import type { FindingDocumentation } from './findingDocumentation.ts';
import { participationDocumentation } from './participation.ts';
import { periodDocumentation } from './periods.ts';
import { readingDocumentation } from './reading.ts';
import { submissionDocumentation } from './submission.ts';
import { supportDocumentation } from './support.ts';
import { totalDocumentation } from './total.ts';
import { valueDocumentation } from './values.ts';

export interface FindingGroup {
  readonly title: string;
  readonly findings: Readonly<Partial<Record<FindingCode, FindingDocumentation>>>;
}

const reading = { ...readingDocumentation, ...valueDocumentation };
const submission = { ...submissionDocumentation, ...entityDocumentation, ...creditDocumentation };
const activities = {
  ...activityDocumentation,
  ...periodDocumentation,
  ...participationDocumentation,
  ...attestationDocumentation,
  ...supportDocumentation,
  ...totalDocumentation,
};

/** The long part of the catalogue. The server does without it, so nothing that it loads imports this. */
export const DOCUMENTATION: Readonly<Record<FindingCode, FindingDocumentation>> = { ...reading, ...submission, ...activities };

/** In the order of the catalogue. */
export const FINDING_GROUPS: readonly FindingGroup[] = [
  { title: 'Reading the file', findings: reading },
  { title: 'The entity and the submission', findings: submission },
  { title: 'Activities', findings: activities },
];
