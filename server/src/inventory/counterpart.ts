import type { Inventory, SuccessorRelation } from './inventory.ts';

/** From the closest relation to the loosest. */
const RELATIONS: readonly SuccessorRelation[] = [
  'renumbered', 'renumbered-and-changed', 'duplicate-removed', 'folded', 'similar', 'none',
];

/** The activity of a year that stands for an id which is not listed in it. */
export interface Counterpart {
  readonly id: string;
  /** `renumbered` is the same activity under another id; of several steps the loosest relation. */
  readonly relation: SuccessorRelation;
}

/**
 * What to use in `year` for an id of other years: of an id removed before, the first of its successors that the year
 * lists (IA_BE_10 in 2024: IA_PSPA_7, by way of IA_BE_7); of an id that a later renumbering brought, the old one
 * (IA_EPA_7 in 2025: IA_AHE_1). Undefined where there is none, and for an id that the year lists.
 */
export function counterpartIn(inventory: Inventory, id: string, year: number): Counterpart | undefined {
  const activity = inventory.activity(id);
  if (activity === undefined || activity.years.includes(year)) return undefined;
  return year < (activity.years[0] ?? year) ? predecessorIn(inventory, id, year) : successorIn(inventory, id, year);
}

function successorIn(inventory: Inventory, id: string, year: number): Counterpart | undefined {
  let relation: SuccessorRelation = 'renumbered';
  // Successors are listed in later years than what they follow, so this comes to an end.
  for (let successor = inventory.activity(id)?.successor; successor; successor = inventory.activity(successor.id)?.successor) {
    relation = looser(relation, successor.relation);
    if (successor.id === null) return undefined;
    if (inventory.activity(successor.id)?.years.includes(year)) return { id: successor.id, relation };
  }
  return undefined;
}

function predecessorIn(inventory: Inventory, id: string, year: number): Counterpart | undefined {
  const old = inventory.activitiesOf(year).find(({ successor }) => successor?.id === id && successor.relation === 'renumbered');
  return old && { id: old.id, relation: 'renumbered' };
}

function looser(a: SuccessorRelation, b: SuccessorRelation): SuccessorRelation {
  return RELATIONS.indexOf(a) > RELATIONS.indexOf(b) ? a : b;
}
