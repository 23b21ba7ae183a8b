import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../server/src/node/commandLine/commandTable.ts';
import { runWith } from './fakeIo.ts';

describe('wrong usage', () => {
  it.each([
    [[], 'Say what to do: check, score, export, list, explain.'],
    [['chekc'], 'There is no command chekc; did you mean check?'],
    [['frobnicate'], 'There is no command frobnicate; there are check, score, export, list, explain.'],
    [['check'], 'check needs PATH…: mips-plan check PATH…'],
    [['check', ''], 'There is an empty word where check takes PATH…; is a variable of the shell not set?'],
    [['check', '--formt', 'json', 'a'], 'There is no option --formt; did you mean --format?'],
    [['check', '-x', 'a'], 'There is no option -x.'],
    [['check', 'a', '--format'], '--format needs a value: --format FORMAT.'],
    [['check', 'a', '--format', '--color', 'never'], '--format needs a value: --format FORMAT.'],
    [['check', 'a', '--as-of='], '--as-of needs a value: --as-of DATE.'],
    [['check', 'a', '--format', 'xml'], 'check cannot print xml; write --format text, json or sarif.'],
    [['score', 'a', '--format', 'sarif'], 'score cannot print sarif; write --format text or json.'],
    [['score', 'a', '--max-warnings', '1'], 'score has no option --max-warnings.'],
    [['check', 'a', '--year', '2024'], 'check has no option --year.'],
    [['check', 'a', '--max-warnings', 'few'], '--max-warnings few is not a whole number.'],
    [['check', 'a', '--as-of', '2024-02-30'], '--as-of 2024-02-30 is not a date of the calendar; write it as YYYY-MM-DD.'],
    [['check', 'a', '--as-of', '31.12.2024'], '--as-of 31.12.2024 is not a date of the calendar; write it as YYYY-MM-DD.'],
    [['check', 'a', '--color', 'yes'], '--color yes is not possible; write auto, always or never.'],
    [['check', 'a', '--help=yes'], '--help takes no value.'],
    [['export', 'a'], 'export needs --to qpp-json.'],
    [['export', 'a', '--to', 'csv'], '--to csv is not possible; write qpp-json or html.'],
    [['export', '--to', 'qpp-json'], 'export needs FILE: mips-plan export FILE'],
    [['export', 'a', 'b', '--to', 'qpp-json'], 'export takes one FILE; b is too much.'],
    [['list'], 'list needs --year YEAR.'],
    [['list', 'a', '--year', '2024'], 'list takes options only; a is too much.'],
    [['list', '--year', '2016'], 'There is no inventory of 2016; there are 2017 to 2026. Load another year with --inventory FILE.'],
    [['list', '--year', '2024', '--mvp', 'G0056'], '2024 has no MVP G0056; did you mean G0053 or G0054 or G0055?'],
    [['list', '--year', '2018', '--mvp', 'G0053'], '2018 has no MVP G0053; there are none that year.'],
    [['list', '--year', '2024', '--weight', 'low'], '--weight low is not possible; write high or medium.'],
    [['explain'], 'explain needs ID: mips-plan explain ID'],
    [['explain', 'IA_BMH_77'], 'CMS has no activity IA_BMH_77; did you mean IA_BMH_7 (Implementation of Integrated Patient Centered Behavioral Health Model)?'],
    [['explain', 'IA_BE_27', '--year', '2025'], 'IA_BE_27 is not in the inventory of 2025; CMS lists it in 2026.'],
  ])('%j ends with 2 and says what to write', async (args, message) => {
    const { code, stdout, stderr } = await runWith(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.split('\n')[0]).toBe(`mips-plan: ${message}`);
  });

  it('points to the help where the arguments cannot be understood', async () => {
    expect((await runWith(['chekc'])).stderr).toContain('mips-plan --help says how to use it\n');
  });
});

describe('help and version', () => {
  it('names every command', async () => {
    const { code, stdout } = await runWith(['--help']);
    expect(code).toBe(0);
    for (const name of COMMAND_NAMES) expect(stdout).toContain(`mips-plan ${name}`);
  });

  it.each(COMMAND_NAMES)('tells how to use %s', async (name) => {
    const before = await runWith(['--help', name]);
    const behind = await runWith([name, '-h']);
    expect(before).toEqual(behind);
    expect(behind.code).toBe(0);
    expect(behind.stdout).toMatch(new RegExp(`^mips-plan ${name}\\b`));
    expect(behind.stdout).toContain('--as-of DATE');
  });

  it('fits into 110 columns', async () => {
    for (const args of [['--help'], ...COMMAND_NAMES.map((name) => [name, '--help'])]) {
      const { stdout } = await runWith(args);
      expect(stdout.split('\n').filter((line) => line.length > 110)).toEqual([]);
    }
  });

  it('prints the version', async () => {
    const { code, stdout } = await runWith(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('options', () => {
  it('may stand before the command, behind it, with = or without', async () => {
    const expected = await runWith(['list', '--year', '2024', '--weight', 'high']);
    expect(expected.code).toBe(0);
    expect(await runWith(['--year=2024', 'list', '--weight=high'])).toEqual(expected);
  });
});
