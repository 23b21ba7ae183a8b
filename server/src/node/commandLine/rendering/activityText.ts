import type { Colors } from 'picocolors/types';
import { mvpPoints, traditionalPoints } from '../../../export/inventoryJson.ts';
import { documentationFor, type Documentation } from '../../../inventory/documentation.ts';
import type { ActivityText, Inventory, InventoryActivity, InventoryTexts } from '../../../inventory/inventory.ts';
import { subcategoryLabel } from '../../../inventory/subcategories.ts';
import { RETENTION_YEARS } from '../../../../data/performanceYears.ts';
import { MEDICAL_HOME_ID } from '../../../score/judgement.ts';
import { inWords, lastStart } from '../../../score/minimumPeriod.ts';
import { dateInWords } from '../../../text/dateInWords.ts';
import { enumeration } from '../../../text/enumeration.ts';
import { printable } from './printable.ts';
import { pad, wrapped } from './table.ts';

/** All that is known about an activity of a year. @param year one in which CMS lists it */
export function activityText(activity: InventoryActivity, year: number, inventory: Inventory, texts: InventoryTexts, colors: Colors): string {
  const facts = factsOf(activity, year, inventory);
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    colors.bold(`${activity.id}  ${printable(activity.titleIn(year))}`),
    colors.dim(`${activity.subcategoryIn(year) === null ? '' : `${printable(subcategoryLabel(activity.subcategoryIn(year)))}, `}${year}`),
    '',
    ...requirement(texts.textOf(activity.id, year), colors),
    '',
    ...facts.flatMap(([name, value]) => factLines(name, value, width, colors)),
    '',
  ].join('\n');
}

/** Years as people write them: "2017 to 2019 and 2022". */
export function yearsText(years: readonly number[]): string {
  const runs: string[] = [];
  for (let from = 0; from < years.length;) {
    let to = from;
    while (years[to + 1] === (years[to] ?? 0) + 1) to++;
    runs.push(from === to ? String(years[from]) : `${years[from] ?? ''} to ${years[to] ?? ''}`);
    from = to + 1;
  }
  return enumeration(runs);
}

/** What became of an activity that is no longer listed, in a sentence. */
export function becameOf({ successor }: InventoryActivity, inventory: Inventory): string | undefined {
  if (successor === null) return undefined;
  const next = successor.id === null ? undefined : inventory.activity(successor.id);
  return next === undefined || successor.note.includes(next.id) ? successor.note : `${successor.note} See ${next.id} (${next.title}).`;
}

function requirement(text: ActivityText | undefined, colors: Colors): string[] {
  if (text === undefined) return ['No text is known.'];
  const { earlier } = text;
  return [
    colors.dim(text.official ? 'What CMS asks for, in its own words:' : 'What CMS asks for, in our summary:'),
    ...wrapped(text.text, '  '),
    ...(earlier === undefined ? [] : [
      colors.dim(`Before, in ${earlier.year}${earlier.official ? ', in CMS’s own words' : ', in our summary'}:`),
      ...wrapped(earlier.text, '  '),
    ]),
  ];
}

type Fact = readonly [name: string, value: string];

function factsOf(activity: InventoryActivity, year: number, inventory: Inventory): Fact[] {
  const suspended = activity.suspendedIn(year);
  const repeat = activity.repeatYearsIn(year);
  const mvps = activity.mvpsIn(year);
  const became = becameOf(activity, inventory);
  const before = inventory.activities.filter(({ successor }) => successor?.id === activity.id && successor.relation.startsWith('renumbered'));
  const documentation = documentationFor(activity.id, year);
  return [
    ['Weight', weights(activity)],
    ['Points', pointsText(activity, year)],
    ['Period', periodText(activity, year)],
    ...(suspended === null ? [] : [['Suspended', `on ${dateInWords(suspended)}: it counts only if it was under way or completed on that day`] as const]),
    ...(repeat === null ? [] : [['Repeated', `at most once in ${repeat} years`] as const]),
    ...(mvps.length === 0 ? [] : [['MVPs', `${mvps.join(', ')} (${year})`] as const]),
    ['Evidence', documentation === undefined ? `records that show what was done, by whom and on which days; keep them for ${RETENTION_YEARS} years` : evidenceText(documentation)],
    ['Listed', yearsText(activity.years)],
    ...before.map((one) => ['Before', `${one.id}, ${yearsText(one.years)}`] as const),
    ...(became === undefined ? [] : [['Became', became] as const]),
  ];
}

/** "medium from 2017, high from 2022, none from 2025". */
function weights(activity: InventoryActivity): string {
  const changes: string[] = [];
  let last: string | undefined;
  for (const year of activity.years) {
    const weight = activity.weightIn(year) ?? 'none';
    if (weight !== last) changes.push(`${weight} from ${year}`);
    last = weight;
  }
  return changes.length === 1 && last === 'none' ? 'none' : changes.join(', ');
}

function pointsText(activity: InventoryActivity, year: number): string {
  const { standard, specialStatus } = traditionalPoints(activity, year);
  const inMvp = mvpPoints(activity, year);
  const traditional = standard === specialStatus
    ? `${standard} in traditional MIPS`
    : `${standard} in traditional MIPS, ${specialStatus} with a special status`;
  return [...(standard === 0 ? [] : [traditional]), ...(inMvp === undefined ? [] : [`${inMvp} in an MVP`])].join(', ');
}

function periodText(activity: InventoryActivity, year: number): string {
  if (activity.id === MEDICAL_HOME_ID) return 'none needed';
  const minimum = activity.minimumPeriodIn(year);
  if (minimum === 'any') return 'any length: a completed course, program or study';
  return `at least ${inWords(minimum)} in a row; begin by ${dateInWords(lastStart(year, minimum, activity.suspendedIn(year)))}`;
}

function evidenceText({ need, items }: Documentation): string {
  const asked = { any: 'CMS suggests any one of these', two: 'CMS suggests two of these', all: 'CMS suggests all of these', unstated: 'for example' }[need];
  return items.length === 1 ? (items[0] ?? '') : `${asked}:\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function factLines(name: string, value: string, width: number, colors: Colors): string[] {
  const indentation = ' '.repeat(width + 2);
  const [first = '', ...rest] = wrapped(value, indentation);
  return [colors.dim(pad(name, width)) + first.slice(width), ...rest];
}
