import type { Inventory } from '../../inventory/inventory.ts';
import { rulesOf } from '../../rules/rules.ts';
import { paragraph, type Block } from '../markup.ts';
import { dateInWords } from '../../text/dateInWords.ts';

/** What a performance year decides: the inventory, the points, who must perform an activity, when to submit. */
export function describeYear(year: number, inventory: Inventory): readonly Block[] {
  const rules = rulesOf(year);
  if (rules === undefined || !inventory.years.includes(year)) return [];
  const { standard, specialStatus } = rules.points.value;
  const points = standard.unweighted > 0
    ? `${standard.unweighted} points each, ${specialStatus.unweighted} with a special status.`
    : `${standard.medium} points for a medium-weighted one and ${standard.high} for a high-weighted one, doubled with a special status.`;
  const share = rules.participation.value === 'one' ? 'One clinician is enough for a group.' : 'At least half of a group’s clinicians must perform each.';
  const { opens, closes } = rules.submissionWindow.value;
  return [
    paragraph(`${inventory.activitiesOf(year).length} improvement activities. In traditional MIPS ${points} ${share}`),
    paragraph(`Submission window: ${opens === undefined ? 'until' : `${dateInWords(opens)} to`} ${dateInWords(closes)}.`),
  ];
}
