import type { JSX } from 'preact';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { CREDIT_NAMES } from '../../server/src/explanation/names.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { plural } from '../../server/src/text/plural.ts';

/** More parts than these could not be told apart; then they are the secured and the planned ones together. */
const MOST_PARTS = 24;

interface Part {
  readonly name: string;
  readonly points: number;
  readonly secured: boolean;
}

/** What the points are made of, one beside the other up to the most that count, and beyond. */
export function PointsStack({ plan }: { readonly plan: PlanScore }): JSX.Element | null {
  const { maxPoints, uncappedPoints, activities, credits } = plan;
  if (maxPoints === null || uncappedPoints === null) return null;
  const single: Part[] = [
    ...activities.map(({ id, points, secured }) => ({ name: id ?? 'an activity without an id', points: points ?? 0, secured })),
    // The medical home's points are its activity's.
    ...credits.filter(({ kind }) => kind !== 'medical_home').map(({ kind, points }) => ({ name: CREDIT_NAMES[kind], points, secured: true })),
  ].filter(({ points }) => points > 0);
  const parts = single.length > MOST_PARTS ? together(single) : single;
  const whole = Math.max(maxPoints, uncappedPoints);
  const share = (points: number): string => `${(points / whole) * 100}%`;
  const words = parts.map(({ name, points }) => `${formatNumber(points)} ${name}`).join(', ');
  const total = uncappedPoints > maxPoints ? `${formatNumber(uncappedPoints)} points, of which ${formatNumber(maxPoints)} count` : `${formatNumber(uncappedPoints)} of ${formatNumber(maxPoints)} points`;
  return (
    <div class="stack">
      <div class="parts" role="img" aria-label={parts.length === 0 ? 'No activity earns points.' : `${words}: ${total}.`}>
        {parts.map(({ name, points, secured }, index) => (
          <div class={secured ? 'secured' : 'planned'} key={index} style={{ inlineSize: share(points) }} title={`${name}: ${plural(points, 'point')}`} />
        ))}
        {uncappedPoints > maxPoints && <div class="cap" style={{ insetInlineStart: share(maxPoints) }} />}
      </div>
      <p class="stack-words" aria-hidden="true">
        {total}
      </p>
    </div>
  );
}

function together(parts: readonly Part[]): Part[] {
  return [true, false].flatMap((secured) => {
    const same = parts.filter((part) => part.secured === secured);
    const points = same.reduce((sum, part) => sum + part.points, 0);
    return same.length === 0 ? [] : [{ name: secured ? 'secured' : 'planned', points, secured }];
  });
}
