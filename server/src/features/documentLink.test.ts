import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { documentLinks } from './documentLink.ts';
import { CANCELLED, NOT_CANCELLED, TEST_CONTEXT } from './testing/markedText.ts';

const fileUri = (written: string): string | undefined => (written.startsWith('\\\\') ? undefined : `file:///plans/${written}`);

/** The links of a plan that has no year. */
function links(evidence: string): string[] {
  return linksOf(`activities:\n  - id: IA_BE_4\n    evidence: ${evidence}\n`);
}

/** `text of the link → target`. */
function linksOf(text: string): string[] {
  const analysis = analyse(text, TEST_CONTEXT);
  return documentLinks(analysis, { fileUri }, NOT_CANCELLED).map(({ range, target }) => {
    return `${text.slice(analysis.source.offsetAt(range.start), analysis.source.offsetAt(range.end))} → ${target ?? ''}`;
  });
}

describe('document links', () => {
  it.each([
    ['[a/b.pdf]', 'a/b.pdf → file:///plans/a/b.pdf'],
    ['["a b.pdf"]', 'a b.pdf → file:///plans/a b.pdf'],
    ["\r\n      - { title: T, file: 'c.pdf' }", 'c.pdf → file:///plans/c.pdf'],
    ['[https://example.org/a?b=c#d]', 'https://example.org/a?b=c#d → https://example.org/a?b=c#d'],
    ['[{ url: HTTP://example.org }]', 'HTTP://example.org → HTTP://example.org'],
    ['[{ url: "mailto:a@example.org" }]', 'mailto:a@example.org → mailto:a@example.org'],
    ['[half/typed', 'half/typed → file:///plans/half/typed'],
  ])('open files, pages and mail: %s', (evidence, link) => expect(links(evidence)).toEqual([link]));

  it.each([
    '[{ note: in the safe }]',
    '[command://workbench.action.terminal.new]',
    '[{ url: "command:workbench.action.quit" }]',
    '["javascript://a%0aalert(1)"]',
    '[file:///etc/hosts]',
    '[vscode://x.y/z]',
    '[{ url: www.example.org }]',
    '["https://example.org/a b"]',
    '["https://exam\\tple.org"]',
    "['\\\\server\\share\\a.pdf']",
    '\n      - >-\n        a.pdf',
    '[]',
  ])('open nothing else: %s', (evidence) => expect(links(evidence)).toEqual([]));

  it('stand once where evidence is written', () => {
    expect(links('&all [a.pdf, &b b.pdf]\n  - { id: IA_BE_6, evidence: *all }\n  - { id: IA_BE_15, evidence: [*b] }')).toEqual(['a.pdf → file:///plans/a.pdf', 'b.pdf → file:///plans/b.pdf']);
  });

  it('open CMS’s page from the performance year', () => {
    const page = 'https://qpp.cms.gov/mips/explore-measures';
    expect(linksOf('performance_year: 2024\n---\nperformance_year: &y 2023\n---\nperformance_year: *y\n')).toEqual([`2024 → ${page}`, `2023 → ${page}`]);
    expect(linksOf('performance_year: soon\nactivities: []\n')).toEqual([]);
    expect(linksOf('performance_year:\n')).toEqual([]);
  });

  it('are not made for a request that was cancelled', () => {
    const analysis = analyse('activities:\n  - { id: IA_BE_4, evidence: [a.pdf] }\n', TEST_CONTEXT);
    expect(documentLinks(analysis, { fileUri }, NOT_CANCELLED)).toHaveLength(1);
    expect(documentLinks(analysis, { fileUri }, CANCELLED)).toEqual([]);
  });
});
