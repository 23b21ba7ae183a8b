import type { Field } from '../../plan/model.ts';
import { replaceBy, type CheckContext, type Checks } from '../check.ts';

/** TINs and NPIs. No message repeats them: a TIN may be a Social Security number. */
export const identifierChecks: Checks = {
  *'invalid-npi'(context) {
    for (const npi of npisOf(context)) {
      const problem = npi.value === undefined ? undefined : npiProblem(npi.value.value);
      if (npi.value !== undefined && problem !== undefined) yield { place: npi.value, message: problem };
    }
  },

  *'invalid-tin'({ plan }) {
    const tin = plan.practice.value?.value.tin.value;
    if (tin === undefined || tinDigits(tin.value) !== undefined) return;
    const digits = tin.value.replace(/\D/g, '').length;
    yield {
      place: tin,
      message: /^[\d-]+$/.test(tin.value)
        ? digits === 9 ? 'The dashes of this TIN are in the wrong places; write 12-3456789, or digits only.' : `A TIN has 9 digits, this one has ${digits}; correct it.`
        : 'A TIN has 9 digits and nothing else; correct it.',
    };
  },

  *'tin-in-plain-text'({ plan }) {
    const tin = plan.practice.value?.value.tin.value;
    const digits = tin === undefined ? undefined : tinDigits(tin.value);
    if (tin === undefined || digits === undefined || digits.startsWith('000')) return;
    yield {
      place: tin,
      message: 'This TIN may be a Social Security number, for anybody to read; keep a number that begins with 000 here and put the real one in before you export.',
      fixes: () => [replaceBy(tin, '"000000000"', 'Replace with a placeholder')],
    };
  },
};

/** The digits of a TIN as the format takes it (`123456789` or `12-3456789`), else undefined. */
export function tinDigits(text: string): string | undefined {
  return /^(\d{9}|\d{2}-\d{7})$/.test(text) ? text.replace('-', '') : undefined;
}

function* npisOf({ plan, facts }: CheckContext): Iterable<Field<string>> {
  const submission = plan.submission.value?.value;
  if (submission !== undefined && (facts.level === undefined || facts.level === 'individual')) yield submission.npi;
  for (const clinician of plan.roster.value?.value ?? []) yield clinician.npi;
}

/**
 * What is wrong with an NPI, or undefined: ten digits of which the last is the Luhn check digit over `80840` and the
 * first nine (ISO/IEC 7812; CMS, NPI check digit calculation).
 */
function npiProblem(text: string): string | undefined {
  if (!/^\d+$/.test(text)) return 'An NPI has 10 digits and nothing else; correct it.';
  if (text.length !== 10) return `An NPI has 10 digits, this one has ${text.length}; correct it.`;
  // The prefix 80840 adds a constant 24 to the sum.
  let sum = 24;
  for (let i = 0; i < 10; i++) {
    const digit = Number(text[i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 ? undefined : 'The check digit of this NPI does not fit its other digits; check it for a typing error.';
}
