import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { textStretches } from '../../server/src/yaml/textStretches.ts';
import { analyse } from '../../server/src/analysis.ts';
import { suppression } from '../../server/src/features/codeAction/suppression.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';

/** In each golden plan a finding of every code is hidden by the comment that is offered for it; everything else stays as it was. */
const inventory = createInventory();
const folder = join(import.meta.dirname, '../golden/plans');
const files = readdirSync(folder).map((name) => ({ name, text: `\uFEFF${readFileSync(join(folder, name), 'utf8').replace(/\r?\n/g, '\r\n')}` }));

it.each(files)('$name', ({ text }) => {
  const analysis = analyse(text, { asOf: /^# as-of: (\S*)/m.exec(text)?.[1] ?? '2024-01-01', inventory });
  const firstOfEach = new Map(analysis.findings.map((finding) => [finding.code, finding]));
  for (const finding of firstOfEach.values()) {
    const offered = suppression(finding, analysis, textStretches(text));
    if (offered === undefined) continue;
    const { span, newText } = offered.edit;
    const inFile = offered.title.endsWith('in this file');
    const lineOf = (offset: number): number => analysis.source.positionAt(offset).line;
    const left = analysis.findings.filter((other) => other.code !== finding.code || (!inFile && lineOf(other.span.start) !== lineOf(finding.span.start)));
    const after = analyse(text.slice(0, span.start) + newText + text.slice(span.end), analysis.context);
    expect(after.findings.map(({ code, message }) => `${code} ${message}`), offered.title).toEqual(left.map(({ code, message }) => `${code} ${message}`));
    expect(after.score('a').plans.map(({ points }) => points)).toEqual(analysis.score('a').plans.map(({ points }) => points));
  }
});
