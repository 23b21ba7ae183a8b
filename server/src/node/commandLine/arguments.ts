import { parseArgs } from 'node:util';
import { enumeration } from '../../text/enumeration.ts';
import { nearest } from '../../text/nearest.ts';
import {
  COMMAND_NAMES, COMMON_OPTIONS, OPTIONS, describeCommand, describeOption, type CommandName, type OptionName,
} from './commandTable.ts';
import { UsageError } from './usageError.ts';

export type Invocation =
  | { readonly kind: 'help'; readonly command: CommandName | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'command'; readonly command: CommandName; readonly operands: readonly string[]; readonly options: OptionValues };

/** The values of the options as they were written, the last of each first asked for; see `commandTable.ts`. */
export type OptionValues = Readonly<Partial<Record<OptionName, readonly string[]>>>;

/**
 * Reads the arguments behind the program's name. Options may stand before and after the command.
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): Invocation {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  const operands: string[] = [];
  const options: Partial<Record<OptionName, string[]>> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const name = optionName(token.name, token.rawName);
    const values = (options[name] ??= []);
    values.push(optionValue(name, token.value, token.inlineValue));
  }
  const [commandWord, ...rest] = operands;
  if (options.version !== undefined) return { kind: 'version' };
  if (commandWord === undefined) {
    if (options.help !== undefined) return { kind: 'help', command: undefined };
    throw new UsageError(`Say what to do: ${COMMAND_NAMES.join(', ')}.`);
  }
  const command = commandName(commandWord);
  if (options.help !== undefined) return { kind: 'help', command };
  checkCommand(command, rest, options);
  return { kind: 'command', command, operands: rest, options };
}

function commandName(word: string): CommandName {
  const name = COMMAND_NAMES.find((command) => command === word);
  if (name !== undefined) return name;
  const [near] = nearest(word, COMMAND_NAMES, 1);
  throw new UsageError(`There is no command ${word}${near === undefined ? `; there are ${COMMAND_NAMES.join(', ')}.` : `; did you mean ${near}?`}`);
}

function optionName(name: string, written: string): OptionName {
  if (Object.hasOwn(OPTIONS, name)) return name as OptionName;
  const [near] = written.startsWith('--') ? nearest(name, Object.keys(OPTIONS), 1) : [];
  throw new UsageError(`There is no option ${written}${near === undefined ? '.' : `; did you mean --${near}?`}`);
}

function optionValue(name: OptionName, value: string | undefined, inline: boolean | undefined): string {
  const { type, value: word, choices } = describeOption(name);
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`--${name} takes no value.`);
    return '';
  }
  // What looks like the next option was hardly meant as this one's value.
  if (value === undefined || value === '' || (inline !== true && value.startsWith('-'))) throw new UsageError(`--${name} needs a value: --${name} ${word ?? ''}.`);
  if (choices !== undefined && !choices.includes(value)) throw new UsageError(`--${name} ${value} is not possible; write ${enumeration(choices, 'or')}.`);
  return value;
}

function checkCommand(command: CommandName, operands: readonly string[], options: OptionValues): void {
  const { operands: words, operandCount, options: own, required, formats } = describeCommand(command);
  for (const name of Object.keys(options) as OptionName[]) {
    if (!own.includes(name) && !COMMON_OPTIONS.includes(name)) throw new UsageError(`${command} has no option --${name}.`);
  }
  for (const format of options.format ?? []) {
    if (!formats.includes(format)) throw new UsageError(`${command} cannot print ${format}; write --format ${enumeration(formats, 'or')}.`);
  }
  if (operands.length < operandCount.least) throw new UsageError(`${command} needs ${words}: mips-plan ${command} ${words}`);
  if (operands.includes('')) throw new UsageError(`There is an empty word where ${command} takes ${words}; is a variable of the shell not set?`);
  if (operands.length > operandCount.most) {
    throw new UsageError(`${command} takes ${words === '' ? 'options only' : `one ${words}`}; ${operands[operandCount.most] ?? ''} is too much.`);
  }
  for (const name of required) {
    if (options[name] === undefined) throw new UsageError(`${command} needs --${name} ${describeOption(name).choices?.[0] ?? describeOption(name).value ?? ''}.`);
  }
}
