import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PerformedBy, Period } from '../plan/model.ts';
import type { ActivityJudgement } from '../score/judgement.ts';
import type { PlanResult } from '../score/planResult.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Place, Span } from '../text/span.ts';
import type { CancellationToken } from './cancellationToken.ts';

/**
 * What is coloured by its meaning, and LSP's own type for it, which every theme has a colour for.
 *
 * Modifiers: `high` and `medium` are an activity's weight in the plan's year, `retired` one that CMS no longer lists
 * then, `unknown` any other that is not in that year's inventory, or a name that is not on the roster.
 */
const TYPES = { activity: 'class', status: 'enumMember', date: 'number', clinician: 'variable' } as const;
const MODIFIERS = ['declaration', 'high', 'medium', 'retired', 'unknown'] as const;

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = { tokenTypes: Object.values(TYPES), tokenModifiers: [...MODIFIERS] };

type Meaning = keyof typeof TYPES;
type Modifier = (typeof MODIFIERS)[number];

const MEANINGS = Object.keys(TYPES);

interface Token {
  readonly span: Span;
  readonly meaning: Meaning;
  readonly modifier: Modifier | undefined;
}

/**
 * What an analysis knows of a plan's words and the grammar cannot see. Empty once cancelled.
 * @param range undefined for the whole file
 */
export function semanticTokens({ plans, source }: Analysis, range: Range | undefined, token: CancellationToken): SemanticTokens {
  if (token.isCancellationRequested) return { data: [] };
  const collector = new Collector(source);
  for (const result of plans) collectPlan(result, collector);
  return { data: encode(collector.tokens(), range, source) };
}

function collectPlan({ plan, facts, judgements }: PlanResult, collector: Collector): void {
  for (const { shortName } of plan.roster.value?.value ?? []) collector.add(shortName, 'clinician', 'declaration');
  for (const status of plan.specialStatuses.value?.value ?? []) collector.add(status, 'status');
  for (const judgement of judgements) {
    const { id, status, period, performedBy } = judgement.activity;
    collector.add(id.value, 'activity', idModifier(judgement, facts.year));
    collector.add(status.value, 'status');
    collectPeriod(period.value?.value, collector);
    collectClinicians(performedBy.value?.value, facts.roster, collector);
  }
}

function idModifier({ known, listed, weight }: ActivityJudgement, year: number | undefined): Modifier | undefined {
  if (known === undefined) return 'unknown';
  if (year === undefined) return undefined;
  if (listed !== undefined) return weight ?? undefined;
  return (known.years.at(-1) ?? -Infinity) < year ? 'retired' : 'unknown';
}

function collectPeriod(period: Period | undefined, collector: Collector): void {
  collector.addDates(period?.start);
  collector.addDates(period?.end);
}

function collectClinicians(performedBy: PerformedBy | undefined, roster: ReadonlySet<string> | undefined, collector: Collector): void {
  const modifier = (name: string): Modifier | undefined => (roster?.has(name) === false ? 'unknown' : undefined);
  if (performedBy?.kind === 'names') for (const name of performedBy.names) collector.add(name, 'clinician', modifier(name.value));
  if (performedBy?.kind !== 'periods') return;
  for (const { name, period } of performedBy.periods) {
    collector.add(name, 'clinician', modifier(name.value));
    collectPeriod(period.value?.value, collector);
  }
}

const DATE = /\d{4}-\d{2}-\d{2}/g;

/** Tokens where they are written, below the anchor rather than at an alias, each once and on one line. */
class Collector {
  readonly #source: SourceText;
  readonly #byStart = new Map<number, Token>();

  constructor(source: SourceText) {
    this.#source = source;
  }

  add(place: Place | undefined, meaning: Meaning, modifier?: Modifier): void {
    if (place === undefined) return;
    for (const span of this.#lines(place.origin ?? place.span)) this.#put({ span, meaning, modifier });
  }

  /** A place that came through an alias can be a period's as a whole: its dates are those that stand in it. */
  addDates(place: Place | undefined): void {
    if (place === undefined) return;
    const { start, end } = place.origin ?? place.span;
    for (const { 0: date, index } of this.#source.text.slice(start, end).matchAll(DATE)) {
      this.#put({ span: { start: start + index, end: start + index + date.length }, meaning: 'date', modifier: undefined });
    }
  }

  /** In the order of the text. */
  tokens(): Token[] {
    return [...this.#byStart.values()].sort((a, b) => a.span.start - b.span.start);
  }

  #put(token: Token): void {
    if (!this.#byStart.has(token.span.start)) this.#byStart.set(token.span.start, token);
  }

  /** Clients need not know tokens of several lines. Neither the header of a block of text nor indentation is part of it. */
  #lines({ start, end }: Span): Span[] {
    const first = this.#source.positionAt(start).line;
    const last = this.#source.positionAt(end).line;
    if (first === last) return [{ start, end }];
    const spans: Span[] = [];
    for (let line = /[|>]/.test(this.#source.text.charAt(start)) ? first + 1 : first; line <= last; line++) {
      const own = this.#source.lineSpan(line);
      const [from, to] = [Math.max(start, own.start), Math.min(end, own.end)];
      const text = this.#source.text.slice(from, to);
      const written = text.trim();
      if (written !== '') spans.push({ start: from + text.indexOf(written), end: from + text.indexOf(written) + written.length });
    }
    return spans;
  }
}

/** Five numbers a token: lines and columns since the one before, length, type, modifiers. */
function encode(tokens: readonly Token[], range: Range | undefined, source: SourceText): number[] {
  const wanted = range && { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { span, meaning, modifier } of tokens) {
    if (wanted !== undefined && (span.end <= wanted.start || span.start >= wanted.end)) continue;
    const at = source.positionAt(span.start);
    data.push(
      at.line - line, at.line === line ? at.character - character : at.character, span.end - span.start,
      MEANINGS.indexOf(meaning), modifier === undefined ? 0 : 1 << MODIFIERS.indexOf(modifier),
    );
    ({ line, character } = at);
  }
  return data;
}
