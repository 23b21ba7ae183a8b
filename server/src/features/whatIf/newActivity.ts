import type { NewItem } from '../../edits/listEdits.ts';
import { MEDICAL_HOME_ID } from '../../score/judgement.ts';
import type { PlanFacts } from '../../score/facts.ts';

/** An activity to be planned, with the keys that are to be filled in, those of completion's whole activity: nothing about it is made up. */
export function newActivity(id: string, { facts }: { readonly facts: PlanFacts }): NewItem {
  const hasPeriod = id !== MEDICAL_HOME_ID;
  const hasClinicians = hasPeriod && facts.level !== 'individual';
  return {
    flow: `{ id: ${id} }`,
    lines: [`id: ${id}`, ...(hasPeriod ? ['period:'] : []), ...(hasClinicians ? ['performed_by:'] : []), 'evidence:'],
  };
}
