import type { JSX } from 'preact';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { dateInWords } from '../../server/src/text/dateInWords.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';

interface GaugeProps {
  readonly plan: PlanScore;
  readonly points: number;
  readonly maximum: number;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** Points of the maximum: what is secured solid, what is only planned striped. */
export function Gauge({ plan, points, maximum, asOf }: GaugeProps): JSX.Element {
  const secured = Math.min(plan.securedPoints ?? 0, points);
  const share = (value: number): string => `${(value / maximum) * 100}%`;
  return (
    <div class="gauge">
      <p class="total">
        <strong data-test="points">{formatNumber(points)}</strong>
        <span> of {formatNumber(maximum)} points</span>
      </p>
      <div class="bar">
        <div class="planned" style={{ inlineSize: share(points) }} />
        <div class="secured" style={{ inlineSize: share(secured) }} />
        <meter min={0} max={maximum} value={points} aria-label="Planned points" />
        <meter min={0} max={maximum} value={secured} aria-label="Secured points" />
      </div>
      <div class="scale" aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <span>{formatNumber(maximum * part)}</span>
        ))}
      </div>
      <ul class="legend">
        <li>
          <span class="swatch secured" />
          <span>
            <b data-test="secured-points">{formatNumber(secured)}</b> secured on {dateInWords(asOf)}
          </span>
        </li>
        <li>
          <span class="swatch planned" />
          <span>
            <b>{formatNumber(points - secured)}</b> planned, still to secure
          </span>
        </li>
      </ul>
    </div>
  );
}
