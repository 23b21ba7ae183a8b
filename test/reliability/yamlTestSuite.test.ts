import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { TEST_CONTEXT } from '../../server/src/features/testing/markedText.ts';

interface Case {
  readonly label: string;
  readonly text: string;
  readonly fails: boolean;
}

interface Suite {
  readonly default: readonly { readonly id: string; readonly cases: readonly { readonly name?: string; readonly yaml?: string; readonly fail?: boolean }[] }[];
}

/** Named so that the compiler does not read its types: one for each case, of megabytes. */
const PACKAGE = ['yaml', 'test', 'suite'].join('-');
const { default: yamlTestSuite } = (await import(PACKAGE)) as Suite;
const cases = yamlTestSuite.flatMap(({ id, cases: own }) =>
  own.map(({ name = '', yaml = '', fail = false }, index): Case => ({ label: `${id}/${String(index)} ${name}`, text: yaml, fails: fail })));

/** Where we differ, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'X38W/0 Aliases in Flow Objects': 'An anchor within a list that is a key: the format has no such key, so what stands in it is not read.',
};

describe('The official YAML test suite, opened as plans', () => {
  it('is there as a whole', () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(cases.filter(({ fails }) => fails).length).toBeGreaterThan(90);
  });

  it('has a finding about the syntax where a case is invalid, and none where it is valid', () => {
    const differing = cases.filter(({ text, fails }) => fails !== analyse(text, TEST_CONTEXT).findings.some(({ code }) => code === 'yaml-syntax'));
    expect(differing.map(({ label }) => label)).toEqual(Object.keys(EXCEPTIONS));
  });
});
