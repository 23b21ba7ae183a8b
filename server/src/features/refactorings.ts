import type { CodeAction, Range } from 'vscode-languageserver-types';
import { syntaxErrorIn, type Analysis } from '../analysis.ts';
import { asShown } from '../text/asShown.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { CARRY_OVER, carryOverActions, type CarriesOver } from './refactoring/carryOverAction.ts';
import { extractIndividualPlans, EXTRACT_PLANS } from './refactoring/individualPlans.ts';
import { extractRoster, EXTRACT_ROSTER } from './refactoring/extractRoster.ts';
import { rewritePerformedBy, REWRITE_PERFORMED_BY } from './refactoring/performedBy.ts';
import { rewritePeriod, REWRITE_PERIOD } from './refactoring/period.ts';
import type { OfferRefactorings } from './refactoring/refactoring.ts';
import { sortActivities, SORT_ACTIVITIES } from './refactoring/sortActivities.ts';
import { workspaceEdit, type EditedDocument } from './workspaceEdit.ts';

export const REFACTORING_KINDS: readonly string[] = [REWRITE_PERFORMED_BY, REWRITE_PERIOD, EXTRACT_ROSTER, EXTRACT_PLANS, SORT_ACTIVITIES, CARRY_OVER];

const OFFERS: readonly OfferRefactorings[] = [rewritePerformedBy, rewritePeriod, extractRoster, extractIndividualPlans, sortActivities];

export interface RefactoringOptions extends EditedDocument {
  readonly carriesOver: CarriesOver;
}

/**
 * Other ways to write what is selected. None in a file that cannot be read as it stands: what was mended to read on
 * need not be what is meant.
 * @param explicitly whether nothing but refactorings is asked for
 */
export function refactorings(analysis: Analysis, range: Range, explicitly: boolean, { carriesOver, ...document }: RefactoringOptions, token: CancellationToken): CodeAction[] {
  const { source } = analysis;
  if (syntaxErrorIn(analysis) !== undefined) return [];
  const selection = { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
  const result = analysis.plans.findLast(({ plan }) => plan.span.start <= selection.start) ?? analysis.plans[0];
  if (result === undefined) return [];
  const place = { analysis, result, selection, explicitly };
  const offered = OFFERS.flatMap((offer) => offer(place)).map(({ title, kind, edits }) => ({ title: asShown(title), kind, edit: workspaceEdit(edits, source, document) }));
  return [...offered, ...carryOverActions(place, document.uri, carriesOver, token)];
}
