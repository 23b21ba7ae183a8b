import { FORMAT, type KeyDescription, type MapName } from '../../server/src/plan/format.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { LIMITS } from '../../server/src/yaml/parsed.ts';

const MADE_BY = '<!-- Made by scripts/findings/writePages.mjs from server/src/plan/format.ts and scripts/planFormat; edit these and run it. -->';

/** The maps in the order of the page, each with its heading and what is to be known of it beside its keys. */
const SECTIONS: readonly { readonly map: MapName; readonly heading: string; readonly notes?: string }[] = [
  { map: 'plan', heading: 'A plan' },
  {
    map: 'practice', heading: '`practice`',
    notes: '`clinicians` is needed at every level but `individual`, unless there is a `roster`, which is counted instead.',
  },
  { map: 'submission', heading: '`submission`' },
  { map: 'medical_home', heading: '`medical_home`' },
  { map: 'apm', heading: '`apm`', notes: '`apm: {}` says that the entity takes part, and nothing more.' },
  {
    map: 'clinician', heading: 'A clinician of the `roster`',
    notes: 'Before each stands a short name of letters, digits, `-` and `_` that begins with a letter. A short name alone (`adams:`) is a clinician, too. Without a roster the names in `performed_by` are counted and not checked.',
  },
  {
    map: 'activity', heading: 'An activity',
    notes: 'In `performed_by` a name counts once, and `[]` is nobody. A map from names to periods (`{ adams: 2024-02-01/2024-06-30 }`) stands for `period` as well.',
  },
  { map: 'period', heading: 'A `period` as a map', notes: 'With one end missing it is unfinished, and counts as absent.' },
  {
    map: 'evidence', heading: 'A piece of `evidence` as a map',
    notes: 'A text alone is a link where it holds `://`, and otherwise the path of a file.',
  },
];

/** What the page begins with. */
export const EXAMPLE = `performance_year: 2024
practice:
  name: Riverbend Family Medicine
  clinicians: 12
submission:
  level: group
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: 9
    status: completed
    evidence:
      - evidence/after-hours-log.pdf
`;

/** The text of docs/plan-format.md. */
export function planFormatPage(): string {
  const parts = [
    '# The plan format',
    'Version 1. A plan says which improvement activities one reporting entity attests for one performance year, and what supports each of them. It is YAML 1.2 (core schema) in UTF-8, in a file named `*.mips.yaml` or `*.mips.yml`.',
    `\`\`\`yaml\n${EXAMPLE}\`\`\``,
    'A file may hold several plans as YAML documents, parted by `---`: for example that of a group and that of one of its clinicians. Each is scored for itself, and the best one counts.',
    ...SECTIONS.flatMap(({ map, heading, notes }) => [`## ${heading}`, keyTable(FORMAT[map]), ...choiceTables(FORMAT[map]), ...(notes === undefined ? [] : [notes])]),
    ...RULES,
  ];
  return `${MADE_BY}\n\n${parts.join('\n\n')}\n`;
}

const RULES: readonly string[] = [
  '## What is unfinished, and what is wrong',
  'A key without a value (`period:`) is a line that somebody is still writing: it counts as absent. So does a value that cannot be read, which is reported; but an activity whose `period` or `performed_by` cannot be read earns nothing. Of a key that stands twice the first counts. Keys that the format lacks are reported and ignored; keys that mean nothing in a plan (`mvp` with another program) are ignored.',
  'A document without content is no plan. A dash alone in `activities` is an entry that was just begun.',
  '## Values',
  [
    '- **Dates** are days of the calendar, `YYYY-MM-DD`, without times or zones.',
    '- **Identifiers** stand in quotes, so that zeros at their beginning stay: `tin: "000123456"`. A TIN may be written `00-0123456`.',
    '- **Ids of activities** are told apart by upper and lower case.',
    '- **All of YAML works**: anchors, aliases and merge keys (`<<`), flow style, block text, comments.',
  ].join('\n'),
  '## Comments that hide findings',
  [
    '| comment | hides findings of these codes |',
    '|---|---|',
    '| `# mips-disable-line CODE` | on its own line |',
    '| `# mips-disable-next-line CODE` | on the next line |',
    '| `# mips-disable-file CODE` | in the whole file |',
  ].join('\n'),
  'Several codes are parted by blanks or commas; what follows `--` or another `#` says why. The score stays as it is. [All codes](findings/README.md).',
  '## Limits',
  `A file is not read, and has one finding that says so, if it is larger than ${formatNumber(LIMITS.fileBytes / 1024 / 1024)} MiB, if following its aliases gives more than ${grouped(LIMITS.aliasNodes)} values or ${formatNumber(LIMITS.aliasText / 1024 / 1024)} MiB of text, or if lists and maps are nested more than ${LIMITS.nesting} deep.`,
];

function keyTable(keys: readonly KeyDescription[]): string {
  const rows = keys.map(({ name, required, expects, summary }) => `| \`${name}\`${required === true ? ' (needed)' : ''} | ${expects} | ${summary} |`);
  return ['| key | value | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** The words that can stand behind keys, a table for each of these keys. */
function choiceTables(keys: readonly KeyDescription[]): readonly string[] {
  return keys.flatMap(({ name, choices }) => {
    if (choices === undefined) return [];
    return [[`| \`${name}\` | meaning |`, '|---|---|', ...choices.map(({ value, summary }) => `| \`${value}\` | ${summary} |`)].join('\n')];
  });
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
