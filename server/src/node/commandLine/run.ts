import { readArguments, type Invocation } from './arguments.ts';
import { explainActivity } from './commands/explain.ts';
import { exportFile } from './commands/export.ts';
import { listInventory } from './commands/list.ts';
import { reportFiles } from './commands/reportFiles.ts';
import { complain } from './complaints.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { ExitCode, Io } from './io.ts';
import { UnwritableError } from './unwritableError.ts';
import { UsageError } from './usageError.ts';
import { VERSION } from './version.ts';

/**
 * Runs the command line.
 * @param args what stands behind the program's name
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let invocation: Invocation;
  try {
    invocation = readArguments(args);
  } catch (error) {
    return wrongUsage(error, ['mips-plan --help says how to use it'], io);
  }
  try {
    return await carryOut(invocation, io);
  } catch (error) {
    return wrongUsage(error, [], io);
  }
}

async function wrongUsage(error: unknown, advice: readonly string[], io: Io): Promise<ExitCode> {
  if (!(error instanceof UsageError || error instanceof UnwritableError)) throw error;
  await complain([error.message, ...advice], io);
  return 2;
}

async function carryOut(invocation: Invocation, io: Io): Promise<ExitCode> {
  switch (invocation.kind) {
    case 'version':
      await io.stdout.write(`${VERSION}\n`);
      return 0;
    case 'help':
      await io.stdout.write(invocation.command === undefined ? generalHelp() : commandHelp(invocation.command));
      return 0;
    case 'command':
      return runCommand(invocation, io);
  }
}

function runCommand({ command, operands, options }: Extract<Invocation, { kind: 'command' }>, io: Io): Promise<ExitCode> {
  const [operand = ''] = operands;
  switch (command) {
    case 'check':
    case 'score':
      return reportFiles(command, operands, options, io);
    case 'export':
      return exportFile(operand, options, io);
    case 'list':
      return listInventory(options, io);
    case 'explain':
      return explainActivity(operand, options, io);
  }
}
