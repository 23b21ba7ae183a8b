import { MAXIMUM_POINTS } from '../../../data/performanceYears.ts';
import type { FindingCode } from '../../findings/finding.ts';
import type { Credit } from '../../score/fileScore.ts';
import { MEDICAL_HOME_ID } from '../../score/judgement.ts';
import type { PlanResult } from '../../score/planResult.ts';
import { waysInWords } from '../../score/waysInWords.ts';
import { formatNumber } from '../../text/formatNumber.ts';
import { paragraph, type Block } from '../markup.ts';
import { dateInWords } from '../../text/dateInWords.ts';

const CREDITS: Readonly<Record<Credit['kind'], string>> = {
  apm: 'taking part in an Alternative Payment Model',
  medical_home: 'the recognised medical home',
  ia_study: 'CMS’s improvement activity study',
  app: 'the APM Performance Pathway',
  apm_scoring_standard: 'the points that CMS assigned to the model',
};

/** How the points of a plan come about. @param said what findings say at the place already */
export function describeScore({ facts, judgements, points, weight, closers }: PlanResult, said: ReadonlySet<FindingCode>): readonly Block[] {
  if (points === undefined) return [];
  const secured = `${formatNumber(points.secured)} of them secured on ${dateInWords(facts.asOf)}`;
  const ways = closers === undefined || closers.ways.length === 0 ? '' : ` To reach ${MAXIMUM_POINTS}, add ${waysInWords(closers.ways)}.`;
  const total = said.has('score-below-maximum')
    ? `Secured on ${dateInWords(facts.asOf)}: ${formatNumber(points.secured)} points.`
    : `${formatNumber(points.capped)} of ${MAXIMUM_POINTS} points, ${secured}.${ways}`;
  const steps = [...ofActivities(), ...points.credits.filter(({ kind }) => kind !== 'medical_home').map(({ kind, points: own }) => `${CREDITS[kind]}: ${formatNumber(own)}`)];
  const blocks: Block[] = steps.length === 0 ? [] : [{ list: steps.map((step) => [step]) }];
  const ends: string[] = [];
  if (points.uncapped > MAXIMUM_POINTS) ends.push(`Together ${formatNumber(points.uncapped)}: ${MAXIMUM_POINTS} count.`);
  if (typeof weight?.weight === 'number') {
    ends.push(`${formatNumber(points.capped)} ÷ ${MAXIMUM_POINTS} × ${formatNumber(weight.weight)} % = ${formatNumber((points.capped / MAXIMUM_POINTS) * weight.weight)} points of the final score.`);
  }
  return [paragraph(total), ...blocks, ...(ends.length === 0 ? [] : [paragraph(ends.join(' '))])];

  /** Credited activities by what each earns, then those that earn nothing. */
  function ofActivities(): string[] {
    const groups = new Map<string, { readonly each: number; count: number }>();
    judgements.forEach(({ credited, weight: own, listed }, index) => {
      if (!credited || facts.program === 'app') return;
      const each = points?.activities[index] ?? 0;
      const kind = listed?.id === MEDICAL_HOME_ID ? MEDICAL_HOME_ID : own === null ? 'activity' : `${own}-weighted`;
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, { each, count: 1 });
      else group.count++;
    });
    const without = judgements.filter(({ credited, dropped }) => !credited && !dropped).length;
    return [
      ...[...groups].map(([kind, { each, count }]) => `${count} ${kind === 'activity' && count > 1 ? 'activities' : kind} × ${formatNumber(each)} = ${formatNumber(each * count)}`),
      ...(without === 0 ? [] : [`${without} without credit: 0`]),
    ];
  }
}
