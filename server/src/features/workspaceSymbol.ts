import { SymbolKind, type Range, type SymbolInformation, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Inventory } from '../inventory/inventory.ts';
import type { PlanSummary } from '../protocol/plans.ts';
import { asShown } from '../text/asShown.ts';
import type { CancellationToken } from './cancellationToken.ts';
import type { FileSummary } from './workspacePlans/fileSummary.ts';

/** More than anybody reads through; a longer query finds what is missing. */
export const MOST_SYMBOLS = 200;

/** Comes back when a symbol is resolved: the plan's index in its file, and which of the file's ids is meant. */
export interface WorkspaceSymbolData {
  readonly plan: number;
  readonly use?: number;
}

interface Found {
  readonly symbol: Omit<SymbolInformation, 'location'>;
  readonly file: FileSummary;
  readonly range: Range;
  readonly data: WorkspaceSymbolData;
  readonly score: number;
}

export interface WorkspaceSymbolOptions {
  readonly inventory: Inventory;
  /** The client asks for the range of a symbol once somebody wants to go there. */
  readonly resolvesRange: boolean;
}

/**
 * The plans and the activities across the files that every word of the query fits: plans by the practice's name and the
 * year, activities by id and title, with words of the practice to choose among them. The best first. Empty once cancelled.
 */
export function workspaceSymbols(
  files: Iterable<FileSummary>, query: string, { inventory, resolvesRange }: WorkspaceSymbolOptions, token: CancellationToken,
): (SymbolInformation | WorkspaceSymbol)[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const titles = new Titles(inventory, words);
  const found: Found[] = [];
  for (const file of files) {
    if (token.isCancellationRequested) return [];
    // Where nothing is asked, nothing is better than the rest.
    if (words.length === 0 && found.length >= MOST_SYMBOLS) break;
    for (const each of foundIn(file, words, titles)) found.push(each);
  }
  found.sort((a, b) => b.score - a.score || compare(a.symbol.name, b.symbol.name) || compare(a.file.path, b.file.path));
  return found.slice(0, MOST_SYMBOLS).map(({ symbol, file: { uri }, range, data }) => {
    return resolvesRange ? { ...symbol, location: { uri }, data } : { ...symbol, location: { uri, range } };
  });
}

/** The symbol with its range as it is now; as it came where it is not there any more. */
export function resolveWorkspaceSymbol(symbol: WorkspaceSymbol, file: FileSummary | undefined): WorkspaceSymbol {
  const { plan, use } = (symbol.data ?? {}) as Partial<WorkspaceSymbolData>;
  const place = use === undefined ? file?.plans[plan ?? 0] : file?.activities[use];
  return place === undefined ? symbol : { ...symbol, location: { uri: symbol.location.uri, range: place.range } };
}

function* foundIn(file: FileSummary, words: readonly string[], titles: Titles): Iterable<Found> {
  const practices = file.plans.map((plan) => practiceWords(plan));
  for (const [plan, summary] of file.plans.entries()) {
    const own = practices[plan] ?? [];
    if (summary.practice === null || !words.every((word) => begins(own, word))) continue;
    const symbol = { name: planName(summary), kind: SymbolKind.Module, containerName: file.path };
    yield { symbol, file, range: summary.range, data: { plan }, score: words.length * WHOLE_ID };
  }
  for (const [use, { id, plan, range }] of file.activities.entries()) {
    const summary = file.plans[plan];
    const title = titles.of(id, summary?.performanceYear ?? undefined);
    const score = title.scoreAmong(practices[plan] ?? []);
    if (score === 0) continue;
    const symbol = { name: title.nameIn(summary), kind: SymbolKind.Event, containerName: file.path };
    yield { symbol, file, range, data: { plan, use }, score };
  }
}

const [WHOLE_ID, PART_OF_ID, IN_TITLE, IN_PRACTICE] = [8, 4, 2, 1];

/** How the query fits each id: found out once for all plans that name it. */
class Titles {
  readonly #inventory: Inventory;
  readonly #words: readonly string[];
  readonly #known = new Map<string, TitledActivity>();

  constructor(inventory: Inventory, words: readonly string[]) {
    this.#inventory = inventory;
    this.#words = words;
  }

  of(id: string, year: number | undefined): TitledActivity {
    const key = `${id} ${year ?? ''}`;
    let titled = this.#known.get(key);
    if (titled === undefined) {
      const known = this.#inventory.activity(id);
      const title = known === undefined ? '' : year === undefined ? known.title : known.titleIn(year);
      titled = new TitledActivity(id, title, this.#words);
      this.#known.set(key, titled);
    }
    return titled;
  }
}

class TitledActivity {
  readonly #id: string;
  readonly #title: string;
  readonly #words: readonly string[];
  readonly #scores: readonly number[];

  constructor(id: string, title: string, words: readonly string[]) {
    this.#id = asShown(id);
    this.#title = title;
    this.#words = words;
    const titleWords = wordsOf(title);
    this.#scores = words.map((word) => idScore(id, word) || (begins(titleWords, word) ? IN_TITLE : 0));
  }

  /** Whose it is stands before the title, which is often longer than a list is wide. */
  nameIn(plan: PlanSummary | undefined): string {
    const owner = plan === undefined ? '' : planName(plan);
    return [this.#id, owner, this.#title].filter((part) => part !== '').join(' – ');
  }

  /** 0: it is not what is looked for. A query of the practice's words alone looks for the practice. */
  scoreAmong(practice: readonly string[]): number {
    if (this.#words.length === 0) return IN_PRACTICE;
    if (this.#scores.every((score) => score === 0)) return 0;
    let total = 0;
    for (const [index, own] of this.#scores.entries()) {
      const score = own || (begins(practice, this.#words[index] ?? '') ? IN_PRACTICE : 0);
      if (score === 0) return 0;
      total += score;
    }
    return total;
  }
}

/** By the whole id, or by what it goes on with: `IA_EPA_1`, `epa_1`, `epa`. */
function idScore(id: string, word: string): number {
  const [whole, typed] = [id, word].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, '')) as [string, string];
  if (typed === '') return 0;
  const withoutPrefix = whole.replace(/^ia/, '');
  if (typed === whole || typed === withoutPrefix) return WHOLE_ID;
  return whole.startsWith(typed) || withoutPrefix.startsWith(typed) ? PART_OF_ID : 0;
}

function planName({ practice, performanceYear }: PlanSummary): string {
  return [practice, performanceYear].filter((part) => part !== null).join(', ');
}

function practiceWords({ practice, performanceYear }: PlanSummary): readonly string[] {
  return [...wordsOf(practice ?? ''), ...(performanceYear === null ? [] : [String(performanceYear)])];
}

/** In small letters. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word such as `follow-up` is several words of a title. */
function begins(words: readonly string[], word: string): boolean {
  const parts = wordsOf(word);
  return parts.length > 0 && parts.every((part) => words.some((other) => other.startsWith(part)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
