import { capitalised } from '../../text/capitalised.ts';
import { enumeration } from '../../text/enumeration.ts';
import { COMMAND_NAMES, COMMON_OPTIONS, describeCommand, describeOption, type CommandName, type OptionName } from './commandTable.ts';

/** What `mips-plan --help` says. */
export function generalHelp(): string {
  const synopses = COMMAND_NAMES.map(synopsis);
  const width = Math.max(...synopses.map((line) => line.length));
  return [
    'mips-plan checks and scores attestation plans for MIPS improvement activities.',
    '',
    ...COMMAND_NAMES.map((name, index) => `  ${(synopses[index] ?? '').padEnd(width)}  ${describeCommand(name).summary}`),
    '',
    ...optionLines(COMMON_OPTIONS),
    '',
    'mips-plan COMMAND --help says more about a command.',
    '',
  ].join('\n');
}

/** What `mips-plan COMMAND --help` says. */
export function commandHelp(name: CommandName): string {
  const { summary, details, options, required } = describeCommand(name);
  const optional = options.filter((option) => !required.includes(option));
  const optionalWords = optional.map((option) => ` [${usage(option)}]`).join('');
  return [
    `${synopsis(name)}${optionalWords} [OPTIONS]`,
    '',
    `${capitalised(summary)}.`,
    '',
    ...details,
    '',
    ...optionLines([...options, ...COMMON_OPTIONS], name),
    '',
  ].join('\n');
}

function synopsis(name: CommandName): string {
  const { operands, required } = describeCommand(name);
  return ['mips-plan', name, operands, ...required.map(usage)].filter((part) => part !== '').join(' ');
}

function usage(option: OptionName): string {
  const { value, choices } = describeOption(option);
  if (value === undefined) return `--${option}`;
  return `--${option} ${choices?.length === 1 ? choices[0] : value}`;
}

function optionLines(names: readonly OptionName[], command?: CommandName): string[] {
  const words = names.map((name) => {
    const { short, value } = describeOption(name);
    return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  });
  const width = Math.max(...words.map((word) => word.length));
  return names.map((name, index) => `  ${(words[index] ?? '').padEnd(width)}  ${optionSummary(name, command)}`);
}

function optionSummary(name: OptionName, command: CommandName | undefined): string {
  const { summary } = describeOption(name);
  if (name !== 'format') return summary;
  const formats = command === undefined ? ['text', 'json', 'sarif with check'] : describeCommand(command).formats;
  const [first, ...others] = formats;
  return `${summary}: ${enumeration([`${first ?? ''} (default)`, ...others], 'or')}`;
}
