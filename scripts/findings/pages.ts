import { analyse, type Analysis } from '../../server/src/analysis.ts';
import type { AnalysisContext } from '../../server/src/analysisContext.ts';
import { CATALOGUE } from '../../server/src/findings/catalogue.ts';
import { DOCUMENTATION, FINDING_GROUPS } from '../../server/src/findings/catalogue/documentation.ts';
import { USUAL_AS_OF, type FindingExample } from '../../server/src/findings/catalogue/findingDocumentation.ts';
import { FINDING_CODES, type FindingCode } from '../../server/src/findings/finding.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { dateInWords } from '../../server/src/text/dateInWords.ts';

const inventory = createInventory();
const MADE_BY = '<!-- Made by scripts/findings/writePages.mjs from server/src/findings/catalogue; edit that and run it. -->';

/** The pages of docs/findings: name of the file → its text. */
export function findingPages(): ReadonlyMap<string, string> {
  return new Map([['README.md', indexPage()], ...FINDING_CODES.map((code) => [`${code}.md`, page(code)] as const)]);
}

/** What the checker is told beside the text of an example. */
export function exampleContext({ asOf = USUAL_AS_OF, files }: FindingExample): AnalysisContext {
  return { asOf, inventory, evidenceExists: files === undefined ? undefined : (path) => files.includes(path) };
}

/** "error", or "warning or error". */
export function severityInWords(code: FindingCode): string {
  const { severity, alsoSeverity } = CATALOGUE[code];
  return alsoSeverity === undefined ? severity : `${severity} or ${alsoSeverity}`;
}

function page(code: FindingCode): string {
  const { summary, source } = CATALOGUE[code];
  const { explanation, example } = DOCUMENTATION[code];
  const sections = [
    `# \`${code}\``,
    `**${summary}** Severity: ${severityInWords(code)}.`,
    explanation,
    ...(example === undefined ? [] : exampleSections(code, example)),
    ...hidingSections(code, example !== undefined),
    '## Source',
    `${source}.${/CFR|CMS/.test(source) ? ' See [the rules by year](../rules.md).' : ''}${source.includes('plan format') ? ' See [the plan format](../plan-format.md).' : ''}`,
    '[All findings](README.md)',
  ];
  return `${MADE_BY}\n\n${sections.join('\n\n')}\n`;
}

function exampleSections(code: FindingCode, example: FindingExample): string[] {
  const { asOf = USUAL_AS_OF, files = [] } = example;
  const beside = files.length === 0 ? '' : ` (beside the plan: ${files.map((file) => `\`${file}\``).join(', ')})`;
  return [
    '## Example',
    fenced('yaml', example.wrong),
    `As of ${dateInWords(asOf)}${beside} the checker says:`,
    whatItSays(code, analyse(example.wrong, exampleContext(example))),
    'Without the finding:',
    fenced('yaml', example.right),
  ];
}

function whatItSays(code: FindingCode, analysis: Analysis): string {
  const lines = analysis.findings
    .filter((finding) => finding.code === code)
    .map(({ span, severity, message }) => `> Line ${analysis.source.positionAt(span.start).line + 1}, ${severity}: ${message}`);
  return lines.join('\n>\n');
}

function hidingSections(code: FindingCode, isReadOn: boolean): string[] {
  const byComment = [
    'A comment hides it on the next line (`mips-disable-line`: on its own line, `mips-disable-file`: in the whole file):',
    fenced('yaml', `# mips-disable-next-line ${code}\n`),
  ];
  return [
    '## Hide it',
    ...(isReadOn ? byComment : ['A comment cannot hide it, since nothing in the file is read.']),
    'A setting hides it everywhere, or shows it with another severity:',
    fenced('json', `"mipsPlan.findings": { "${code}": "off" }\n`),
    'That changes what is shown and nothing else: the score stays as it is.',
  ];
}

function indexPage(): string {
  const sections = [
    '# Findings',
    `What the checker says about a plan: ${FINDING_CODES.length} codes. Each is shown at its cause, and says what is wrong and what to do. One cause gives one finding.`,
    [
      '- **error**: the plan or activity earns nothing for this, or cannot be read',
      '- **warning**: CMS or an auditor would object',
      '- **information**: worth knowing',
      '- **hint**: could be left out or said otherwise',
    ].join('\n'),
    'Codes do not change. A comment in the file (`# mips-disable-next-line CODE`, `-line`, `-file`) hides a finding there; the setting `mipsPlan.findings` hides it everywhere or gives it another severity. Neither changes the score.',
    ...FINDING_GROUPS.flatMap(({ title, findings }) => [`## ${title}`, table(Object.keys(findings) as FindingCode[])]),
  ];
  return `${MADE_BY}\n\n${sections.join('\n\n')}\n`;
}

function table(codes: readonly FindingCode[]): string {
  const rows = codes.map((code) => `| [\`${code}\`](${code}.md) | ${severityInWords(code)} | ${CATALOGUE[code].summary} |`);
  return ['| code | severity | what it says |', '|---|---|---|', ...rows].join('\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\`\`\``;
}
