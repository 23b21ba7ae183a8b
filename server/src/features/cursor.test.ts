import { describe, expect, it } from 'vitest';
import { cursorAt } from './cursor.ts';
import type { Slot } from './cursor/slot.ts';
import { marked } from './testing/markedText.ts';

/** What can stand at the cursor in a few words: `key of activity` or `activity.id`, then what is typed there. */
function slotsAt(markedText: string): string[] {
  const { analysis, position } = marked(markedText);
  return cursorAt(analysis, position).slots.map(inWords);
}

function inWords(slot: Slot): string {
  const place = slot.kind === 'key' ? `key of ${slot.map.name}` : slot.shape.name;
  const { typed, quote } = slot.written;
  return [place, `‹${quote ?? ''}${typed}›`, slot.lead === '' ? '' : JSON.stringify(slot.lead)].filter((word) => word !== '').join(' ');
}

const FORMS = {
  'with LF': (text: string) => text,
  'with CRLF': (text: string) => text.replaceAll('\n', '\r\n'),
  'with a byte-order mark': (text: string) => `\ufeff${text}`,
  'behind another document': (text: string) => `performance_year: 2019\npractice: { name: A }\n---\n${text}`,
  'before another document': (text: string) => `${text.endsWith('\n') ? text : `${text}\n`}---\nperformance_year: 2019\n`,
  'below an unclosed quote': (text: string) => text.replace('name: Elm', 'name: "Elm'),
  'below a line that begins with a tab': (text: string) => text.replace('  name: Elm', '\tname: Elm'),
  'below a line that is indented wrongly': (text: string) => text.replace('  level: group', '  program: traditional\n   level: group'),
  'below a key without a colon': (text: string) => text.replace('name: Elm', 'name Elm'),
  'below an unclosed brace': (text: string) => text.replace('practice:\n  name: Elm', 'practice: { name: Elm'),
} as const;

const PLAN = 'performance_year: 2024\npractice:\n  name: Elm\nsubmission:\n  level: group\n';

/** The tail of a plan with the cursor, and what can stand there. */
const CASES: Readonly<Record<string, readonly [tail: string, slots: readonly string[]]>> = {
  'an empty value': ['activities:\n  - id: <|>\n', ['activity.id ‹›']],
  'an empty value at the end of the file': ['activities:\n  - id: <|>', ['activity.id ‹›']],
  'an empty value without a blank': ['activities:\n  - id:<|>\n', ['activity.id ‹› " "']],
  'an empty value before other keys': ['activities:\n  - id: <|>\n    status: planned\n', ['activity.id ‹›']],
  'an empty value before other activities': ['activities:\n  - id: <|>\n  - id: IA_BE_4\n', ['activity.id ‹›']],
  'an empty value before a comment': ['activities:\n  - id: <|>  # which?\n', ['activity.id ‹›']],
  'an empty value just before a comment': ['activities:\n  - id: <|># which?\n', ['activity.id ‹›']],
  'an empty value after trailing blanks': ['activities:\n  - id:   <|>  \n', ['activity.id ‹›']],
  'a half-typed value': ['activities:\n  - id: IA_B<|>\n', ['activity.id ‹IA_B›']],
  'the middle of a value': ['activities:\n  - id: IA_<|>BE_4\n    status: planned\n', ['activity.id ‹IA_›']],
  'the beginning of a value': ['activities:\n  - id: <|>IA_BE_4\n', ['activity.id ‹›']],
  'several words': ['activities:\n  - id: care coord<|>\n', ['activity.id ‹care coord›']],
  'words and a blank': ['activities:\n  - id: care <|>\n    status: planned\n', ['activity.id ‹care ›']],
  'words and a blank before a comment': ['activities:\n  - id: care <|>  # x\n', ['activity.id ‹care ›']],
  'empty double quotes': ['activities:\n  - id: "<|>"\n', ['activity.id ‹"›']],
  'single quotes': ["activities:\n  - id: 'IA<|>'\n", ["activity.id ‹'IA›"]],
  'an open double quote': ['activities:\n  - id: "<|>\n    status: planned\n', ['activity.id ‹"›']],
  'an open quote with words': ["activities:\n  - id: 'care coo<|>\n  - id: IA_BE_4\n", ["activity.id ‹'care coo›"]],
  'behind a closed quote': ['activities:\n  - id: "IA_BE_4" <|>\n', []],
  'an anchored value': ['activities:\n  - id: &first IA<|>\n', ['activity.id ‹IA›']],
  'an alias': ['activities:\n  - id: &a IA_BE_4\n  - id: *<|>a\n', []],

  'a flow map': ['activities:\n  - { id: <|> }\n', ['activity.id ‹›']],
  'a flow map without a blank': ['activities:\n  - {id:<|>}\n', ['activity.id ‹› " "']],
  'a half-typed value in a flow map': ['activities:\n  - { id: IA_B<|>, status: planned }\n', ['activity.id ‹IA_B›']],
  'quotes in a flow map': ['activities:\n  - { "id": "IA<|>" }\n', ['activity.id ‹"IA›']],
  'an open flow map': ['activities:\n  - { id: <|>\n', ['activity.id ‹›']],
  'an open flow map before another activity': ['activities:\n  - { id: IA<|>\n  - id: IA_BE_4\n', ['activity.id ‹IA›']],
  'a flow map over several lines': ['activities:\n  - { id: IA_BE_4,\n      status: <|> }\n', ['activity.status ‹›']],
  'a key in a flow map': ['activities:\n  - { id: IA_BE_4, <|> }\n', ['key of activity ‹›']],
  'a half-typed key in a flow map': ['activities:\n  - { id: IA_BE_4, sta<|> }\n', ['key of activity ‹sta›']],
  'a period in a flow map': ['activities:\n  - id: IA_BE_4\n    period: { start: 2024-01-01, end: <|> }\n', ['period.end ‹›']],
  'an empty flow list': ['special_statuses: [<|>]\n', ['plan.special_statuses[] ‹›']],
  'a flow list behind a comma': ['special_statuses: [rural, <|>]\n', ['plan.special_statuses[] ‹›']],
  'an open flow list': ['special_statuses: [rural, sm<|>\nactivities: []\n', ['plan.special_statuses[] ‹sm›']],
  'behind a flow list': ['special_statuses: [rural] <|>\n', []],
  'names in a flow list': ['activities:\n  - id: IA_BE_4\n    performed_by: [adams, <|>]\n', ['activity.performed_by[] ‹›']],
  'names in a flow map': ['activities:\n  - id: IA_BE_4\n    performed_by: { adams: <|> }\n', ['clinician_periods.period ‹›']],
  'nested flow collections': ['activities: [{ id: IA_BE_4, performed_by: [adams, b<|>] }]\n', ['activity.performed_by[] ‹b›']],

  'behind a dash': ['activities:\n  - <|>\n', ['plan.activities[] ‹›', 'key of activity ‹›']],
  'behind a dash without a blank': ['activities:\n  -<|>\n', ['plan.activities[] ‹› " "', 'key of activity ‹› " "']],
  'behind a dash at the end of the file': ['activities:\n  -<|>', ['plan.activities[] ‹› " "', 'key of activity ‹› " "']],
  'words behind a dash': ['activities:\n  - IA_B<|>\n', ['plan.activities[] ‹IA_B›', 'key of activity ‹IA_B›']],
  'behind a dash before its keys': ['activities:\n  - <|>\n    status: planned\n', ['plan.activities[] ‹›', 'key of activity ‹›']],
  'below a dash': ['activities:\n  -\n    <|>\n', ['key of activity ‹›']],
  'behind the dash of a list that is not indented': ['activities:\n- <|>\n', ['plan.activities[] ‹›', 'key of activity ‹›']],
  'behind a dash of statuses': ['special_statuses:\n  - rural\n  - <|>\n', ['plan.special_statuses[] ‹›']],
  'behind a dash of evidence': ['activities:\n  - id: IA_BE_4\n    evidence:\n      - <|>\n', ['activity.evidence[] ‹›', 'key of evidence ‹›']],
  'a new item of a list': ['special_statuses:\n  - rural\n  <|>\n', ['plan.special_statuses[] ‹› "- "']],
  'a half-typed new item': ['special_statuses:\n  - rural\n  sm<|>\n', ['plan.special_statuses[] ‹sm› "- "']],
  'a new item of a list that is not indented': ['activities:\n- id: IA_BE_4\n<|>\n', ['plan.activities[] ‹› "- "', 'key of plan ‹›']],
  'the first item': ['special_statuses:\n  <|>\n', ['plan.special_statuses[] ‹› "- "']],
  'the first item of a list that is not indented': ['special_statuses:\n<|>\n', ['plan.special_statuses[] ‹› "- "', 'key of plan ‹›']],
  'behind a dash of names': ['activities:\n  - id: IA_BE_4\n    performed_by:\n      - ad<|>\n', ['activity.performed_by[] ‹ad›']],

  'a key at the top': ['<|>\n', ['key of plan ‹›']],
  'a half-typed key at the top': ['act<|>\n', ['key of plan ‹act›']],
  'a key at the end of the file': ['act<|>', ['key of plan ‹act›']],
  'a key with its colon': ['act<|>:\n', ['key of plan ‹act›']],
  'a key of a map': ['apm:\n  name: MSSP\n  <|>\n', ['key of apm ‹›']],
  'the first key of a map': ['medical_home:\n  <|>\n', ['key of medical_home ‹›']],
  'the half-typed first key of a map': ['medical_home:\n  si<|>\nactivities: []\n', ['key of medical_home ‹si›']],
  'a map on the line of its key': ['medical_home: <|>\n', ['key of medical_home ‹› "\\n  "']],
  'a list on the line of its key': ['special_statuses: <|>\n', ['plan.special_statuses[] ‹› "\\n  - "']],
  'a key of an activity': ['activities:\n  - id: IA_BE_4\n    <|>\n', ['key of activity ‹›']],
  'a half-typed key of an activity': ['activities:\n  - id: IA_BE_4\n    sta<|>\n    owner: Ann\n', ['key of activity ‹sta›']],
  'a half-typed key before another activity': ['activities:\n  - id: IA_BE_4\n    sta<|>\n  - id: IA_BE_15\n', ['key of activity ‹sta›']],
  'a key of an activity that is indented too far': ['activities:\n  - id: IA_BE_4\n      sta<|>\n', ['key of activity ‹sta› "    "']],
  'a key of an activity that is indented too little': ['activities:\n  - id: IA_BE_4\n   <|>\n', ['key of activity ‹› "    "']],
  'a new activity': ['activities:\n  - id: IA_BE_4\n  <|>\n', ['plan.activities[] ‹› "- "']],
  'a key below a list': ['activities:\n  - id: IA_BE_4\n<|>\n', ['key of plan ‹›']],
  'a quoted key': ['activities:\n  - id: IA_BE_4\n    "sta<|>": planned\n', ['key of activity ‹"sta›']],
  'what can be a map or a list': ['activities:\n  - id: IA_BE_4\n    performed_by:\n      <|>\n', ['key of clinician_periods ‹›', 'activity.performed_by[] ‹› "- "']],
  'a name in a map of names': ['activities:\n  - id: IA_BE_4\n    performed_by:\n      ad<|>\n', ['key of clinician_periods ‹ad›', 'activity.performed_by[] ‹ad› "- "']],
  'a clinician of the roster': ['roster:\n  adams:\n    <|>\n', ['key of clinician ‹›']],
  'the value of an unknown key': ['colour: <|>\n', []],

  'a comment': ['# IA_<|>\n', []],
  'a comment behind a value': ['activities:\n  - id: IA_BE_4 # IA_<|>\n', []],
  'prose': ['activities:\n  - id: IA_BE_4\n    note: |\n      Some\n      te<|>xt\n', []],
  'the end of prose': ['activities:\n  - id: IA_BE_4\n    note: |\n      Some\n      <|>\n', []],
  'below prose': ['activities:\n  - id: IA_BE_4\n    note: |\n      Some\n    <|>\n', ['key of activity ‹›']],
  'quoted prose': ['activities:\n  - id: IA_BE_4\n    note: "Some\n      te<|>xt"\n', []],

  'a map that aliases repeat': ['usual: &usual\n  status: pl<|>\nactivities:\n  - <<: *usual\n    id: IA_BE_4\n', ['activity.status ‹pl›']],
  'a key in a map that aliases repeat': ['usual: &usual\n  status: planned\n  <|>\nactivities:\n  - <<: *usual\n    id: IA_BE_4\n', ['key of activity ‹›']],
  'a list that an alias repeats': ['names: &names [adams, <|>]\nactivities:\n  - id: IA_BE_4\n    performed_by: *names\n', ['activity.performed_by[] ‹›']],
  'an anchored map': ['activities:\n  - &first\n    id: IA_BE_4\n    <|>\n  - *first\n', ['key of activity ‹›']],
};

describe('cursorAt', () => {
  for (const [form, asForm] of Object.entries(FORMS)) {
    describe(form, () => {
      it.each(Object.entries(CASES))('finds %s', (_, [tail, slots]) => {
        const text = asForm(PLAN + tail);
        const expected = form === 'with CRLF' ? slots.map((slot) => slot.replace('\\n', '\\r\\n')) : slots;
        expect(slotsAt(text)).toEqual(expected);
      });
    });
  }

  it('finds the keys of a plan in an empty file', () => {
    expect(slotsAt('<|>')).toEqual(['key of plan ‹›']);
    expect(slotsAt('# A plan\n<|>\n')).toEqual(['key of plan ‹›']);
    expect(slotsAt('perf<|>')).toEqual(['key of plan ‹perf›']);
  });
});
