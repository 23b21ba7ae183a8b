import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import { MAXIMUM_POINTS } from '../../data/performanceYears.ts';
import type { Analysis } from '../analysis.ts';
import { endOf } from '../edits/mapEdits.ts';
import { shorten } from '../text/shorten.ts';
import type { RosterClinician } from '../plan/model.ts';
import type { ActivityJudgement } from '../score/judgement.ts';
import type { PlanResult } from '../score/planResult.ts';
import { formatNumber } from '../text/formatNumber.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { MapEntry, ValueNode } from '../yaml/node.ts';
import type { CancellationToken } from './cancellationToken.ts';
import { asShown } from '../text/asShown.ts';

/** Of a plan: practices have long names. */
const LONGEST_NAME = 100;

/** A symbol with places in the text; `span` holds `selection` and the children's spans. */
interface Outlined {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly Outlined[];
}

/** The plans with their points, their sections, and the activities with points and status. Empty once cancelled. */
export function documentSymbols({ plans, source }: Analysis, token: CancellationToken): DocumentSymbol[] {
  return token.isCancellationRequested ? [] : plans.map((result) => asDocumentSymbol(outline(result, source), source));
}

/** The same in the order of the text, for clients that show no symbols within symbols. */
export function flatSymbols({ plans, source }: Analysis, uri: string, token: CancellationToken): SymbolInformation[] {
  return token.isCancellationRequested ? [] : plans.flatMap((result) => asInformation(outline(result, source), undefined, uri, source));
}

function asDocumentSymbol({ name, detail, kind, span, selection, children }: Outlined, source: SourceText): DocumentSymbol {
  return {
    name: asShown(name), detail: asShown(detail), kind,
    range: source.rangeOf(span),
    selectionRange: source.rangeOf(selection),
    ...(children.length > 0 && { children: children.map((child) => asDocumentSymbol(child, source)) }),
  };
}

function asInformation({ name, kind, span, children }: Outlined, containerName: string | undefined, uri: string, source: SourceText): SymbolInformation[] {
  const own: SymbolInformation = { name: asShown(name), kind, location: { uri, range: source.rangeOf(span) }, ...(containerName !== undefined && { containerName: asShown(containerName) }) };
  return [own, ...children.flatMap((child) => asInformation(child, name, uri, source))];
}

function outline(result: PlanResult, source: SourceText): Outlined {
  const { plan: { root, practice, performanceYear, firstKey, index }, points } = result;
  const name = practice.value?.value.name.value;
  const called = [shorten(name?.value ?? '', LONGEST_NAME), performanceYear.value?.value ?? ''].filter((part) => part !== '').join(', ');
  return around({
    name: called === '' ? `Plan ${index + 1}` : called,
    detail: points === undefined ? '' : `${formatNumber(points.capped)} of ${MAXIMUM_POINTS}`,
    kind: SymbolKind.Module,
    span: root.span,
    // Where the plan begins, not its name: editors keep this line in sight as the heading of what follows.
    selection: firstKey.span,
    children: root.entries.map((entry) => section(entry, result, source)),
  });
}

function section(entry: MapEntry, result: PlanResult, source: SourceText): Outlined {
  const { name, key, value } = entry;
  return around({
    name: name.trim() === '' ? '""' : shorten(name),
    detail: scalarsOf(value),
    kind: value?.kind === 'list' ? SymbolKind.Array : value?.kind === 'map' ? SymbolKind.Object : SymbolKind.Property,
    span: key.origin === undefined ? { start: key.span.start, end: endOf(source, entry) } : key.span,
    selection: key.span,
    children: childrenOf(name, result),
  });
}

function childrenOf(section: string, { plan, judgements, points, facts }: PlanResult): Outlined[] {
  if (section === 'roster') return (plan.roster.value?.value ?? []).map(clinician);
  if (section !== 'activities') return [];
  return judgements.map((judgement, index) => activity(judgement, points?.activities[index], facts.year));
}

function clinician({ shortName, name, npi }: RosterClinician): Outlined {
  const fields = [name, npi].flatMap(({ value, key }) => value?.span ?? key?.span ?? []);
  const [start, end] = [shortName.span.start, Math.max(shortName.span.end, ...fields.map((span) => span.end))];
  return around({ name: shorten(shortName.value), detail: shorten(name.value?.value ?? ''), kind: SymbolKind.Field, span: { start, end }, selection: shortName.span, children: [] });
}

/** @param points undefined where the plan cannot be scored. */
function activity({ activity: { id, status, node, place }, known, dropped, credited }: ActivityJudgement, points: number | undefined, year: number | undefined): Outlined {
  const title = known === undefined ? '' : ` ${shorten(year === undefined ? known.title : known.titleIn(year))}`;
  const stands = (status.value?.value ?? 'planned').replace('_', ' ');
  const earns = credited ? `${formatNumber(points ?? 0)} points` : 'no points';
  return around({
    name: id.value === undefined || id.value.value.trim() === '' ? 'Activity without id' : `${shorten(id.value.value)}${title}`,
    detail: dropped || points === undefined ? stands : `${earns} · ${stands}`,
    kind: SymbolKind.Event,
    span: node.span,
    selection: id.value?.span ?? place.span,
    children: [],
  });
}

/** What stands behind a key on its line. */
function scalarsOf(value: ValueNode | undefined): string {
  const values = value?.kind === 'list' ? value.items : [value];
  const words = values.flatMap((each) => (each?.kind === 'scalar' ? String(each.value) : []));
  return words.length < values.length ? '' : shorten(words.join(', '));
}

/** Editors refuse symbols that do not hold what is in them. */
function around(outlined: Outlined): Outlined {
  const inside = [outlined.selection, ...outlined.children.map(({ span }) => span)];
  const span = inside.reduce((whole, { start, end }) => ({ start: Math.min(whole.start, start), end: Math.max(whole.end, end) }), outlined.span);
  return { ...outlined, span };
}
