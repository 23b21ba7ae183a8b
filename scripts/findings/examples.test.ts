import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { CATALOGUE } from '../../server/src/findings/catalogue.ts';
import { DOCUMENTATION } from '../../server/src/findings/catalogue/documentation.ts';
import type { FindingExample } from '../../server/src/findings/catalogue/findingDocumentation.ts';
import { FINDING_CODES, type Finding, type FindingCode } from '../../server/src/findings/finding.ts';
import { exampleContext } from './pages.ts';

const LIMITS: readonly FindingCode[] = ['document-too-large', 'too-many-aliases', 'nesting-too-deep'];
const EXAMPLES = FINDING_CODES.flatMap((code): [FindingCode, FindingExample][] => {
  const { example } = DOCUMENTATION[code];
  return example === undefined ? [] : [[code, example]];
});

describe('the examples of the pages', () => {
  it('are there for every code but the limits', () => {
    expect(FINDING_CODES.filter((code) => DOCUMENTATION[code].example === undefined)).toEqual(LIMITS);
  });

  describe.each(EXAMPLES)('%s', (code, example) => {
    const found = (text: string): readonly Finding[] => analyse(text, exampleContext(example)).findings;

    it('is in the wrong plan, without another error', () => {
      const findings = found(example.wrong);
      const severities = findings.filter((finding) => finding.code === code).map(({ severity }) => severity);
      expect(severities).toHaveLength(1);
      expect([CATALOGUE[code].severity, CATALOGUE[code].alsoSeverity]).toContain(severities[0]);
      expect(findings.filter((finding) => finding.code !== code && finding.severity === 'error')).toEqual([]);
    });

    it('is not in the right plan, which has neither errors nor warnings', () => {
      const findings = found(example.right);
      expect(findings.map((finding) => finding.code)).not.toContain(code);
      expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
    });

    it('is hidden by the comment that the page shows', () => {
      const analysis = analyse(example.wrong, exampleContext(example));
      const finding = analysis.findings.find((candidate) => candidate.code === code);
      const line = analysis.source.positionAt(finding?.span.start ?? 0).line;
      const lines = example.wrong.split('\n');
      const indentation = /^ */.exec(lines[line] ?? '')?.[0] ?? '';
      const suppressed = lines.toSpliced(line, 0, `${indentation}# mips-disable-next-line ${code}`).join('\n');
      expect(found(suppressed).filter((candidate) => candidate.code === code)).toEqual([]);
    });
  });

  it('have both severities of a suspended activity', () => {
    const example = DOCUMENTATION['activity-suspended'].example as FindingExample;
    const severities = ['2025-05-07', '2025-05-06'].map((start) => {
      const { findings } = analyse(example.wrong.replace('2025-06-01', start), exampleContext(example));
      return findings.find(({ code }) => code === 'activity-suspended')?.severity;
    });
    expect(severities).toEqual(['error', 'warning']);
  });
});

/** Beside the smallest file over each limit, the largest within it. */
const AT_THE_LIMITS: Record<string, { readonly within: string; readonly over: string }> = {
  'document-too-large': { within: `# ${'x'.repeat(2 * 1024 * 1024 - 2)}`, over: `# ${'x'.repeat(2 * 1024 * 1024 - 1)}` },
  'too-many-aliases': { within: aliases(9_990), over: aliases(10_010) },
  'nesting-too-deep': { within: nested(64), over: nested(65) },
};

describe('the limits', () => {
  it.each(LIMITS)('%s is the only finding of a file over it, and of none within it', (code) => {
    const { within, over } = AT_THE_LIMITS[code] as (typeof AT_THE_LIMITS)[string];
    const refused = analyse(over, exampleContext({ wrong: over, right: within }));
    expect(refused.findings.map((finding) => [finding.code, finding.severity])).toEqual([[code, CATALOGUE[code].severity]]);
    expect(refused.plans).toEqual([]);
    const read = analyse(within, exampleContext({ wrong: over, right: within }));
    expect(read.findings.filter((finding) => LIMITS.includes(finding.code))).toEqual([]);
  });
});

/** A file whose aliases repeat about so many values. */
function aliases(values: number): string {
  return `a: &ten [${Array.from({ length: 9 }, () => 'x').join(', ')}]\nb: [${Array.from({ length: values / 10 }, () => '*ten').join(', ')}]\n`;
}

/** Collections so many deep, the plan's own map counted. */
function nested(depth: number): string {
  return `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`;
}
