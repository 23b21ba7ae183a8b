import { MAXIMUM_POINTS } from '../../../data/performanceYears.ts';
import { hasApmCredit } from '../../score/points.ts';
import type { ActivityJudgement } from '../../score/judgement.ts';
import { waysInWords } from '../../score/waysInWords.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import type { CheckContext, Checks } from '../check.ts';
import { addActivity, onlyId, setStatus } from '../planFixes.ts';

/** As many as a menu shows without scrolling. */
const SUGGESTED = 3;

/** The plan's total: too little, or more than needed. */
export const totalChecks: Checks = {
  *'score-below-maximum'(context) {
    const { plan, points, closers } = context;
    const key = plan.activities.key;
    if (points === undefined || key === undefined || points.capped >= MAXIMUM_POINTS) return;
    const ways = closers?.ways ?? [];
    const gap = MAXIMUM_POINTS - points.capped;
    const closing = ways.length === 0 ? '' : ` To reach ${MAXIMUM_POINTS}, add ${waysInWords(ways)}.`;
    yield {
      place: key,
      message: `${formatNumber(points.capped)} of ${MAXIMUM_POINTS} points, ${formatNumber(gap)} missing.${closing}`,
      fixes: () => (closers?.suggestions() ?? []).slice(0, SUGGESTED).flatMap(({ id, title }) => addActivity(context, onlyId(id), `Add ${id} (${title})`)),
    };
  },

  *'activity-surplus'(context) {
    const surplus = surplusActivity(context);
    const place = surplus?.activity.id.value;
    if (surplus === undefined || place === undefined) return;
    yield {
      place,
      message: `The plan reaches ${MAXIMUM_POINTS} points without ${place.value}; attesting it adds audit risk and no points. It can be dropped.`,
      unnecessary: true,
      fixes: () => setStatus(context, surplus.activity, 'dropped'),
    };
  },
};

/** The activity that the plan needs least: it reaches 40 without it, and no other's loss would cost less. */
function surplusActivity({ judgements, points, facts, weight }: CheckContext): ActivityJudgement | undefined {
  if (points === undefined || facts.program === 'app' || points.capped < MAXIMUM_POINTS) return undefined;
  const credited = judgements.filter((judgement) => judgement.credited).length;
  // The only activity of a reweighted category is what gives the category its weight: without it the 40 points are worth nothing.
  if (credited === 1 && weight?.reweightingCancelled === true) return undefined;
  const apmIsLost = credited === 1 && hasApmCredit(facts, true) && !hasApmCredit(facts, false);
  const apm = apmIsLost ? (points.credits.find((credit) => credit.kind === 'apm')?.points ?? 0) : 0;
  let least: { judgement: ActivityJudgement; points: number; completed: boolean } | undefined;
  judgements.forEach((judgement, index) => {
    const own = points.activities[index] ?? 0;
    if (!judgement.credited || points.uncapped - own - apm < MAXIMUM_POINTS) return;
    const completed = judgement.activity.status.value?.value === 'completed';
    const costsNoMore = least === undefined || own < least.points || (own === least.points && (!completed || least.completed));
    if (costsNoMore) least = { judgement, points: own, completed };
  });
  return (least as { judgement: ActivityJudgement } | undefined)?.judgement;
}
