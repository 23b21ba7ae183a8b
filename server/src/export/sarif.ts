import type { ArtifactLocation, Fix as SarifFix, Log, Notification, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import type { Analysis } from '../analysis.ts';
import { findingPage } from '../features/diagnostics.ts';
import { CATALOGUE } from '../findings/catalogue.ts';
import { DOCUMENTATION } from '../findings/catalogue/documentation.ts';
import { FINDING_CODES, type Finding, type FindingCode, type Fix, type Severity } from '../findings/finding.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { fingerprints } from './fingerprints.ts';
import { holdsTin, maskTins } from '../text/maskTins.ts';

/** Findings as SARIF 2.1.0 has them (OASIS, "Static Analysis Results Interchange Format"). */

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** What the paths are relative to; who reads the log knows where that is. */
const ROOT = '%SRCROOT%';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<Severity, Result.level>;
const RULE_INDEXES: ReadonlyMap<FindingCode, number> = new Map(FINDING_CODES.map((code, index) => [code, index]));

/** A file that could not be read: how it was named, and why. */
export interface Failure {
  readonly uri: string;
  readonly message: string;
}

/** A log without results; they belong into `runs[0].results`. */
export function sarifLog(version: string, exitCode: number, failures: readonly Failure[]): Log {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'mips-plan',
          semanticVersion: version,
          informationUri: 'https://github.com/mips-plan/mips-plan',
          rules: FINDING_CODES.map(rule),
        },
      },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which mips-plan ran.' } } },
      results: [],
      invocations: [{
        executionSuccessful: failures.length === 0,
        exitCode,
        toolExecutionNotifications: failures.map(notification),
      }],
    }],
  };
}

/** The results of one file, in the order of its findings. @param uri relative to the folder in which the program runs, or absolute */
export function sarifResults(uri: string, analysis: Analysis, findings: readonly Finding[]): Result[] {
  const artifact = artifactLocation(uri);
  const { source } = analysis;
  const prints = fingerprints(analysis, findings);
  return findings.map((finding, index): Result => {
    const fixes = (finding.fixes?.() ?? []).flatMap((fix) => sarifFix(fix, artifact, source) ?? []);
    return {
      ruleId: finding.code,
      ruleIndex: RULE_INDEXES.get(finding.code) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: physicalLocation(artifact, finding.span, source) }],
      ...(finding.related.length === 0 ? {} : {
        relatedLocations: finding.related.map((related, id) => ({
          id,
          message: { text: related.message },
          physicalLocation: physicalLocation(artifact, related.span, source),
        })),
      }),
      partialFingerprints: { 'mipsPlanFinding/v1': prints[index] ?? '' },
      ...(fixes.length === 0 ? {} : { fixes }),
    };
  });
}

function rule(code: FindingCode): ReportingDescriptor {
  const { severity, summary } = CATALOGUE[code];
  const { explanation } = DOCUMENTATION[code];
  const page = findingPage(code);
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: explanation },
    help: { text: `${explanation} ${page}`, markdown: `${explanation} [More about \`${code}\`](${page})` },
    helpUri: page,
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function notification({ uri, message }: Failure): Notification {
  return { level: 'error', message: { text: message }, locations: [{ physicalLocation: { artifactLocation: artifactLocation(uri) } }] };
}

function artifactLocation(uri: string): ArtifactLocation {
  return /^[a-z][a-z\d+.-]+:/i.test(uri) ? { uri } : { uri, uriBaseId: ROOT };
}

function physicalLocation(artifact: ArtifactLocation, span: Span, source: SourceText): PhysicalLocation {
  return { artifactLocation: artifact, region: region(span, source) };
}

/** SARIF counts lines and columns from 1; the end is exclusive. */
function region(span: Span, source: SourceText): Region {
  const { start, end } = source.rangeOf(span);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Undefined where the fix changes nothing, or where it would show a TIN in full. */
function sarifFix({ title, edits }: Fix, artifact: ArtifactLocation, source: SourceText): SarifFix | undefined {
  if (edits.length === 0 || edits.some(({ newText }) => holdsTin(newText))) return undefined;
  const replacements = [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => ({ deletedRegion: region(span, source), insertedContent: { text: newText } }));
  return { description: { text: maskTins(title) }, artifactChanges: [{ artifactLocation: artifact, replacements }] };
}
