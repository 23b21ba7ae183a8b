/** The commands and their options, from which the arguments are read and the help is made. */

export interface OptionDescription {
  readonly type: 'string' | 'boolean';
  /** How the help calls the value: "DATE". */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly multiple?: boolean;
  readonly short?: string;
  readonly summary: string;
}

export const OPTIONS = {
  format: { type: 'string', value: 'FORMAT', summary: 'what to print' },
  'as-of': { type: 'string', value: 'DATE', summary: 'check and score as of this date, YYYY-MM-DD (default: today)' },
  inventory: { type: 'string', value: 'FILE', multiple: true, summary: 'also load this measures-data.json from CMS; can be repeated' },
  color: { type: 'string', value: 'WHEN', choices: ['auto', 'always', 'never'], summary: 'use colours: auto (default), always or never' },
  'max-warnings': { type: 'string', value: 'N', summary: 'exit with 1 if there are more than N warnings' },
  to: { type: 'string', value: 'FORMAT', choices: ['qpp-json', 'html'], summary: 'what to make: qpp-json, the submission as CMS takes it, or html, a report' },
  year: { type: 'string', value: 'YEAR', summary: 'the performance year' },
  search: { type: 'string', value: 'WORDS', summary: 'only activities with these words in the id, title or subcategory' },
  mvp: { type: 'string', value: 'ID', summary: 'only activities of this MIPS Value Pathway' },
  subcategory: { type: 'string', value: 'S', summary: 'only activities of this subcategory' },
  weight: { type: 'string', value: 'W', choices: ['high', 'medium'], summary: 'only activities of this weight: high or medium' },
  help: { type: 'boolean', short: 'h', summary: 'show this help' },
  version: { type: 'boolean', summary: 'show the version' },
} as const satisfies Record<string, OptionDescription>;
export type OptionName = keyof typeof OPTIONS;

export interface CommandDescription {
  /** What stands behind the command's name: "PATH…". */
  readonly operands: string;
  readonly operandCount: { readonly least: number; readonly most: number };
  readonly summary: string;
  readonly details: readonly string[];
  readonly formats: readonly string[];
  /** Besides those that every command has. */
  readonly options: readonly OptionName[];
  readonly required: readonly OptionName[];
}

export const COMMON_OPTIONS: readonly OptionName[] = ['format', 'as-of', 'inventory', 'color', 'help', 'version'];

const PATHS = [
  'PATH is a file, a folder (searched for *.mips.yaml and *.mips.yml, folders',
  'named node_modules or with a dot in front left out) or - for standard input.',
];

const COMMANDS = {
  check: {
    operands: 'PATH…',
    operandCount: { least: 1, most: Infinity },
    summary: 'say what is wrong with plans, and what to do about it',
    details: [...PATHS, '', 'Exit code: 0 fine, 1 errors (or too many warnings), 2 wrong usage or an', 'unreadable file.'],
    formats: ['text', 'json', 'sarif'],
    options: ['max-warnings'],
    required: [],
  },
  score: {
    operands: 'PATH…',
    operandCount: { least: 1, most: Infinity },
    summary: 'show points, secured points and the contribution to the final score',
    details: [...PATHS, '', 'Exit code: 0 fine, 2 wrong usage or an unreadable file.'],
    formats: ['text', 'json'],
    options: [],
    required: [],
  },
  export: {
    operands: 'FILE',
    operandCount: { least: 1, most: 1 },
    summary: 'write the submission of a plan without errors, or a report',
    details: [
      '--to qpp-json prints one JSON object for a file with one plan, a list for several.',
      '--to html prints a report as one page for reading, printing and sending. It shows',
      'the last four digits of a TIN and is made with errors too, which it lists.',
      '',
      'Exit code: 0 fine, 1 refused because of errors (listed on standard error),',
      '2 wrong usage or an unreadable file.',
    ],
    formats: ['text', 'json'],
    options: ['to'],
    required: ['to'],
  },
  list: {
    operands: '',
    operandCount: { least: 0, most: 0 },
    summary: 'list the improvement activities of a year',
    details: ['Exit code: 0 fine, 2 wrong usage.'],
    formats: ['text', 'json'],
    options: ['year', 'search', 'mvp', 'subcategory', 'weight'],
    required: ['year'],
  },
  explain: {
    operands: 'ID',
    operandCount: { least: 1, most: 1 },
    summary: 'say what one activity asks for, and its ids before and after',
    details: ['Without --year: the newest year in which CMS lists it.', '', 'Exit code: 0 fine, 2 wrong usage.'],
    formats: ['text', 'json'],
    options: ['year'],
    required: [],
  },
} as const satisfies Record<string, CommandDescription>;
export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export function describeCommand(name: CommandName): CommandDescription {
  return COMMANDS[name];
}

export function describeOption(name: OptionName): OptionDescription {
  return OPTIONS[name];
}
