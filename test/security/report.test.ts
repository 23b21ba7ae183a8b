import fc from 'fast-check';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis.ts';
import { reportPlans, reportUnreadable } from '../../server/src/export/report/planReport.ts';
import { reportPage } from '../../server/src/export/report/report.ts';
import { createInventory } from '../../server/src/inventory/createInventory.ts';
import { loadMeasuresData } from '../../server/src/inventory/loadMeasuresData.ts';
import { maskTins } from '../../server/src/text/maskTins.ts';
import { hostileTexts, inventoryOf, planOf } from './hostile.ts';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

const ELEMENTS = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'main', 'footer', 'section', 'div', 'h1', 'h2', 'h3', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'b', 'bdi', 'br', 'code', 'span', 'svg', 'g', 'rect', 'line', 'text'],
]);
const ATTRIBUTES = new Set([
  ...['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'id', 'scope', 'href', 'rel', 'role', 'tabindex', 'aria-label', 'aria-labelledby', 'aria-hidden'],
  ...['viewBox', 'viewbox', 'width', 'height', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'rx', 'focusable', 'preserveAspectRatio', 'xmlns'],
]);

const inventory = createInventory();

function pageOf(text: string, file: string, known = inventory): string {
  const analysis = analyse(planOf(text), { asOf: '2024-08-15', inventory: known, evidenceExists: () => false });
  return reportPage([...reportPlans(analysis, file), reportUnreadable(file, text)], '2024-08-15');
}

function read(page: string): { readonly elements: readonly Element[]; readonly comments: number; readonly faults: readonly string[] } {
  const faults: string[] = [];
  let comments = 0;
  const document = parse(page, { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) });
  const walk = (node: Node): Element[] => {
    if (node.nodeName === '#comment') comments++;
    return 'tagName' in node ? [node, ...node.childNodes.flatMap(walk)] : [];
  };
  return { elements: document.childNodes.flatMap(walk), comments, faults };
}

const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');

function expectHarmless(page: string): readonly Element[] {
  const { elements, comments, faults } = read(page);
  expect(faults).toEqual([]);
  expect(comments).toBe(0);
  expect(elements.map(({ tagName }) => tagName).filter((name) => !ELEMENTS.has(name))).toEqual([]);
  expect(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
  expect(elements.filter(({ tagName }) => tagName === 'style' || tagName === 'title')).toHaveLength(2);
  const metas = elements.filter(({ tagName }) => tagName === 'meta').map(({ attrs }) => attrs.map(({ name, value }) => (name === 'content' ? '' : value)).join(''));
  expect(metas).toEqual(['utf-8', 'Content-Security-Policy', 'viewport', 'referrer']);
  for (const { tagName, attrs } of elements) {
    const href = attrs.find(({ name }) => name === 'href')?.value;
    expect(href ?? 'none').toMatch(tagName === 'a' ? /^(#plan-\d+|https?:\/\/\S+)$/ : /^none$/);
  }
  return elements;
}

/** What HTML can hold of a text. */
const inHtml = (text: string): string =>
  maskTins(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '\ufffd').replace(/\r\n?/g, '\n');

it('A report shows every text of a plan letter by letter, and nothing else comes of it', () => {
  fc.assert(fc.property(hostileTexts, (text) => {
    const elements = expectHarmless(pageOf(text, text));
    expect(elements.filter(({ tagName }) => tagName === 'bdi').map(textOf)).toContain(inHtml(text));
    const direction = elements.filter(({ tagName, childNodes }) => !['bdi', 'title'].includes(tagName) && childNodes.some((node) => 'value' in node && /[\u202a-\u202e\u2066-\u2069]/.test(node.value)));
    expect(direction.map(textOf)).toEqual([]);
  }), { numRuns: 150 });
});

it('nor of the texts of an inventory that somebody loads', () => {
  const plan = 'performance_year: 2027\npractice: { name: A, clinicians: 3 }\nsubmission: { level: group }\nactivities: [{ id: IA_XX_1, performed_by: all, period: 2027-01-01/2027-12-31 }]\n';
  fc.assert(fc.property(hostileTexts, (text) => {
    const { loaded } = loadMeasuresData(inventoryOf(text), 'measures-data-2027.json');
    if (loaded === null) throw new Error('The inventory was not loaded.');
    const analysis = analyse(plan, { asOf: '2027-08-15', inventory: createInventory([loaded]) });
    expectHarmless(reportPage(reportPlans(analysis, 'a.mips.yaml'), '2027-08-15'));
  }), { numRuns: 60 });
});
