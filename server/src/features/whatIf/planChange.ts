import type { PlanInHand } from '../../findings/check.ts';
import type { Fix } from '../../findings/finding.ts';
import { addActivity, addToList, removeFromList, removeTopLevelKey, setStatus, writeKey } from '../../findings/planFixes.ts';
import type { Activity, Field, Located } from '../../plan/model.ts';
import type { PlanChange } from '../../protocol/whatIf.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { asShown } from '../../text/asShown.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import { newActivity } from './newActivity.ts';

/** The edits that make a change, none where it is so already; or a sentence that says why it cannot be made. */
export type ChangeEdits = readonly SpanEdit[] | string;

const ELSEWHERE = 'This comes from another place in the file; change it there.';
const GONE = 'The activity has moved in the file meanwhile.';

export function editsOfChange(change: PlanChange, inHand: PlanInHand & PlanResult): ChangeEdits {
  const { plan } = inHand;
  switch (change.kind) {
    case 'specialStatus':
      return listEdits(inHand, 'special_statuses', plan.specialStatuses, change.status, change.on);
    case 'reweighting':
      return listEdits(inHand, 'reweighted', plan.reweighted, change.category, change.on);
    case 'apm':
      if ((plan.apm.value !== undefined) === change.on) return [];
      return change.on ? made(writeKey(inHand, plan.root, { name: 'apm', value: '{}' }, 'special_statuses')) : fixed(removeTopLevelKey(inHand, 'apm'));
    case 'activityStatus': {
      const activity = activityOf(inHand, change);
      if (activity === undefined) return GONE;
      return (activity.status.value?.value ?? 'planned') === change.status ? [] : fixed(setStatus(inHand, activity, change.status));
    }
    case 'performedBy': {
      const activity = activityOf(inHand, change);
      return activity === undefined ? GONE : participationEdits(inHand, activity, change.count);
    }
    case 'addActivity': {
      if (inHand.facts.inventory.activity(change.id) === undefined) return `CMS has no activity \`${change.id}\`.`;
      const isListed = (plan.activities.value?.value ?? []).some(({ id }) => id.value?.value === change.id);
      return isListed ? [] : fixed(addActivity(inHand, newActivity(change.id, inHand), ''));
    }
  }
}

function activityOf({ plan }: PlanInHand, { activity, id }: { readonly activity: number; readonly id: string | null }): Activity | undefined {
  const found = plan.activities.value?.value[activity];
  if (found === undefined) return undefined;
  // Who asks knows the id as it is shown.
  const shown = found.id.value === undefined ? null : asShown(found.id.value.value);
  return shown === id ? found : undefined;
}

function listEdits<T extends string>(inHand: PlanInHand, key: string, field: Field<readonly Located<T>[]>, word: T, on: boolean): ChangeEdits {
  const items = field.value?.value.filter(({ value }) => value === word) ?? [];
  if (items.length > 0 === on) return [];
  if (on) return fixed(addToList(inHand, key, word));
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) return `\`${word}\` is there twice; remove it in the file.`;
  return fixed(removeFromList(inHand, key, item, ''));
}

function participationEdits(inHand: PlanInHand, activity: Activity, count: number): ChangeEdits {
  const performedBy = activity.performedBy.value?.value;
  if (performedBy?.kind === 'names' || performedBy?.kind === 'periods') return 'The clinicians are given by name; change them in the file.';
  if (performedBy?.kind === 'count' && performedBy.count === count) return [];
  return made(writeKey(inHand, activity.node, { name: 'performed_by', value: String(count) }, 'period'));
}

function fixed([fix]: readonly Fix[]): ChangeEdits {
  return fix?.edits ?? ELSEWHERE;
}

function made(edit: SpanEdit | undefined): ChangeEdits {
  return edit === undefined ? ELSEWHERE : [edit];
}
