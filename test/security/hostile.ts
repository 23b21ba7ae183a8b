import fc from 'fast-check';

/** Texts that mean something to a browser, to Markdown, to VS Code, to a terminal or to a reader of right-to-left scripts. */
export const HOSTILE_TEXTS = [
  '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>', "'><iframe src=//evil.example>", '</title></style></script>',
  '<a href="javascript:alert(1)">x</a>', '<!--', ']]>', '&lt;b&gt;&amp;&#60;', '<meta http-equiv=refresh content=0;url=//evil.example>', '<base href=//evil.example>',
  '[x](command:workbench.action.quit)', '![x](https://evil.example/x.png)', '<https://evil.example>', 'https://evil.example/x', 'www.evil.example', 'a@evil.example',
  '`x` ``x`` **b** _i_ ~~s~~', '# x', '- x', '| a | b |', '$(error) $(sync~spin)', '{{7*7}} ${7*7} %s %n', 'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>',
  '\u202egnp.exe\u202c', '\u2066x\u2069', '\u001b[31mred\u001b[0m \u001b]0;title\u0007', '\u009b31m', '\u0000\u0008\u007f\r', 'a\u2028b\u2029c', '\ud800', '__proto__', 'constructor', '😀'.repeat(30),
];

/** Several of them, and whatever else comes. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) }, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '))
  .filter((text) => text.trim() !== '');

/** The text in each place of a plan that holds one, the last parts of the plan being as the format wants them. */
export function planOf(text: string): string {
  const quoted = JSON.stringify(text);
  return `performance_year: 2024
practice: { name: ${quoted}, tin: ${quoted}, clinicians: 20, specialty: ${quoted} }
submission: { program: mvp, mvp: ${quoted}, level: group, entity_id: ${quoted}, npi: ${quoted}, subgroup: ${quoted} }
special_statuses: [rural, ${quoted}]
reweighted: [${quoted}]
? ${quoted}
: ${quoted}
roster: { ${quoted}: { name: ${quoted}, npi: ${quoted} }, adams: { name: ${quoted} } }
activities:
  - id: ${quoted}
    period: ${quoted}
    status: ${quoted}
    performed_by: [${quoted}]
    owner: ${quoted}
    note: ${quoted}
    evidence: [${quoted}, { file: ${quoted}, title: ${quoted} }, { url: ${quoted}, title: ${quoted} }, { note: ${quoted} }]
    ${quoted}: ${quoted}
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: { ${quoted}: 2024-01-15/2024-06-30, adams: 2024-02-01/2024-06-30 }
    status: completed
    owner: ${quoted}
    note: ${quoted}
    evidence: [${quoted}, { file: ${quoted}, title: ${quoted} }, { url: "https://elm.example/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}", title: ${quoted} }, { url: ${JSON.stringify(`https://elm.example/${text.replace(/\s/g, '')}`)} }, { note: ${quoted} }]
---
performance_year: 2024
practice: { name: ${quoted}, clinicians: 12 }
submission: { level: group }
activities: [{ id: IA_BE_4, period: 2024-01-01/2024-12-31, performed_by: all, evidence: [${quoted}] }]
`;
}

/** CMS's `measures-data.json` of a year, with the text in each place that holds one. */
export function inventoryOf(text: string): string {
  const known = { category: 'ia', firstPerformanceYear: 2027, weight: 'high', allowedPrograms: ['mips', text] };
  return JSON.stringify([
    { ...known, measureId: 'IA_BE_4', title: text, description: text, subcategoryId: text },
    { ...known, measureId: 'IA_XX_1', title: `${text} b`, description: `${text}\n\n${text}`, subcategoryId: 'careCoordination' },
    { ...known, measureId: text, title: text, description: text, subcategoryId: text },
    { ...known, measureId: 'IA_XX_2', title: 3, description: text, subcategoryId: text },
  ]);
}
