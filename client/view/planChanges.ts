import type { PlanChange } from '../../server/src/protocol/whatIf.ts';

/** The change about one thing is replaced by the next about it, or taken back. */
export function withChange(changes: readonly PlanChange[], change: PlanChange, isAsNow: boolean): readonly PlanChange[] {
  const others = changes.filter((each) => subjectOf(each) !== subjectOf(change));
  return isAsNow ? others : [...others, change];
}

/** What a change is about. */
function subjectOf(change: PlanChange): string {
  switch (change.kind) {
    case 'specialStatus':
      return `${change.kind} ${change.status}`;
    case 'reweighting':
      return `${change.kind} ${change.category}`;
    case 'apm':
      return change.kind;
    case 'activityStatus':
    case 'performedBy':
      return `${change.kind} ${change.activity}`;
    case 'addActivity':
      return `${change.kind} ${change.id}`;
  }
}
