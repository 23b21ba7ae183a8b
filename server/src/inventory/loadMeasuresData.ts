import { isActivityId } from './activityId.ts';
import { differencesFromTables } from './coveredYear.ts';
import { jsonSyntaxErrorPlace } from './jsonSyntax.ts';
import type { LoadedActivity, LoadedYear } from './loadedYear.ts';
import { performanceYearOf } from './performanceYearOfFile.ts';

/** What a file of CMS's gave. */
export interface MeasuresDataResult {
  /** Null where nothing in the file can be used. */
  readonly loaded: LoadedYear | null;
  /** One sentence for each thing wrong, with file and place: "measures-data.json: entry 12 (IA_BE_1): `title` is not text". */
  readonly errors: readonly string[];
  /** What a person should know though nothing is wrong: where the file of a covered year differs from the tables. */
  readonly notes: readonly string[];
}

const MVP_ID = /^[GM]\d{4}$/;

/**
 * Reads CMS's `measures-data.json` of one performance year: a list of the measures of all categories, of which the
 * improvement activities (`category` is `ia`) are kept. A bad entry is reported and the others are kept.
 *
 * @param fileName name or path; a year in it tells the performance year (see `performanceYearOf`)
 */
export function loadMeasuresData(text: string, fileName: string): MeasuresDataResult {
  const refused = (error: string): MeasuresDataResult => ({
    loaded: null,
    errors: [`${fileName}: ${error}`],
    notes: [],
  });
  const json = text.replace(/^\uFEFF/, '');
  let measures: unknown;
  try {
    measures = JSON.parse(json);
  } catch {
    const { line, column } = jsonSyntaxErrorPlace(json);
    return refused(`line ${line}, column ${column}: not JSON`);
  }
  if (!Array.isArray(measures)) return refused('not a list of measures as in CMS’s measures-data.json');

  const entries = measures.map((value, index) => new Entry(value, index + 1)).filter((entry) => entry.isActivity);
  if (entries.length === 0) return refused('holds no improvement activities');

  const errors: string[] = [];
  const activities = new Map<string, LoadedActivity>();
  for (const entry of entries) {
    const activity = entry.read();
    if (typeof activity === 'string') errors.push(`${fileName}: ${entry.place}: ${activity}`);
    else if (activities.has(activity.id)) errors.push(`${fileName}: ${entry.place}: the id is there twice; the first is kept`);
    else activities.set(activity.id, activity);
  }
  const year = performanceYearOf(fileName, activities.keys(), measures.map(firstPerformanceYear));
  if (typeof year === 'string') errors.push(`${fileName}: ${year}`);
  if (typeof year === 'string' || activities.size === 0) return { loaded: null, errors, notes: [] };
  const loaded = { year, fileName, activities };
  return { loaded, errors, notes: differencesFromTables(loaded).map((note) => `${fileName}: ${note}`) };
}

/** One element of the list. */
class Entry {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #number: number;

  constructor(value: unknown, number: number) {
    this.#fields = isRecord(value) ? value : {};
    this.#number = number;
  }

  /** CMS always gives the category; lists cut down to the activities are known by their ids. */
  get isActivity(): boolean {
    const { category, measureId } = this.#fields;
    return category === 'ia' || (category === undefined && typeof measureId === 'string' && isActivityId(measureId));
  }

  get place(): string {
    const { measureId } = this.#fields;
    return typeof measureId === 'string' ? `entry ${this.#number} (${measureId})` : `entry ${this.#number}`;
  }

  /** The activity, or what is wrong with it. */
  read(): LoadedActivity | string {
    const { measureId, title, description, weight = null, subcategoryId = null, allowedPrograms = [] } = this.#fields;
    if (typeof measureId !== 'string') return '`measureId` is not text';
    if (!isActivityId(measureId)) return '`measureId` is not the id of an activity';
    if (typeof title !== 'string') return '`title` is not text';
    if (title.trim() === '') return '`title` is empty';
    if (typeof description !== 'string') return '`description` is not text';
    if (description.trim() === '') return '`description` is empty';
    if (weight !== null && weight !== 'high' && weight !== 'medium') return '`weight` is not `high`, `medium` or null';
    if (subcategoryId !== null && typeof subcategoryId !== 'string') return '`subcategoryId` is not text or null';
    if (!isListOfText(allowedPrograms)) return '`allowedPrograms` is not a list of text';
    return {
      id: measureId,
      title: title.replace(/\s+/g, ' ').trim(),
      weight,
      subcategory: subcategoryId,
      text: description,
      mvps: allowedPrograms.filter((program) => MVP_ID.test(program)),
    };
  }
}

function firstPerformanceYear(measure: unknown): unknown {
  return isRecord(measure) ? measure['firstPerformanceYear'] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
