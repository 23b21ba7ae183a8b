import fc from 'fast-check';

/** Plans as people write them: block and flow style, comments everywhere, keys of their own, quotes, anchors, other line ends. */

const comment = fc.constantFrom('', '', ' # why', ' # since 2024');
const period = (year: number): fc.Arbitrary<string> => fc.tuple(
  fc.constantFrom('01-15', '02-29', '03-01', '07-01'), fc.constantFrom('04-13', '05-28', '12-31', '06-30'),
  fc.constantFrom((a: string, b: string) => `${a}/${b}`, (a: string, b: string) => `"${a}/${b}"`, (a: string, b: string) => `{ start: ${a}, end: ${b} }`, (a: string, b: string) => `{ end: '${b}', start: '${a}' }`),
).map(([start, end, write]) => write(`${year}-${start}`, `${year}-${end}`));
const performedBy = fc.constantFrom('all', '2', '3', '60%', '[adams, baker]', '[adams]', '[adams, baker, carter]');
const status = fc.constantFrom('', 'planned', 'in_progress', 'completed', 'dropped');

interface Entry {
  readonly keys: readonly (readonly [string, string])[];
  readonly flow: boolean;
  readonly above: string;
  readonly behind: string;
  readonly blank: boolean;
}

function entry(year: number, ids: readonly string[]): fc.Arbitrary<Entry> {
  return fc.record({
    id: fc.constantFrom(...ids), period: fc.option(period(year)), by: fc.option(performedBy), status,
    evidence: fc.constantFrom('', '[a.pdf, "b, c.pdf"]', '[{ url: https://example.org/x, title: X }]'),
    last: fc.constantFrom('', '2019', String(year - 1)), own: fc.constantFrom('', 'x-ref: 17', 'x-more: { a: [1, 2] }'), note: fc.constantFrom('', '"in quotes: # no comment"', `since ${year}`),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
    flow: fc.boolean(), above: fc.constantFrom('', '', '# above', '# mips-disable-next-line period-missing'), behind: comment, blank: fc.boolean(),
  }).map(({ id, period, by, status, evidence, last, own, note, order, ...shape }) => {
    const [ownKey = '', ownValue = ''] = own.split(/: (.*)/);
    const all: [string, string | null][] = [['period', period], ['performed_by', by], ['status', status], ['evidence', evidence], ['last_attested', last], [ownKey, ownValue], ['note', note]];
    const keys = order.map((index) => all[index] as [string, string | null]).filter((key): key is [string, string] => key[1] !== null && key[1] !== '');
    return { ...shape, keys: [['id', id] as const, ...keys] };
  });
}

function written({ keys, flow, above, behind, blank }: Entry, index: number, style: Style): string {
  const dash = `${' '.repeat(style.list)}-${' '.repeat(style.dash - 1)}`;
  const below = ' '.repeat(dash.length);
  const comments = above === '' ? '' : `${' '.repeat(style.list)}${above} ${index}\n`.replace(/(missing) \d+/, '$1');
  const lines = flow
    ? `${dash}{ ${keys.map(([key, value]) => `${key}: ${value}`).join(', ')} }${behind}\n`
    : keys.map(([key, value], at) => `${at === 0 ? dash : below}${key}:${expanded(key, value, below, style)}${at === 1 ? behind : ''}\n`).join('');
  return `${comments}${lines}${blank ? '\n' : ''}`;
}

/** Some values over several lines. */
function expanded(key: string, value: string, below: string, { blocks }: Style): string {
  if (!blocks) return ` ${value}`;
  if (key === 'evidence') return ` # kept\n${below}  - first.pdf # the first\n${below}  - "second # no.pdf"`;
  if (key === 'note' && value.startsWith('since')) return ` |\n${below}  ${value}\n${below}  # text`;
  const names = key === 'performed_by' ? /^\[(.*)\]$/.exec(value)?.[1]?.split(', ') : undefined;
  if (names !== undefined) return `\n${names.map((name) => `${below}  - ${name}`).join('\n')}`;
  const dates = key === 'period' ? /^\{ start: (\S+), end: (\S+) \}$/.exec(value) : null;
  return dates === null ? ` ${value}` : `\n${below}  start: ${dates[1]}\n${below}  end: ${dates[2]}`;
}

interface Style {
  readonly list: number;
  readonly dash: number;
  readonly blocks: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({ list: fc.constantFrom(0, 2, 4), dash: fc.constantFrom(2, 4), blocks: fc.boolean() });

function document(year: number, ids: readonly string[]): fc.Arbitrary<string> {
  return fc.record({
    style, entries: fc.array(entry(year, ids), { maxLength: 5 }), roster: fc.boolean(), top: fc.constantFrom('', '# top\n', `# the plan of ${year}\n\n`),
    more: fc.subarray(['special_statuses: [rural] # by ZIP\n', 'x-own: &own { kept: yes }\n', 'apm: {}\n', 'medical_home: { sites: 2, recognized_sites: 1 }\n', 'reweighted: [cost]\n']),
    level: fc.constantFrom('group', 'individual', 'virtual_group'), joint: fc.boolean(), end: fc.constantFrom('', '# the end\n', '  # the end, indented\n'),
  }).map(({ style, entries, roster, top, more, level, joint, end }) => {
    const people = roster ? 'roster:\n  adams: { npi: "1000000004" }\n  baker: # new\n  carter:\n' : '';
    const shared = joint ? `${' '.repeat(style.list)}- &joint { id: IA_BE_15, period: &run ${year}-02-01/${year}-08-31, status: &now completed, evidence: &proof [joint.pdf] }\n${' '.repeat(style.list)}- { <<: *joint, id: IA_BE_16 }\n${' '.repeat(style.list)}- { id: IA_BMH_4, period: *run, status: *now, evidence: *proof }\n` : '';
    const list = entries.map((each, index) => written(each, index, style)).join('') + shared;
    const activities = list === '' ? 'activities: []\n' : `activities: # all\n${list}`;
    return `${top}performance_year: ${year} # the year\npractice:\n  name: Elm\n  clinicians: 3\nsubmission:\n  level: ${level}\n${more.join('')}${people}${activities}${end}`;
  });
}

const FORMS = [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n'), (text: string) => `\uFEFF${text}`, (text: string) => text.trimEnd()];

/** A file of one or two plans of a year. */
export function files(year: number, ids: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(document(year, ids), fc.option(document(year, ids)), fc.constantFrom(...FORMS)).map(([one, other, form]) => form(other === null ? one : `${one}---\n${other}`));
}
