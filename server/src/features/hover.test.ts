import type { MarkupContent } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import type { AnalysisContext } from '../analysisContext.ts';
import { CATALOGUE } from '../findings/catalogue.ts';
import type { InventoryTexts } from '../inventory/inventory.ts';
import { hover } from './hover.ts';
import { CANCELLED, marked, NOT_CANCELLED } from './testing/markedText.ts';

const HEAD = 'performance_year: 2024\npractice:\n  name: Elm\n  tin: "123456789"\n  clinicians: 9\nsubmission:\n  level: group\n';

const texts: InventoryTexts = {
  textOf: (id, year) => {
    if (id === 'IA_AHE_5' && year === 2025) return { text: 'It is suspended.', official: false, earlier: { year: 2024, text: 'Lead trials.', official: true } };
    return id === 'IA_BE_27' ? { text: `Ours on ${id}.`, official: false } : { text: `What *${id}* asks in ${year}:\n• one <b>thing</b>`, official: true };
  },
};

interface Shown {
  readonly text: string;
  /** What the hover is about, as it stands in the file. */
  readonly about: string;
}

function hoverAt(markedText: string, { markdown = false, withTexts = true, ...context }: Partial<AnalysisContext> & { markdown?: boolean; withTexts?: boolean } = {}): Shown | undefined {
  const { analysis, position, text } = marked(markedText, context);
  const shown = hover(analysis, position, { markdown, texts: withTexts ? texts : undefined }, NOT_CANCELLED);
  if (shown?.range === undefined) return undefined;
  const { start, end } = shown.range;
  return { text: (shown.contents as MarkupContent).value, about: text.slice(analysis.source.offsetAt(start), analysis.source.offsetAt(end)) };
}

describe('hover on an activity id', () => {
  it('tells everything about the activity in this plan', () => {
    const shown = hoverAt(`${HEAD}special_statuses: [rural]\nactivities:\n  - id: IA_<|>EPA_1\n    performed_by: all\n`);
    expect(shown?.about).toBe('IA_EPA_1');
    expect(shown?.text.split('\n\n')).toEqual([
      'IA_EPA_1 Provide 24/7 Access to MIPS Eligible Clinicians or Groups Who Have Real-Time Access to Patient\'s Medical Record',
      'High-weighted · 40 points in this plan (doubled) · Expanded Practice Access',
      'CMS: What *IA_EPA_1* asks in 2024:',
      '• one <b>thing</b>',
      'Period: At least 90 days in a row within 2024: begin by 3 October 2024.',
      'Evidence: CMS suggests any one of',
      '- Record with a time stamp outside normal hours\n- Claim or encounter outside normal hours\n- Visit on the same or the next day',
      'Keep it until 31 March 2031.',
      'MIPS Value Pathways in 2024:',
      expect.stringMatching(/^- G0053 Advancing Rheumatology Patient Care\n(?:- .+\n){5}- and \d more$/),
      'History: Listed 2017–2024, high-weighted. CMS changed its text in 2018, 2019, 2021 and 2022. CMS removed it for 2025 and named no successor.',
    ]);
  });

  it('renders nothing of the texts as markup', () => {
    const text = hoverAt(`${HEAD}activities:\n  - id: IA_<|>EPA_1\n`, { markdown: true })?.text;
    expect(text).toContain('**CMS:** What \\*IA_EPA_1\\* asks in 2024:\n\n• one \\<b\\>thing\\</b\\>');
    expect(text).toContain('`IA_EPA_1` **Provide 24/7 Access');
  });

  it.each([
    ['twice', '- id: IA_BE_4\n  - id: IA_BE<|>_4 # mips-disable-line duplicate-activity\n', `Medium-weighted · no points in this plan · Beneficiary Engagement\n\n- ${CATALOGUE['duplicate-activity'].summary}`],
    ['with too few clinicians', '- id: IA_BE<|>_4\n    performed_by: 2\n', 'no points in this plan'],
    ['that is dropped', '- id: IA_BE<|>_4\n    status: dropped\n', 'Medium-weighted · dropped, so no points'],
    ['as an alias', '- &one\n    id: IA_BE_4\n  - *o<|>ne\n', 'IA_BE_4 Engagement of patients'],
    ['as an alias of an id', '- id: &one IA_BE_4\n  - id: *o<|>ne # mips-disable-line duplicate-activity\n', CATALOGUE['duplicate-activity'].summary],
    ['in brackets', '- { id: IA_BE<|>_4 }\n', '10 points in this plan'],
    ['in quotes', '- id: "IA_BE<|>_4"\n', '10 points in this plan'],
    ['at its first letter', '- id: <|>IA_BE_4\n', '10 points in this plan'],
    ['with own summary', '- id: IA_BE<|>_27\n', 'Our summary, 2026: Ours on IA_BE_27.'],
    ['of a later year', '- id: IA_EPA<|>_7 # mips-disable-line activity-not-in-year\n', 'Not in CMS’s inventory of 2024. In 2024 it is IA_AHE_1.\n\nExpanded Practice Access\n\nCMS, 2026:'],
    ['of an earlier year', '- id: IA_BE<|>_10 # mips-disable-line activity-not-in-year\n', 'Not in CMS’s inventory of 2024. The nearest in 2024 is IA_PSPA_7.'],
    ['of another length', '- id: IA_ERP<|>_1\n', 'At least 6 months in a row within 2024: begin by 1 July 2024.'],
    ['of any length', '- id: IA_PSPA<|>_28\n', 'Any length within 2024.'],
    ['that needs no period', '- id: IA_P<|>CMH\n', 'None is needed: the recognition counts.'],
    ['with a repeat limit', '- id: IA_PSPA<|>_22 # mips-disable-line repeat-limit\n', 'Can be attested once in 4 years.'],
    ['with weights that changed', '- id: IA_AHE<|>_3\n', 'History: Listed 2017–2025: medium 2017, high 2018–2024, no weight 2025.'],
  ])('tells about one %s', (_, activities, text) => {
    expect(hoverAt(`${HEAD}activities:\n  ${activities}`)?.text).toContain(text);
  });

  it('tells about suspensions, with what was asked before', () => {
    const text = hoverAt('performance_year: 2025\nactivities:\n  - id: IA_AHE<|>_5 # mips-disable-line activity-suspended\n')?.text;
    expect(text).toContain('Our summary: It is suspended.\n\nCMS, 2024: Lead trials.');
    expect(text).toContain('At least 90 days in a row within 2025: begin by 6 May 2025. CMS suspended it on 6 May 2025: it counts only if it was under way or completed on that day.');
  });

  it('names the plan’s own pathway first', () => {
    const text = hoverAt('performance_year: 2024\nsubmission: { program: mvp, level: group, mvp: M0004 }\nactivities:\n  - id: IA_EPA<|>_1\n')?.text;
    expect(text).toMatch(/MIPS Value Pathways in 2024:\n\n- M0004 .+ \(this plan’s\)\n- G0053/);
    expect(text).toContain('High-weighted · 40 points in this plan · ');
  });

  it('is of use without texts and without a year', () => {
    expect(hoverAt(`${HEAD}activities:\n  - id: IA_BE<|>_4\n`, { withTexts: false })?.text).toContain('Period: At least 90 days');
    expect(hoverAt('activities:\n  - id: IA_BE<|>_4\n')?.text).toContain('points not known until the plan has a year');
    expect(hoverAt('performance_year: 2022\nsubmission: { program: app }\nactivities:\n  - id: IA_BE<|>_4\n')?.text).toContain('gives full credit');
  });

  it('says nothing about an id that CMS never had', () => {
    expect(hoverAt(`${HEAD}activities:\n  - id: IA_XX<|>_4\n`)).toBeUndefined();
  });
});

describe('hover on keys', () => {
  it.each([
    ['submission:\n  le<|>vel: group\n', 'level', 'level (required)\n\nWho the submission speaks for.\n\nWrite '],
    ['performance_year: 2024\npractice: { clinicians: 9 }\nsubmission: { level: group }\nactivities:\n  - perf<|>ormed_by: 5\n', 'performed_by', '2024: At least half of the clinicians: 5 of 9. (42 CFR 414.1360(a)(2))'],
    ['performance_year: 2018\nsubmission: { level: group }\nactivities:\n  - perf<|>ormed_by: 5\n', 'performed_by', '2018: One clinician is enough.'],
    ['performance_year: 2024\nspecial<|>_statuses: [rural]\n', 'special_statuses', '2024: 20 and 40 points instead of 10 and 20. (42 CFR 414.1380(b)(3))'],
    ['performance_year: 2025\nspecial<|>_statuses: [rural]\n', 'special_statuses', '2025: 40 points for each activity instead of 20.'],
    ['performance_year: 2024\nsubmission: { program: mvp }\nspecial<|>_statuses: [rural]\n', 'special_statuses', 'MVP participants earn the same'],
    ['performance_year: 2024\nap<|>m: {}\n', 'apm', '2024: 20 points if'],
    ['performance_year: 2017\nmedical<|>_home: {}\n', 'medical_home', 'At least one practice site'],
    ['performance_year: 2020\nia<|>_study: true\n', 'ia_study', 'nothing is earned by it'],
    ['performance_year: 2022\nspecial_statuses: [small_practice]\nsubmission: { level: group }\nrewei<|>ghted: [promoting_interoperability]\n', 'reweighted', 'weigh 30 %'],
    ['performance_year: 2024\nactivities:\n  - id: IA_ERP_1\n    peri<|>od:\n', 'period', 'At least 6 months in a row are needed; the last day to begin is 1 July 2024.'],
    ['performance_year: 2022\nactivities:\n  - { id: IA_PSPA_22, last<|>_attested: 2019 }\n', 'last_attested', 'again in 2022 if last in 2018 or before'],
    ['performance_year: 2024\nactiv<|>ities:\n  - id: IA_BE_4\n', 'activities', 'Secured on 15 June 2024: 0 points.\n\n- 1 medium-weighted × 10 = 10\n\n10 ÷ 40 × 15 % = 3.75 points of the final score.'],
    ['performance<|>_year: 2024\n', 'performance_year', '106 improvement activities'],
    ['usual: &usual\n  sta<|>tus: planned\nactivities:\n  - <<: *usual\n', 'status', 'Where the activity stands.'],
  ])('tells meaning and rule: %j', (text, about, words) => {
    const shown = hoverAt(text);
    expect(shown?.about).toBe(about);
    expect(shown?.text).toContain(words);
  });
});

describe('hover on values', () => {
  it.each([
    ['submission:\n  level: gr<|>oup\n', 'group', 'group\n\nEveryone who bills under the TIN.'],
    ['performance_year: 2024\nspecial_statuses: [ru<|>ral]\n', 'rural', '2024: 20 and 40 points instead of 10 and 20.'],
    ['activities:\n  - status: pla<|>nned\n', 'planned', 'Not begun. The default.'],
    ['performance_year: 20<|>24\n', '2024', 'Submission window: 2 January 2025 to 31 March 2025.'],
    ['performance_year: 2024\nsubmission:\n  program: mvp\n  mvp: G00<|>55\n', 'G0055', 'G0055 Advancing Care for Heart Disease\n\nA MIPS Value Pathway of 2023–2026, with'],
    ['performance_year: 2024\nroster:\n  adams: { name: Ann Adams }\nactivities:\n  - performed_by: [ad<|>ams]\n', 'adams', 'adams is Ann Adams, on the roster.'],
    ['roster:\n  adams:\nactivities:\n  - performed_by:\n      ad<|>ams: 2024-01-01/2024-03-30\n', 'adams', 'adams is on the roster.'],
    ['performance_year: 2024\nactivities:\n  - period: 2024-01-<|>01/2024-03-30\n', '2024-01-01/2024-03-30', 'At least 90 days in a row are needed'],
    ['performance_year: 2024\nactivities:\n  - period: { start: 2024-01-<|>01 }\n', '2024-01-01', 'The first day.'],
    ['performance_year: 2024\nactivities:\n  - performed_by: { adams: 2024-01-<|>01/2024-03-30 }\n', '2024-01-01/2024-03-30', 'At least 90 days in a row are needed'],
  ])('tells what they mean: %j', (text, about, words) => {
    const shown = hoverAt(text);
    expect(shown?.about).toBe(about);
    expect(shown?.text).toContain(words);
  });

  it('never shows a TIN', () => {
    const shown = hoverAt(HEAD.replace('1234', '12<|>34'));
    expect(shown?.about).toBe('"123456789"');
    expect(shown?.text).not.toContain('1234');
  });

  it('renders nothing of the file as markup', () => {
    const text = hoverAt('roster:\n  adams: { name: "**A** <img src=x> [b](http://c)" }\nactivities:\n  - performed_by: [ad<|>ams]\n', { markdown: true })?.text;
    expect(text).toBe('`adams` is \\*\\*A\\*\\* \\<img src=x\\> \\[b\\](http\\://c), on the roster.');
  });
});

describe('hover on a score', () => {
  const SHARE = 'period: 2024-01-01/2024-04-30, performed_by: 9';
  const scoreOf = (text: string): string | undefined => hoverAt(text)?.text.split('\n\n').slice(3).join('\n\n');

  it('shows how the points come about', () => {
    expect(scoreOf(`${HEAD}apm: {}\nactivi<|>ties:\n  - { id: IA_EPA_1, ${SHARE} }\n  - { id: IA_BE_4, ${SHARE} }\n  - { id: IA_BE_15, ${SHARE} }\n  - { id: IA_BE_15 }\n`)).toBe(
      '40 of 40 points, 20 of them secured on 15 June 2024.\n\n- 1 high-weighted × 20 = 20\n- 2 medium-weighted × 10 = 20\n- 1 without credit: 0\n- taking part in an Alternative Payment Model: 20\n\nTogether 60: 40 count. 40 ÷ 40 × 15 % = 15 points of the final score.');
    expect(scoreOf(`performance_year: 2025\npractice: { clinicians: 9 }\nsubmission: { level: group }\nactivi<|>ties:\n  - { id: IA_PCMH }\n  - { id: IA_BE_4, status: dropped }\n`)).toContain('- 1 IA_PCMH × 40 = 40\n\n40 ÷ 40');
    expect(scoreOf('performance_year: 2024\nsubmission: { level: group, program: app }\nactivi<|>ties:\n  - { id: IA_BE_4 }\n')).toContain('- the APM Performance Pathway: 40\n\n40 ÷ 40 × 20 % = 20 points');
    expect(scoreOf('performance_year: 2017\nsubmission: { level: group }\nreweighted: [quality, promoting_interoperability]\nactivi<|>ties: []\n')).not.toContain('final score');
    expect(scoreOf('performance_year: 1999\nactivi<|>ties: []\n')).toBe('');
  });

  it('says what would reach 40 where no finding does', () => {
    expect(scoreOf(`${HEAD}# mips-disable-next-line score-below-maximum\nactivi<|>ties:\n  - { id: IA_BE_4, ${SHARE} }\n`)).toContain('10 of 40 points, 0 of them secured on 15 June 2024. To reach 40, add 2 high-weighted activities, or 1 high-weighted and 1 medium-weighted activity, or');
  });
});

describe('hover on a period', () => {
  const activity = (keys: string): string => `${HEAD}activities:\n  - id: IA_BE_4\n    ${keys}\n`;
  it.each([
    ['its key', 'per<|>iod: 2024-03-01/2024-05-31', '92 days, first and last included. At least 90 days in a row are needed; the last day to begin is 3 October 2024. 214 days of 2024 are left after it.'],
    ['its value', 'period: 2024-03-<|>01/2024-12-31', '306 days, first and last included. At least 90 days in a row are needed; the last day to begin is 3 October 2024. It ends with 2024.'],
    ['a date of its map', 'period: { start: 2024-03-01, end: 2024-12-<|>30 }', '305 days, first and last included. At least 90 days in a row are needed; the last day to begin is 3 October 2024. 1 day of 2024 is left after it.'],
    ['a clinician’s own', 'performed_by: { ann: 2024-01-01/2024-06-30, bo: 2024-07-<|>01/2024-12-31 }', '184 days, first and last included. At least 90 days in a row are needed; the last day to begin is 3 October 2024. It ends with 2024.'],
    ['none yet', 'per<|>iod:', 'At least 90 days in a row are needed; the last day to begin is 3 October 2024. 200 days of 2024 are left, 15 June 2024 included.'],
    ['a reversed one', 'period: 2024-06-<|>01/2024-03-01', 'At least 90 days in a row are needed; the last day to begin is 3 October 2024.'],
    ['an alias', 'note: &p x\n    owner: y\n  - id: IA_BE_15\n    period: &q 2024-01-01/2024-03-31\n  - id: IA_BE_6\n    period: *<|>q', '91 days, first and last included.'],
  ])('tells about %s', (_, keys, words) => expect(hoverAt(activity(keys))?.text).toContain(words));

  it('does not say again what is wrong with it', () => {
    expect(hoverAt(activity('period: 2024-03-<|>01/2024-03-31'))?.text).toContain('31 days, first and last included. 275 days of 2024 are left after it.');
  });
});

describe('hover on who performed it', () => {
  const by = (performedBy: string, head = HEAD): string | undefined => hoverAt(`${head}activities:\n  - id: IA_BE_4\n    ${performedBy}\n`)?.text;
  it.each([
    ['performed_by: 6<|>', undefined],
    ['performed_by: <|>6', '6 of 9 clinicians: 66.67 %.\n\n2024: At least half of the clinicians: 5 of 9.'],
    ['perfor<|>med_by: all', '9 of 9 clinicians: 100 %.'],
    ['performed_by: <|>62.5%', '2024: At least half of the clinicians: 5 of 9.'],
    ['performed_by: { ann: 2024-01-01/2024-06-30, b<|>o: 2024-01-01/2024-06-30 }', undefined],
    ['performed_<|>by: [ann, bo, cy, di, ed]', '5 of 9 clinicians: 55.56 %.'],
  ])('tells the share and the threshold: %s', (performedBy, words) => {
    if (words === undefined) expect(by(performedBy)).toBeUndefined();
    else expect(by(performedBy)).toContain(words);
  });

  it('leaves to the finding what it says', () => {
    expect(by('performed_by: <|>2')).toContain('2 of 9 clinicians: 22.22 %.');
    expect(by('performed_by: <|>2')).not.toContain('At least half of the clinicians:');
  });
});

describe('hover beside findings', () => {
  it.each([
    ['activities:\n  - id: IA_BE_4\n  - id: IA_BE<|>_4\n', CATALOGUE['duplicate-activity'].summary],
    ['activities:\n  - id: IA_EPA<|>_7\n', 'Not in CMS’s inventory'],
    ['activities:\n  - id: IA_PSPA<|>_22\n', 'once in 4 years'],
  ])('does not say the same: %j', (activities, words) => {
    expect(hoverAt(HEAD + activities)?.text).toMatch(/^IA_/);
    expect(hoverAt(HEAD + activities)?.text).not.toContain(words);
  });

  it('tells what denies credit elsewhere', () => {
    expect(hoverAt(`${HEAD}activities:\n  - id: IA_BE<|>_4\n    performed_by: 2\n`)?.text).toContain(`- ${CATALOGUE['participation-too-low'].summary}`);
  });

  it('tells what a comment hides', () => {
    const shown = hoverAt(`${HEAD}activities:\n  - id: IA_BE_4\n    performed_by: 2 # mips-disable-line participation<|>-too-low\n`);
    expect(shown).toEqual({ about: 'participation-too-low', text: `participation-too-low is hidden on one line.\n\n${CATALOGUE['participation-too-low'].summary}` });
    expect(hoverAt('# mips-disable-file per<|>iod\n')).toBeUndefined();
  });
});

describe('hover in a file of hostile words', () => {
  const HOSTILE = '**x** <img src=x onerror=alert(1)> [a](command:x) ![b](http://c) `d` www.e.org # f';
  const quoted = `"${HOSTILE}"`;
  const FILE = `performance_year: 2024\npractice: { name: ${quoted}, clinicians: 2, tin: ${quoted} }\nsubmission: { level: group, npi: ${quoted}, entity_id: ${quoted}, mvp: ${quoted}, program: ${quoted} }\nmedical_home: { recognized_by: ${quoted} }\napm: { name: ${quoted} }\nroster:\n  adams: { name: ${quoted}, npi: ${quoted} }\nspecial_statuses: [${quoted}]\nactivities:\n  - id: ${quoted}\n    owner: ${quoted}\n    note: ${quoted}\n    period: ${quoted}\n    performed_by: [adams, ${quoted}]\n    evidence: [${quoted}, { title: ${quoted}, url: ${quoted} }]\n    ${quoted}: x\n`;

  it('renders nothing of it as markup, wherever the mouse rests', () => {
    let shown = 0;
    for (let offset = 0; offset <= FILE.length; offset += 3) {
      const text = hoverAt(`${FILE.slice(0, offset)}<|>${FILE.slice(offset)}`, { markdown: true, withTexts: false })?.text;
      if (text === undefined) continue;
      shown++;
      expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(|\*\*x\*\*|(?<!\\)!\[/);
    }
    expect(shown).toBeGreaterThan(100);
  });
});

describe('hover elsewhere', () => {
  it.each([
    ['on blank lines', 'performance_year: 2024\n<|>\npractice:\n'],
    ['behind a value', 'performance_year: 2024 <|>\n'],
    ['in comments', 'performance_year: 2024 # IA_<|>BE_4\n'],
    ['on unknown keys', 'col<|>our: red\n'],
    ['on their values', 'colour: r<|>ed\n'],
    ['in prose', 'activities:\n  - note: |\n      so<|>me\n'],
    ['between documents', 'performance_year: 2024\n-<|>--\nperformance_year: 2025\n'],
    ['in an empty file', '<|>'],
  ])('says nothing %s', (_, text) => {
    expect(hoverAt(text)).toBeUndefined();
  });

  it('says nothing once cancelled', () => {
    const { analysis, position } = marked('performance<|>_year: 2024\n');
    expect(hover(analysis, position, { markdown: true, texts }, CANCELLED)).toBeUndefined();
  });

  it('speaks of the plan that it is in', () => {
    expect(hoverAt('performance_year: 2018\nactivities: [{ id: IA_BE_4 }]\n---\nperformance_year: 2025\nactivities: [{ id: IA_BE<|>_4 }]\n')?.text).toContain('20 points in this plan · Beneficiary');
  });

  it.each([['CRLF', (text: string) => text.replaceAll('\n', '\r\n')], ['a byte-order mark', (text: string) => `\ufeff${text}`]])('finds its place with %s', (_, form) => {
    expect(hoverAt(form(`${HEAD}activities:\n  - id: IA_BE<|>_4\n`))).toMatchObject({ about: 'IA_BE_4' });
    expect(hoverAt(form('performance<|>_year: 2024\n'))).toMatchObject({ about: 'performance_year' });
  });
});
