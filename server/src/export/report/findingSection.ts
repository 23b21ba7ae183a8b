import { SEVERITY_NAMES } from '../../explanation/names.ts';
import type { Finding, Severity } from '../../findings/finding.ts';
import { shownSeverity, type FindingLevels } from '../../findings/levels.ts';
import { plural } from '../../text/plural.ts';
import type { SourceText } from '../../text/sourceText.ts';
import { html, type Html } from './html.ts';
import { scrolling } from './scrolling.ts';
import { sentence } from './words.ts';

export interface OpenFinding {
  readonly finding: Finding;
  readonly severity: Severity;
}

const SHOWN: readonly Severity[] = ['error', 'warning', 'information'];

/** The findings that somebody has to look at, the most severe first; hints are about the text alone. */
export function openFindings(findings: readonly Finding[], levels: FindingLevels): readonly OpenFinding[] {
  const leveled = findings.flatMap((finding) => {
    const severity = shownSeverity(finding, levels);
    return severity === undefined ? [] : [{ finding, severity }];
  });
  return SHOWN.flatMap((severity) => leveled.filter((each) => each.severity === severity));
}

export function findingSection(findings: readonly OpenFinding[], source: SourceText): Html {
  if (findings.length === 0) return html`<h3>Open findings</h3><p>None: the plan was checked and nothing is left to do.</p>`;
  return html`
<h3>Open findings</h3>
${scrolling('Open findings', html`
<table>
<caption>${tally(findings)}</caption>
<thead><tr><th scope="col">Severity</th><th scope="col" class="number">Line</th><th scope="col">What it is and what to do</th></tr></thead>
<tbody>${findings.map(({ finding, severity }) => html`
<tr><th scope="row">${SEVERITY_NAMES[severity]}</th><td class="number">${source.positionAt(finding.span.start).line + 1}</td><td>${sentence(finding.message)}</td></tr>`)}
</tbody>
</table>`)}`;
}

/** "2 errors, 1 warning" */
export function tally(findings: readonly OpenFinding[]): string {
  const counts = SHOWN.flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [plural(count, SEVERITY_NAMES[severity].toLowerCase())];
  });
  return counts.length === 0 ? 'none' : counts.join(', ');
}
