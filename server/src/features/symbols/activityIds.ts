import type { Analysis } from '../../analysis.ts';
import { spanContains, type Span } from '../../text/span.ts';

/** An activity's id where a plan names it. */
export interface NamedActivity {
  readonly id: string;
  /** Where it is written, quotes included. */
  readonly span: Span;
  /** Indexes of the plan in its file, and of the activity in its plan. */
  readonly plan: number;
  readonly activity: number;
}

/** The ids that the file's plans name, in the order of the file. What came through an alias is there again, with the same place. */
export function activityIdsIn({ plans }: Analysis): readonly NamedActivity[] {
  return plans.flatMap(({ plan }) => (plan.activities.value?.value ?? []).flatMap(({ id: { value } }, activity) => {
    return value === undefined ? [] : [{ id: value.value, span: value.origin ?? value.span, plan: plan.index, activity }];
  }));
}

/** The id that is written at an offset. */
export function activityIdAt(analysis: Analysis, offset: number): string | undefined {
  return activityIdsIn(analysis).find(({ span }) => spanContains(span, offset))?.id;
}

/** Every place of an id in the file, in every plan: a group and its clinicians often share activities. */
export function placesOfId(analysis: Analysis, id: string): readonly Span[] {
  const places = activityIdsIn(analysis).filter((named) => named.id === id).map(({ span }) => [span.start, span] as const);
  return [...new Map(places).values()];
}
