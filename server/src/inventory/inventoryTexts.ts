import type { ActivityText, InventoryTexts } from './inventory.ts';
import type { LoadedYear } from './loadedYear.ts';

/** The texts as the build writes them to `dist/server/texts.json`. */
export interface TextsFile {
  /** Each text once, CMS's own first. */
  readonly texts: readonly string[];
  /** How many of the texts are CMS's own. */
  readonly officialCount: number;
  /** By activity id: first year, last year, index of the text. */
  readonly runs: Readonly<Record<string, readonly (readonly [number, number, number])[]>>;
  /** By activity id: the suspended year, the last year of the text before it, index of that text. */
  readonly earlier: Readonly<Record<string, readonly [number, number, number]>>;
}

/**
 * @param json content of `dist/server/texts.json`
 * @param loaded files of CMS's that the user loaded: their texts are official and come before the built-in ones
 * @throws SyntaxError where the content is not JSON
 */
export function createInventoryTexts(json: string, loaded: readonly LoadedYear[] = []): InventoryTexts {
  const file = JSON.parse(json) as TextsFile;
  const runs = new Map(Object.entries(file.runs));
  const earlierTexts = new Map(Object.entries(file.earlier));
  const loadedByYear = new Map(loaded.map((one) => [one.year, one]));

  const textAt = (index: number): ActivityText | undefined => {
    const text = file.texts[index];
    return text === undefined ? undefined : { text, official: index < file.officialCount };
  };
  const builtIn = (id: string, year: number): ActivityText | undefined => {
    const run = runs.get(id)?.find(([first, last]) => first <= year && year <= last);
    return run === undefined ? undefined : textAt(run[2]);
  };
  const loadedText = (id: string, year: number): ActivityText | undefined => {
    const text = loadedByYear.get(year)?.activities.get(id)?.text;
    return text === undefined ? undefined : { text: tidied(text), official: true };
  };
  const earlier = (id: string, year: number): ActivityText['earlier'] => {
    const [suspended, lastYear, index] = earlierTexts.get(id) ?? [];
    if (suspended !== year || lastYear === undefined || index === undefined) return undefined;
    const text = (lastYear < year ? loadedText(id, lastYear) : undefined) ?? textAt(index);
    return text === undefined ? undefined : { year: lastYear, ...text };
  };

  return {
    textOf(id, year) {
      const text = loadedText(id, year) ?? builtIn(id, year);
      if (text === undefined) return undefined;
      const before = earlier(id, year);
      // Our summary of a suspended activity already tells what it asked before: only CMS's words add to it.
      return before !== undefined && (text.official || before.official) ? { ...text, earlier: before } : text;
    },
  };
}

/** Where CMS's lists lost a blank: "impairment.This", "services; andThe", "program)for", "group(panel)"; "caregiver(s)" is none. */
const SENTENCE_JOINT = /^(.*[a-z)])\.(?=[A-Z][A-Za-z]+\b)/;
const LIST_JOINT = /(; (?:and\/or|and|or))(?=[A-Z])/g;
const BRACKET_JOINT = /\)(?=[a-z]{2})|[a-z](?=\([a-z]{2})/g;

/** CMS's text with its blanks put in order: list items on lines of their own, none that mean nothing, none missing. */
export function tidied(text: string): string {
  return text
    // In an address a full stop may stand before a capital.
    .replace(/\S+/g, (word) => word.replace(SENTENCE_JOINT, (joint: string, before: string) => (/[/@]/.test(before) ? joint : `${before}. `)))
    .replace(LIST_JOINT, '$1 ')
    .replace(BRACKET_JOINT, '$& ')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\u2022\s*/g, '\n• ')
    .replace(/([:;,.]|\band|\bor) ?- (?=[A-Z])/g, '$1\n- ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
