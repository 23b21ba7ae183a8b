import { MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import { analyse, syntaxErrorIn, type Analysis } from '../analysis.ts';
import { fileStyleOf } from '../edits/fileStyle.ts';
import type { CarriedOver, CarryOverYears } from '../protocol/carryOver.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Activity } from '../plan/model.ts';
import type { PlanResult } from '../score/planResult.ts';
import { formatNumber } from '../text/formatNumber.ts';
import type { Span } from '../text/span.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { carryActivities } from './carryOver/carryActivities.ts';
import { carryEntity } from './carryOver/carryEntity.ts';
import type { CarriedPlan } from './carryOver/carriedPlan.ts';
import { Changes } from './carryOver/changes.ts';
import { carriedFileName } from './carryOver/fileName.ts';

/** Why a file is not carried over, as a sentence for the user. */
export interface CarryOverRefusal {
  readonly refusal: string;
}

/** To which years the plans of a file can go: later ones that have an inventory. Undefined once cancelled. */
export function carryOverYears({ plans, context }: Analysis, token: CancellationToken): CarryOverYears | undefined {
  if (token.isCancellationRequested) return undefined;
  const from = newestYear(plans) ?? null;
  return { from, years: from === null ? [] : context.inventory.years.filter((year) => year > from) };
}

/**
 * The file's plans for a later performance year, as the text of a new file. Comments, unknown keys, anchors and line ends
 * stay. What is to be decided is a note, and a comment where it concerns one place. Undefined once cancelled.
 * @param fileName of the old file, without its folder
 */
export function carryOver(analysis: Analysis, year: number, fileName: string, token: CancellationToken): CarriedOver | CarryOverRefusal | undefined {
  if (token.isCancellationRequested) return undefined;
  const refusal = refusalOf(analysis, year);
  if (refusal !== undefined) return { refusal };
  const rules = rulesOf(year);
  const from = newestYear(analysis.plans);
  if (rules === undefined || from === undefined) return { refusal: `The rules of ${year} are not known.` };
  const changes = new Changes(analysis.source, analysis.comments);
  const carried = analysis.plans.flatMap((result): CarriedPlan[] => {
    const own = result.plan.performanceYear.value?.value;
    if (own === undefined || own >= year) return [];
    return [{ result, from: own, to: year, rules, style: fileStyleOf(result.plan, analysis.source), changes, expectations: [] }];
  });
  for (const { plan } of analysis.plans) {
    if (plan.performanceYear.value === undefined) changes.decide(plan.firstKey.span.start, 'This plan has no readable performance year and was left as it is.');
  }
  for (const plan of carried) {
    carryEntity(plan);
    carryActivities(plan);
  }
  const after = settle(analysis, carried, changes);
  if (after === undefined) return { refusal: 'This file is written in a way that cannot be carried over without losing something; make the new plan from a copy.' };
  saySurvivors(analysis, carried, changes);
  sayScores(analysis, after, carried, changes);
  return { year, fileName: carriedFileName(fileName, from, year), ...changes.finish() };
}

function newestYear(plans: readonly PlanResult[]): number | undefined {
  const years = plans.flatMap(({ plan }) => plan.performanceYear.value?.value ?? []);
  return years.length === 0 ? undefined : Math.max(...years);
}

function refusalOf(analysis: Analysis, year: number): string | undefined {
  const { plans, refused, context } = analysis;
  if (refused || syntaxErrorIn(analysis) !== undefined) return 'Correct what cannot be read in this file first.';
  const from = newestYear(plans);
  if (from === undefined) return 'There is no plan with a performance year in this file.';
  if (!context.inventory.years.includes(year)) return `There is no inventory for ${year}, so nobody can say what becomes of the activities.`;
  if (year <= from) return `This plan is for ${from} already; it can be carried over to a later year only.`;
  return plans.every(({ plan, facts }) => facts.rules !== undefined || plan.performanceYear.value === undefined) ? undefined : 'The performance year of a plan in this file is not covered.';
}

/**
 * Looks whether the new text says what it must: values can come through aliases and merge keys, and what is written for
 * one activity can change another. What is not so is written where it is missing, and said where it cannot be.
 */
function settle(analysis: Analysis, carried: readonly CarriedPlan[], changes: Changes): Analysis | undefined {
  const read = (): Analysis => analyse(changes.text(), { ...analysis.context, once: true });
  let after = read();
  for (const { activity, otherwise } of unmet(after, carried)) if (activity !== undefined) otherwise?.();
  after = read();
  const isBroken = syntaxErrorIn(after) !== undefined || after.plans.length !== analysis.plans.length;
  const isAnother = carried.some(({ result, to }) => {
    const now = after.plans[result.plan.index];
    return now?.plan.performanceYear.value?.value !== to || now.judgements.length !== result.judgements.length;
  });
  if (isBroken || isAnother) return undefined;
  for (const { at, complaint } of unmet(after, carried)) changes.decide(at, complaint);
  return after;
}

interface Unmet {
  readonly activity: Activity | undefined;
  readonly at: number;
  readonly complaint: string;
  readonly otherwise: (() => void) | undefined;
}

function unmet(after: Analysis, carried: readonly CarriedPlan[]): readonly Unmet[] {
  return carried.flatMap(({ result, expectations }) => expectations.flatMap(({ activity: index, isSo, otherwise, complaint }) => {
    const activity = after.plans[result.plan.index]?.judgements[index]?.activity;
    const before = result.judgements[index]?.activity;
    return activity !== undefined && isSo(activity) ? [] : [{ activity, at: before?.place.span.start ?? result.plan.firstKey.span.start, complaint, otherwise }];
  }));
}

/** Texts and comments are nobody's to change; where they name the old year, somebody may want to. */
function saySurvivors({ source, comments }: Analysis, carried: readonly CarriedPlan[], changes: Changes): void {
  for (const { result, from } of carried) {
    const texts = result.judgements.flatMap(({ activity: { note, owner } }) => [note, owner]).flatMap(({ value }) => (value === undefined ? [] : [value.origin ?? value.span]));
    // Comments above the first plan are about it, too.
    const isAbove = ({ start }: Span): boolean => result.plan.index === 0 && start < result.plan.span.start;
    const own = [...comments, ...texts].filter((span) => isAbove(span) || (span.start >= result.plan.span.start && span.start < result.plan.span.end));
    const named = own.filter(({ start, end }) => new RegExp(`(?<!\\d)${from}(?!\\d)`).test(source.text.slice(start, end)));
    const first = named.sort((a, b) => a.start - b.start)[0];
    if (first === undefined) continue;
    changes.decide(first.start, named.length === 1 ? `This text names ${from} and was left as it is.` : `${named.length} comments and texts name ${from} and were left as they are, this one first.`);
  }
}

function sayScores(before: Analysis, after: Analysis, carried: readonly CarriedPlan[], changes: Changes): void {
  for (const { result, from, to } of carried) {
    const [old, now] = [before.plans[result.plan.index]?.points?.capped, after.plans[result.plan.index]?.points?.capped];
    if (old === undefined || now === undefined) continue;
    const message = `If it is carried out like this, the plan is worth ${formatNumber(now)} of ${MAXIMUM_POINTS} points in ${to}; it was worth ${formatNumber(old)} in ${from}.`;
    const at = result.plan.firstKey.span.start;
    if (now < old) changes.decide(at, message);
    else changes.done(at, message);
  }
}
