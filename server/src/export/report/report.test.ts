import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { createInventory } from '../../inventory/createInventory.ts';
import { html } from './html.ts';
import { reportPlans, reportUnreadable } from './planReport.ts';
import { reportPage } from './report.ts';
import { REPORT_STYLE, REPORT_STYLE_HASH } from './style.ts';

const inventory = createInventory();
const AS_OF = '2024-08-15';

const PLAN = `performance_year: 2024
practice: { name: Elm Street, tin: "00-0123456", clinicians: 12 }
submission: { level: group }
special_statuses: []
activities:
  - id: IA_EPA_1
    period: 2024-01-15/2024-06-30
    performed_by: 9
    status: completed
    evidence:
      - { file: logs/after-hours.csv, title: After-hours log }
      - { url: "https://elm.example/hours?a=1&b=2" }
  - id: IA_BE_4
    period: 2024-07-01/2024-08-31
    performed_by: all
  - id: IA_CC_8
`;

function report(text: string, options: { readonly missing?: readonly string[]; readonly levels?: Parameters<typeof reportPlans>[2] } = {}): string {
  const analysis = analyse(text, { asOf: AS_OF, inventory, evidenceExists: (path) => options.missing?.includes(path) !== true });
  return reportPage(reportPlans(analysis, 'plans/elm.mips.yaml', options.levels), AS_OF);
}

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

/** Every element of the page, with what the parser objected to. */
function read(page: string): { readonly elements: readonly Element[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const document = parse(page, { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) });
  const walk = (node: Node): Element[] => ('tagName' in node ? [node, ...node.childNodes.flatMap(walk)] : []);
  return { elements: document.childNodes.flatMap(walk), faults };
}

function textOf(element: Element): string {
  const of = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(of).join('') : '');
  return of(element).replace(/\s+/g, ' ').trim();
}

const textsOf = (page: string, tagName: string): string[] => read(page).elements.filter((element) => element.tagName === tagName).map(textOf);
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;

describe('A report of one plan', () => {
  const page = report(PLAN, { missing: ['logs/after-hours.csv'] });
  const cells = textsOf(page, 'td');

  it('says whose plan it is', () => {
    expect(textsOf(page, 'title')).toEqual(['Improvement activities: Elm Street, 2024, group']);
    expect(textsOf(page, 'h2')).toEqual(['Elm Street, 2024, group']);
    expect(textsOf(page, 'dd')).toEqual(['2024', 'Traditional MIPS', 'Group', '12', 'ends in 3456', 'plans/elm.mips.yaml', '15 August 2024']);
  });

  it('has the score with every step to it and its source', () => {
    expect(textsOf(page, 'b')).toEqual(['30 of 40', '20 of 40', '11.25 of 15', '31 March 2031']);
    expect(textsOf(page, 'li')).toContain('30 ÷ 40 × 15 = 11.25 points of the final score. [42 CFR 414.1380(c)(2)(ii)]');
  });

  it('has the steps, the activities, the year, the evidence and the findings, in this order', () => {
    expect(textsOf(page, 'h3')).toEqual(['Score', 'To reach 40 points', 'Where the plan stands', 'Activities', 'The year 2024', 'Evidence', 'Open findings']);
  });

  it('tells of each activity what it earns and why', () => {
    const rows = textsOf(page, 'tr');
    expect(rows.find((row) => row.startsWith('IA_EPA_1 Provide 24/7') && row.includes('High-weighted: 20 points.'))).toMatch(/high20 SecuredCompleted 9 of 12$/);
    expect(rows.find((row) => row.startsWith('IA_BE_4 ') && row.includes('Runs 62 days'))).toMatch(/medium0 No creditPlanned all 12$/);
  });

  it('shows the periods in the year, in words too', () => {
    expect(cells).toContain('15 January to 30 June 2024 (168 days)');
    expect(cells).toContain('3 October 2024 (90 days)');
    const bars = read(page).elements.filter((element) => element.tagName === 'rect' && attribute(element, 'y') === '4');
    expect(bars.map((bar) => [attribute(bar, 'class'), attribute(bar, 'x'), attribute(bar, 'width')])).toEqual([['bar secured', '14', '168'], ['bar none', '182', '62']]);
  });

  it('lists the evidence, what of it is missing, and until when it is kept', () => {
    expect(textsOf(page, 'p')).toContain('Keep all of it until 31 March 2031: CMS can ask for it until then.');
    expect(cells.find((cell) => cell.startsWith('File:'))).toBe('File: After-hours log, logs/after-hours.csv (not found) Web page: https://elm.example/hours?a=1&b=2');
    expect(read(page).elements.filter(({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href'))).toEqual(['https://elm.example/hours?a=1&b=2']);
    expect(cells.filter((cell) => cell === 'None yet')).toHaveLength(2);
  });

  it('lists the open findings with their lines, as the user wants them shown', () => {
    expect(textsOf(page, 'caption').at(-1)).toBe('1 error, 3 warnings, 3 notes');
    const quiet = report(PLAN, { levels: new Map([['period-too-short', 'off'], ['period-missing', 'error']]) });
    expect(textsOf(quiet, 'caption').at(-1)).toBe('1 error, 1 warning, 3 notes');
    const line = PLAN.split('\n').findIndex((text) => text.includes('2024-08-31')) + 1;
    const row = textsOf(page, 'tr').find((text) => text.startsWith('Error'));
    expect(row).toMatch(new RegExp(`^Error${line}Runs 62 days; at least 90 days are needed`));
  });

  it('has nothing to say where nothing is open', () => {
    const done = report(PLAN.slice(0, PLAN.indexOf('  - id: IA_BE_4')).replace('special_statuses: []', 'special_statuses: [rural]'));
    expect(textsOf(done, 'p')).toContain('None: the plan was checked and nothing is left to do.');
  });

  it('writes dates with the month as a word', () => {
    expect(textsOf(page, 'li').filter((item) => /\d{4}-\d{2}-\d{2}/.test(item))).toEqual([]);
  });
});

describe('A report of several plans', () => {
  it('lists them with their points, and leads to each', () => {
    const page = report(`${PLAN}---\n${PLAN.replace('Elm Street', 'Oak Lane')}`);
    const { elements } = read(page);
    expect(textsOf(page, 'h2')).toEqual(['Elm Street, 2024, group', 'Oak Lane, 2024, group']);
    const rows = elements.filter(({ tagName }) => tagName === 'tr').slice(1, 3);
    expect(rows.map(textOf)).toEqual(['Elm Street, 2024, group302011.251 error, 2 warnings, 3 notes', 'Oak Lane, 2024, group302011.251 error, 2 warnings, 3 notes']);
    const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elements.map((element) => attribute(element, 'href') ?? '').filter((href) => href.startsWith('#'));
    expect(targets).toEqual(['#plan-1', '#plan-2']);
    for (const target of targets) expect(ids).toContain(target.slice(1));
  });

  it('leaves no file out silently', () => {
    const unreadable = reportUnreadable('plans/ash.mips.yaml', 'may not be read');
    const page = reportPage([unreadable, ...reportPlans(analyse('# nothing yet\n', { asOf: AS_OF, inventory }), 'empty.mips.yaml')], AS_OF);
    expect(textsOf(page, 'h2')).toEqual(['plans/ash.mips.yaml', 'empty.mips.yaml']);
    expect(textsOf(page, 'p')).toEqual(expect.arrayContaining(['This file was left out: may not be read.', 'There is no plan in this file.']));
    expect(textsOf(reportPage([], AS_OF), 'p')).toContain('There are no plans to report on.');
  });

  it('says why a file or a plan has no score', () => {
    expect(textsOf(report('['.repeat(70)), 'p')).toContain('This file cannot be read.');
    expect(textsOf(report('practice: { name: Elm }\n'), 'p')).toContain('This plan cannot be scored yet.');
  });
});

const HOSTILE = `performance_year: 2024
practice:
  name: "</title></style><script>alert(1)</script><img src=x onerror=alert(2)> &amp; \\u202Eevil\\u0000"
  tin: "123456789"
  clinicians: 3
submission: { level: group, entity_id: "\\"><iframe src=//evil.example>" }
activities:
  - id: "IA_<b>EPA</b>'\\" onload=alert(3)"
    note: "<script>alert(4)</script>"
    performed_by: { "<svg onload=alert(5)>": 2024-01-01/2024-12-31 }
    evidence:
      - { url: "javascript:alert(6)", title: "<a href=javascript:alert(7)>click</a>" }
      - { url: "https://evil.example/\\"onmouseover=alert(8)//" }
      - { url: "https://elm.example/?tin=123-45-6789" }
      - { note: "TIN 12-3456789, SSN 123-45-6789" }
      - { file: "<style>*{display:none}</style>" }
`;

describe('A report of a plan that means no good', () => {
  const page = reportPage(reportPlans(analyse(HOSTILE, { asOf: AS_OF, inventory }), '<script>.mips.yaml'), AS_OF);
  const { elements, faults } = read(page);

  it('shows everything letter by letter', () => {
    expect(faults).toEqual([]);
    expect(new Set(elements.map(({ tagName }) => tagName))).not.toContain('script');
    for (const tagName of ['img', 'iframe', 'object', 'embed', 'form', 'link', 'base']) expect(elements.map((element) => element.tagName)).not.toContain(tagName);
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
    expect(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    expect(textsOf(page, 'h2')[0]).toContain('</title></style><script>alert(1)</script><img src=x onerror=alert(2)> &amp; ');
    expect(textsOf(page, 'th').join()).toContain(`IA_<b>EPA</b>'" onload=alert(3)`);
  });

  it('makes links of addresses of the web alone', () => {
    const links = elements.filter(({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? '');
    expect(links).toEqual(['https://evil.example/"onmouseover=alert(8)//']);
  });

  it('shows of a TIN the last four digits', () => {
    expect(page).not.toMatch(/123456789|12-3456789|123-45-6789/);
    expect(textsOf(page, 'dd')).toContain('ends in 6789');
    expect(page).toContain('TIN ••-•••6789');
  });

  it('keeps what turns a line around to itself', () => {
    for (const element of elements) {
      for (const child of element.childNodes) {
        if ('value' in child && child.value.includes('\u202e')) expect(['bdi', 'title']).toContain(element.tagName);
      }
    }
    expect(page).toContain('\u202e');
  });
});

describe('The page', () => {
  it.each([['one', PLAN], ['two', `${PLAN}---\n${PLAN}`], ['none', ''], ['unscored', 'a: 1'], ['refused', '['.repeat(70)]])('is HTML without a fault: %s', (_, text) => {
    expect(read(report(text)).faults).toEqual([]);
  });

  it('needs and loads nothing, and its policy takes its own style alone', () => {
    const { elements } = read(report(PLAN));
    const hash = `sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}`;
    expect(REPORT_STYLE_HASH).toBe(hash);
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe(`default-src 'none'; style-src '${hash}'; base-uri 'none'; form-action 'none'`);
    expect(elements.filter((element) => attribute(element, 'src') !== undefined || element.tagName === 'link')).toEqual([]);
    expect(REPORT_STYLE).not.toMatch(/url\(|@import|[<]/);
  });

  it('has headings in steps of one, a heading in each table, and a heading for each row', () => {
    const { elements } = read(report(PLAN));
    const levels = elements.map(({ tagName }) => /^h(\d)$/.exec(tagName)?.[1]).filter((level) => level !== undefined).map(Number);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    for (const head of elements.filter(({ tagName }) => tagName === 'th')) expect(['col', 'row']).toContain(attribute(head, 'scope'));
  });
});

describe('html', () => {
  it('escapes in texts and attributes, once', () => {
    const inner = html`<i>${'a & b'}</i>`;
    expect(html`<p title="${'"<>\''}">${inner}${[inner, inner]}${undefined}${3}</p>`.markup)
      .toBe('<p title="&quot;&lt;&gt;&#39;"><i>a &amp; b</i><i>a &amp; b</i><i>a &amp; b</i>3</p>');
  });
});
