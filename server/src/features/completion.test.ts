import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { completionAt, resolveCompletion } from './completion.ts';
import { Completions, SIMPLE_CLIENT, VSCODE } from './testing/completions.ts';
import { CANCELLED, marked, TEST_CONTEXT } from './testing/markedText.ts';

const HEAD = 'performance_year: 2024\npractice:\n  name: Elm\n  clinicians: 9\nsubmission:\n  level: group\n';

function at(markedText: string): Completions {
  return new Completions(markedText);
}

describe('keys', () => {
  it('are those that the map does not have, the required first', () => {
    expect(at('performance_year: 2024\n<|>\n').labels).toEqual([
      'practice', 'submission', 'activities', 'special_statuses', 'medical_home', 'apm', 'reweighted', 'roster', 'ia_study',
    ]);
    expect(at(`${HEAD}activities:\n  - id: IA_BE_4\n    status: planned\n    <|>\n`).labels).toEqual(['period', 'performed_by', 'evidence', 'owner', 'note', 'last_attested']);
  });

  it('are none between the items of a list that stands at the column of its key', () => {
    const list = `${HEAD}special_statuses:\n- rural\n<|>\n- hpsa\nactivities: []\n`;
    expect(at(list).labels).toEqual(['small_practice', 'non_patient_facing']);
    expect(at(list.replace('- rural\n<|>\n- hpsa', '<|>\n- hpsa')).labels).not.toContain('roster');
    expect(at(list.replace('<|>\n- hpsa', '- hpsa\n<|>')).labels).toContain('roster');
    expect(at(`${HEAD}activities:\n- id: IA_BE_4\n  evidence:\n  - a.pdf\n  <|>\n  - b.pdf\n`).labels).not.toContain('note');
  });

  it('say what they mean and what the rule is', () => {
    const { documentation, detail } = at(`${HEAD}activities:\n  - id: IA_BE_4\n    <|>\n`).item('performed_by');
    expect(documentation).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('5 of 9') as string });
    expect(detail).toBeUndefined();
    expect(at('<|>').item('performance_year').detail).toBe('required');
  });

  it('need what the plan makes necessary', () => {
    expect(at('performance_year: 2024\nsubmission:\n  level: group\n  program: mvp\n  <|>\n').items[0]).toMatchObject({ label: 'mvp', detail: 'required' });
    expect(at('submission:\n  level: group\npractice:\n  name: Elm\n  <|>\n').items[0]).toMatchObject({ label: 'clinicians', detail: 'required' });
  });

  it('keep the key that is being changed', () => {
    expect(at(`${HEAD}activities:\n  - id: IA_BE_4\n    stat<|>us: planned\n`).labels).toContain('status');
  });

  it('can stand in the place of merged ones', () => {
    const completions = at('usual: &usual\n  status: planned\nactivities:\n  - <<: *usual\n    <|>\n');
    expect(completions.item('status').detail).toBe('instead of the merged value');
  });

  it.each([
    ['a value', 'performance_year: 2024\nsubmission:\n  <|>\n', 'level', 'performance_year: 2024\nsubmission:\n  level: <|>\n'],
    ['a half-typed key', 'performance_year: 2024\nsubmission:\n  lev<|>\n', 'level', 'performance_year: 2024\nsubmission:\n  level: <|>\n'],
    ['a key with its colon', 'submission:\n  le<|>l: group\n', 'level', 'submission:\n  level<|>: group\n'],
    ['a quoted key', 'submission:\n  "le<|>": group\n', 'level', 'submission:\n  "level<|>": group\n'],
    ['a map', 'performance_year: 2024\n<|>', 'practice', 'performance_year: 2024\npractice:\n  <|>'],
    ['a list', 'performance_year: 2024\nspec<|>\n', 'special_statuses', 'performance_year: 2024\nspecial_statuses:\n  - <|>\n'],
    ['the activities', 'performance_year: 2024\n<|>', 'activities', 'performance_year: 2024\nactivities:\n  - id: <|>'],
    ['a list in an activity', `${HEAD}activities:\n  - id: IA_BE_4\n    ev<|>\n`, 'evidence', `${HEAD}activities:\n  - id: IA_BE_4\n    evidence:\n      - <|>\n`],
    ['a map in a file of four columns', 'practice:\n    name: Elm\n<|>\n', 'submission', 'practice:\n    name: Elm\nsubmission:\n    <|>\n'],
    ['a list in a file of four columns', 'practice:\n    name: Elm\n<|>\n', 'activities', 'practice:\n    name: Elm\nactivities:\n    - id: <|>\n'],
    ['a map in a file of three columns', 'practice:\n   name: Elm\n<|>\n', 'submission', 'practice:\n   name: Elm\nsubmission:\n   <|>\n'],
    ['a list in a file of three columns', 'practice:\n   name: Elm\nactivities:\n   -  id: IA_BE_4\n      <|>\n', 'evidence', 'practice:\n   name: Elm\nactivities:\n   -  id: IA_BE_4\n      evidence:\n         -  <|>\n'],
    ['a list in a file whose lists are not indented', 'practice:\n  name: Elm\nactivities:\n- id: IA_BE_4\n  <|>\n', 'evidence', 'practice:\n  name: Elm\nactivities:\n- id: IA_BE_4\n  evidence:\n  - <|>\n'],
    ['a map in a file with CRLF', 'performance_year: 2024\r\n<|>\r\n', 'practice', 'performance_year: 2024\r\npractice:\r\n  <|>\r\n'],
    ['a map on the line of its key', 'performance_year: 2024\npractice: <|>\n', 'name', 'performance_year: 2024\npractice:\n  name: <|>\n'],
    ['a map before a comment', 'prac<|> # who\n', 'practice', 'practice:<|> # who\n'],
    ['a key in quotes', 'performance_year: 2024\nsubmission:\n  "le<|>"\n', 'level', 'performance_year: 2024\nsubmission:\n  "level": <|>\n'],
    ['a key in a quote that is open', "performance_year: 2024\n'act<|>", 'activities', "performance_year: 2024\n'activities':\n  - id: <|>"],
    ['a key in quotes in a flow map', '{"performance_year":2024,"<|>"}', 'practice', '{"performance_year":2024,"practice": <|>}'],
    ['a key before another in a flow map', 'practice: {<|>name: Elm }\n', 'clinicians', 'practice: {clinicians<|>: Elm }\n'],
    ['the first key in an open brace', '{ <|>', 'performance_year', '{ performance_year: <|>'],
    ['a key in an open brace', '# JSON\n{\n  "performance_year": 2024,\n  "pr<|>', 'practice', '# JSON\n{\n  "performance_year": 2024,\n  "practice": <|>'],
    ['a clinician’s own period in quotes', `${HEAD}roster: { adams: , baker: }\nactivities:\n  - id: IA_BE_4\n    performed_by:\n      "ba<|>"\n`, 'baker:', `${HEAD}roster: { adams: , baker: }\nactivities:\n  - id: IA_BE_4\n    performed_by:\n      "baker": <|>\n`],
    ['a key in a flow map', 'practice: { name: Elm, <|> }\n', 'clinicians', 'practice: { name: Elm, clinicians: <|> }\n'],
    ['what is indented too far', `${HEAD}activities:\n  - id: IA_BE_4\n      st<|>\n`, 'status', `${HEAD}activities:\n  - id: IA_BE_4\n    status: <|>\n`],
    ['the first key behind a dash', `${HEAD}activities:\n  -<|>\n`, 'id', `${HEAD}activities:\n  - id: <|>\n`],
    ['a clinician’s own period', `${HEAD}roster: { adams: , baker: }\nactivities:\n  - id: IA_BE_4\n    performed_by:\n      adams: 2024-01-01/2024-03-30\n      <|>\n`, 'baker:', `${HEAD}roster: { adams: , baker: }\nactivities:\n  - id: IA_BE_4\n    performed_by:\n      adams: 2024-01-01/2024-03-30\n      baker: <|>\n`],
  ])('insert what comes next: %s', (_, before, label, after) => {
    expect(at(before).apply(label)).toBe(after);
  });

  it('use what the client can do', () => {
    const map = new Completions('performance_year: 2024\n<|>', VSCODE);
    expect(map.item('practice')).toMatchObject({ insertTextMode: 1, command: { command: 'editor.action.triggerSuggest' }, labelDetails: { description: 'required' } });
    expect(new Completions('practice:\n  name: Elm\n  <|>\n', VSCODE).apply('tin')).toBe('practice:\n  name: Elm\n  tin: "<|>"\n');
    expect(new Completions('{ <|> }', VSCODE).apply('special_statuses')).toBe('{ special_statuses: [<|>] }');
    expect(at('practice:\n  name: Elm\n  <|>\n').apply('tin')).toBe('practice:\n  name: Elm\n  tin: <|>\n');
    expect(new Completions('practice:\n  <|>\n', VSCODE).item('name').command).toBeUndefined();
    const renaming = new Completions('submission:\n  le<|>l: group\n', VSCODE);
    expect(renaming.apply('level', 'insert')).toBe('submission:\n  level<|>l: group\n');
    expect(renaming.apply('level', 'replace')).toBe('submission:\n  level<|>: group\n');
  });
});

describe('values', () => {
  it.each([
    ['levels of the year', 'performance_year: 2017\nsubmission:\n  level: <|>\n', ['individual', 'group', 'apm_entity']],
    ['levels of the program', 'performance_year: 2024\nsubmission:\n  program: mvp\n  level: <|>\n', ['individual', 'group', 'subgroup', 'apm_entity']],
    ['levels without a year', 'submission:\n  level: <|>\n', ['individual', 'group', 'virtual_group', 'subgroup', 'apm_entity']],
    ['programs of the year', 'performance_year: 2019\nsubmission:\n  program: <|>\n', ['traditional', 'apm_scoring_standard']],
    ['programs of the plan that the cursor is in', 'performance_year: 2019\n---\nperformance_year: 2024\nsubmission:\n  program: <|>\n', ['traditional', 'mvp', 'app']],
    ['statuses that are not listed', 'special_statuses: [rural, <|>]\n', ['small_practice', 'hpsa', 'non_patient_facing']],
    ['statuses in a list with dashes', 'special_statuses:\n  - rural\n  - <|>\n', ['small_practice', 'hpsa', 'non_patient_facing']],
    ['the status that the cursor is before', 'special_statuses: [<|>rural, hpsa]\n', ['small_practice', 'rural', 'non_patient_facing']],
    ['the status that is being changed', 'special_statuses: [ru<|>ral, hpsa]\n', ['small_practice', 'rural', 'non_patient_facing']],
    ['categories', 'reweighted: [<|>]\n', ['quality', 'cost', 'improvement_activities', 'promoting_interoperability']],
    ['true and false', 'ia_study: <|>\n', ['true', 'false']],
    ['years, the nearest first', 'performance_year: <|>\n', ['2024', '2025', '2023', '2026', '2022', '2021', '2020', '2019', '2018', '2017']],
    ['who performed it', `${HEAD}activities:\n  - id: IA_BE_4\n    performed_by: <|>\n`, ['all', '5', '50%']],
    ['who performed it in a year when one was enough', 'performance_year: 2018\npractice: { name: A, clinicians: 9 }\nactivities:\n  - id: IA_BE_4\n    performed_by: <|>\n', ['all', '1']],
    ['names that are not listed', 'roster: { adams: , baker: , true: }\nactivities:\n  - id: IA_BE_4\n    performed_by: [adams, <|>]\n', ['baker', 'true']],
    ['names and all', 'performance_year: 2024\nroster: { adams: , baker: }\nactivities:\n  - id: IA_BE_4\n    performed_by: <|>\n', ['all', '1', '50%', '[…]']],
    ['names in two ways', 'roster: { adams: , baker: }\nactivities:\n  - id: IA_BE_4\n    performed_by:\n      <|>\n', ['adams:', 'baker:', 'adams', 'baker']],
    ['the size of the roster', 'roster: { adams: , baker: }\npractice:\n  clinicians: <|>\n', ['2']],
    ['the status that the period tells', 'activities:\n  - id: IA_BE_4\n    period: 2024-01-01/2024-04-30\n    status: <|>\n', ['completed', 'planned', 'in_progress', 'dropped']],
    ['years in which it may have been attested', 'performance_year: 2022\nactivities:\n  - id: IA_PSPA_22\n    last_attested: <|>\n', ['2018', '2017', '2021', '2020', '2019']],
    ['a period', `${HEAD}activities:\n  - id: IA_BE_4\n    period: <|>\n`, ['2024-06-15/2024-09-12', '2024-01-01/2024-03-30', '2024-10-03/2024-12-31', '2024-01-01/2024-12-31']],
    ['a period of another minimum', 'performance_year: 2025\nactivities:\n  - id: IA_ERP_1\n    period: <|>\n', ['2025-01-01/2025-06-30', '2025-07-01/2025-12-31', '2025-01-01/2025-12-31']],
    ['a period of a suspended activity', 'performance_year: 2025\nactivities:\n  - id: IA_AHE_5\n    period: <|>\n', ['2025-01-01/2025-03-31', '2025-05-06/2025-08-03', '2025-01-01/2025-12-31']],
    ['the end of a period', `${HEAD}activities:\n  - id: IA_BE_4\n    period: 2024-02-01/<|>\n`, ['2024-02-01/2024-04-30', '2024-02-01/2024-12-31']],
    ['a late period', `${HEAD}activities:\n  - id: IA_BE_4\n    period: 2024-11-01<|>\n`, ['2024-11-01/2024-12-31']],
    ['a first day', `${HEAD}activities:\n  - id: IA_BE_4\n    period:\n      start: <|>\n`, ['2024-06-15', '2024-01-01', '2024-10-03']],
    ['a first day before a last', `${HEAD}activities:\n  - id: IA_BE_4\n    period: { start: <|>, end: 2024-05-31 }\n`, ['2024-06-15', '2024-01-01', '2024-03-03', '2024-10-03']],
    ['a last day', `${HEAD}activities:\n  - id: IA_BE_4\n    period: { start: 2024-02-01, end: <|> }\n`, ['2024-04-30', '2024-06-15', '2024-12-31']],
    ['pathways by words', 'performance_year: 2024\nsubmission:\n  program: mvp\n  mvp: heart dis<|>\n', ['G0055']],
    ['nothing for a name', 'practice:\n  name: <|>\n', []],
    ['nothing before an anchor, which aliases need', 'activities:\n  - id: IA_BE_4\n    period: <|>&p 2024-01-01/2024-05-01\n', []],
    ['nothing where a comma is missing', 'submission: {\n  level: group\n  <|>\n}\n', []],
    ['nothing between brackets and what follows', 'special_statuses: [ <|> rural]\n', []],
    ['nothing behind a closing bracket', 'submission: {\n  level: group\n}<|>\n', []],
    ['nothing beside lines below', 'roster: { adams: }\nactivities:\n  - id: IA_BE_4\n    performed_by: <|>\n      adams: 2024-01-01/2024-05-01\n', []],
    ['nothing before other brackets', 'submission: { level: <|>[] }\n', []],
    ['nothing for an unknown key', 'colour: <|>\n', []],
  ])('are %s', (_, text, labels) => {
    expect(at(text).labels).toEqual(labels);
  });

  it('say what they mean', () => {
    expect(at('special_statuses: [<|>]\n').item('small_practice').documentation).toMatchObject({ value: expect.stringContaining('15 or fewer') as string });
    expect(at('performance_year: <|>\n').item('2017').documentation).toMatchObject({ value: expect.stringContaining('93 improvement activities') as string });
    expect(at('performance_year: 2024\nsubmission:\n  mvp: <|>\n').item('G0055').detail).toMatch(/^Advancing Care for Heart Disease · \d+ improvement activities in 2024$/);
  });

  it.each([
    ['a number in quotes', 'performance_year: "20<|>"\n', '2024', 'performance_year: 2024<|>\n'],
    ['a word in quotes', 'submission:\n  level: "gr<|>"\n', 'group', 'submission:\n  level: "group<|>"\n'],
    ['a word in an open quote', "submission:\n  level: 'gr<|>\n", 'group', "submission:\n  level: 'group'<|>\n"],
    ['a value without a blank', 'submission:\n  level:<|>\n', 'group', 'submission:\n  level: group<|>\n'],
    ['a value just before a comment', 'submission:\n  level: <|># who\n', 'group', 'submission:\n  level: group <|># who\n'],
    ['a value before another', 'submission:\n  level: <|>  individual # who\n', 'group', 'submission:\n  level: group<|> # who\n'],
    ['a value before another in a flow map', 'submission: { level:<|>  individual, program: mvp }\n', 'group', 'submission: { level: group<|>, program: mvp }\n'],
    ['an item before another in a flow list', 'special_statuses: [<|>rural]\n', 'hpsa', 'special_statuses: [hpsa<|>]\n'],
    ['a word in quotes right behind a colon', '{"submission":{"level":"<|>"}}', 'group', '{"submission":{"level":"group<|>"}}'],
    ['an item on the line of its key', 'special_statuses: <|>\n', 'rural', 'special_statuses:\n  - rural<|>\n'],
    ['an item that brings its dash', 'special_statuses:\n    - rural\n    <|>\n', 'hpsa', 'special_statuses:\n    - rural\n    - hpsa<|>\n'],
    ['a name that YAML takes for something else', 'roster: { true: }\nactivities:\n  - id: IA_BE_4\n    performed_by: [<|>]\n', 'true', 'roster: { true: }\nactivities:\n  - id: IA_BE_4\n    performed_by: ["true"<|>]\n'],
  ])('are inserted right: %s', (_, before, label, after) => {
    expect(at(before).apply(label).replace(/ <\|># /, ' <|># ')).toBe(after.replace(/ <\|># /, ' <|># '));
  });
});

describe('aliases', () => {
  const ANCHORS = `${HEAD}defaults: &usual\n  status: planned\nactivities:\n  - id: IA_BE_4\n    period: &spring 2024-03-01/2024-06-30 # long\n`;

  it.each([
    ['behind a key', `${ANCHORS}  - id: IA_BE_5\n    period: *<|>\n`],
    ['half-typed', `${ANCHORS}  - id: IA_BE_5\n    period: *sp<|>\n`],
    ['of a merge key', `${ANCHORS}  - <<: *<|>\n`],
    ['in braces', `${ANCHORS}  - { id: IA_BE_5, period: *<|> }\n`],
    ['in braces that are open', `${ANCHORS}  - { id: IA_BE_5, period: *<|>`],
    ['as an item', `${ANCHORS}  - *<|>\n`],
  ])('are those of the anchors above, the last first: %s', (_, text) => {
    expect(at(text).labels).toEqual(['spring', 'usual']);
  });

  it('show what they stand for, and take the place of what is there', () => {
    const completions = at(`${ANCHORS}  - id: IA_BE_5\n    period: *su<|>mmer # later\n`);
    expect(completions.item('spring').detail).toBe('2024-03-01/2024-06-30 # long');
    expect(completions.item('usual').detail).toBeUndefined();
    expect(completions.apply('spring')).toBe(`${ANCHORS}  - id: IA_BE_5\n    period: *spring<|> # later\n`);
  });

  it.each([
    ['of another plan', `${ANCHORS}---\nactivities:\n  - *<|>\n`],
    ['below the cursor', `a: *<|>\n${ANCHORS}`],
    ['in text', `${ANCHORS}    note: a note, *<|>\n`],
    ['in text in quotes', `${ANCHORS}    note: "*<|>"\n`],
    ['in text of several lines', `${ANCHORS}    note: |\n      * one\n      *<|>\n`],
  ])('are none %s', (_, text) => {
    expect(at(text).list).toBeUndefined();
  });
});

describe('activity ids', () => {
  it('are the year’s and the program’s own, without those listed elsewhere', () => {
    const { inventory } = TEST_CONTEXT;
    const all = at(`${HEAD}activities:\n  - id: <|>\n`).ids;
    const ofYear = inventory.activitiesOf(2024).map(({ id }) => id).filter((id) => id !== 'IA_MVP');
    expect([...all].sort()).toEqual([...ofYear].sort());
    const others = at(`${HEAD}activities:\n  - id: IA_BE_4\n  - id: <|>\n  - id: &x IA_BE_15\n  - id: *x\n`).ids;
    expect(others).toHaveLength(ofYear.length - 2);
    expect(others).not.toContain('IA_BE_4');
    expect(others).not.toContain('IA_BE_15');
    const ofMvp = at('performance_year: 2024\nsubmission: { program: mvp, level: group, mvp: G0055 }\nactivities:\n  - id: <|>\n').ids;
    expect([...ofMvp].sort()).toEqual([...(inventory.mvp('G0055')?.activitiesIn(2024) ?? [])].sort());
    expect(ofMvp).toContain('IA_MVP');
  });

  it('are of the plan that the cursor is in', () => {
    const text = 'performance_year: 2019\nactivities: [{ id: IA_BE_4 }]\n---\nperformance_year: 2026\nactivities:\n  - id: <|>\n';
    expect(at(text).labels).toContain('IA_EPA_7');
    expect(at(text).labels).toContain('IA_BE_4');
  });

  it('keep the one that stands there', () => {
    expect(at(`${HEAD}activities:\n  - id: IA_BE<|>_4\n`).labels).toContain('IA_BE_4');
  });

  it.each([
    ['an id', 'IA_BE_4', 'IA_BE_4'],
    ['part of an id', 'be_4', 'IA_BE_4'],
    ['a word of the title', 'telehealth', 'IA_EPA_2'],
    ['words in any order', 'services telehealth', 'IA_EPA_2'],
    ['a mistyped word', 'telehelth', 'IA_EPA_2'],
    ['the id of another year', 'IA_EPA_7', 'IA_AHE_1'],
  ])('are found by %s', (_, typed, id) => {
    expect(at(`${HEAD}activities:\n  - id: ${typed}<|>\n`).labels[0]).toBe(id);
  });

  it('are found by the subcategory', () => {
    const found = at(`${HEAD}activities:\n  - id: behavioral mental<|>\n`).labels;
    const own = TEST_CONTEXT.inventory.activitiesOf(2024).filter((activity) => activity.subcategoryIn(2024) === 'behavioralAndMentalHealth');
    expect(found).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
  });

  it('can be filtered by the client, too', () => {
    for (const typed of ['', 'ia_c', 'care', 'care ', 'coordination care']) {
      const completions = at(`${HEAD}activities:\n  - id: ${typed}<|>\n`);
      expect(completions.list?.isIncomplete).toBe(true);
      for (const { label, filterText } of completions.items.filter((item) => item.label.startsWith('IA_'))) {
        expect(filterText?.toLowerCase().startsWith(completions.filteredBy(label).toLowerCase())).toBe(true);
        expect(filterText).toContain(label);
      }
    }
    expect(at(`${HEAD}activities:\n  - id: <|>\n`).item('IA_EPA_2').filterText).toBe('IA_EPA_2 use telehealth services expand practice');
  });

  it('tell weight and points in this plan', () => {
    expect(at(`${HEAD}special_statuses: [rural]\nactivities:\n  - id: <|>\n`).item('IA_EPA_1').detail).toMatch(/ · 40 points, high$/);
    expect(at(`${HEAD}activities:\n  - id: <|>\n`).item('IA_BE_4').detail).toMatch(/ · 10 points, medium$/);
    expect(new Completions(`${HEAD}activities:\n  - id: <|>\n`, VSCODE).item('IA_BE_4')).toMatchObject({ labelDetails: { detail: ' 10 points, medium' } });
    expect(at('performance_year: 2025\nactivities:\n  - id: <|>\n').item('IA_AHE_5').detail).toMatch(/ · 20 points, suspended on 6 May 2025$/);
    expect(at('performance_year: 2025\nactivities:\n  - id: <|>\n').item('IA_ERP_1').detail).toMatch(/ · 20 points, 6 months$/);
    expect(at('performance_year: 2022\nactivities:\n  - id: <|>\n').item('IA_PSPA_22').detail).toMatch(/ · 20 points, high, once in 4 years$/);
  });

  it('are in the order of use', () => {
    const weightOf = (id: string) => TEST_CONTEXT.inventory.activity(id)?.weightIn(2024);
    const far = at(`${HEAD}activities:\n  - id: IA_BMH_2\n  - id: <|>\n`).ids;
    expect(far.slice(0, 3).map(weightOf)).toEqual(['high', 'high', 'high']);
    expect(far[0]).toMatch(/^IA_BMH_/);
    const near = at(`${HEAD}activities:\n  - id: IA_AHE_1\n  - id: IA_BMH_2\n  - id: IA_BE_4\n  - id: <|>\n`).ids;
    expect(near.slice(0, 3).map(weightOf)).toContain('medium');
    expect(at('performance_year: 2025\nactivities:\n  - id: <|>\n').ids.slice(-8).sort()).toEqual(
      ['IA_AHE_11', 'IA_AHE_12', 'IA_AHE_5', 'IA_AHE_8', 'IA_AHE_9', 'IA_ERP_3', 'IA_PM_26', 'IA_PM_6'],
    );
    expect(at(`${HEAD}activities:\n  - id: <|>\n`).ids.slice(0, 30)).not.toContain('IA_PCMH');
    expect(at(`${HEAD}medical_home: { sites: 1, recognized_sites: 1 }\nactivities:\n  - id: <|>\n`).ids[0]).toBe('IA_PCMH');
  });

  it('come from the newest inventory where the plan has no year', () => {
    const completions = at('activities:\n  - id: <|>\n');
    expect(completions.labels).toContain('IA_EPA_7');
    expect(completions.item('IA_EPA_7').detail).toContain('inventory of 2026: no performance_year yet');
  });

  it.each([
    ['behind a dash', '  - <|>\n', '  - id: IA_BE_4<|>\n'],
    ['words behind a dash', '  - engage<|>\n', '  - id: IA_BE_4<|>\n'],
    ['quoted words behind a dash', '  - "engage<|>"\n', '  - id: IA_BE_4<|>\n'],
    ['behind a dash without a blank', '  -<|>\n', '  - id: IA_BE_4<|>\n'],
    ['on an empty line', '  - id: IA_BE_15\n  <|>\n', '  - id: IA_BE_15\n  - id: IA_BE_4<|>\n'],
    ['as the first', '    <|>\n', '    - id: IA_BE_4<|>\n'],
    ['over several words', '  - id: patient eng<|>\n', '  - id: IA_BE_4<|>\n'],
    ['in quotes', '  - id: "patient eng<|>"\n', '  - id: "IA_BE_4<|>"\n'],
    ['in an open quote', "  - id: 'patient eng<|>\n", "  - id: 'IA_BE_4'<|>\n"],
    ['in brackets', '  - { id: <|>, status: planned }\n', '  - { id: IA_BE_4<|>, status: planned }\n'],
    ['in open brackets', '  - { id: eng<|>\n', '  - { id: IA_BE_4<|>\n'],
    ['in a list in brackets', '  [<|>]\n', '  [{ id: IA_BE_4 }<|>]\n'],
  ])('are inserted %s', (_, before, after) => {
    expect(at(`${HEAD}activities:\n${before}`).apply('IA_BE_4')).toBe(`${HEAD}activities:\n${after}`);
  });

  it('are sent in 25 kB for a whole year, without texts', () => {
    for (const year of TEST_CONTEXT.inventory.years) {
      for (const place of ['- id: <|>', '- <|>', '- id: IA<|>', '- { id: IA_BE_4 }\n  - { <|> }']) {
        for (const options of [VSCODE, SIMPLE_CLIENT]) {
          const { list, ids } = new Completions(`performance_year: ${year}\nactivities:\n  ${place}\n`, options);
          expect(Buffer.byteLength(JSON.stringify(list)), `${year} ${place}`).toBeLessThanOrEqual(25_000);
          if (place.endsWith('}')) continue;
          expect(ids.length).toBeGreaterThan(options === SIMPLE_CLIENT && place.includes('IA<|>') ? 70 : 90);
          expect(list?.items.every(({ label, documentation }) => !label.startsWith('IA_') || documentation === undefined)).toBe(true);
        }
      }
    }
  });

  it('have their documentation once they are resolved', () => {
    const completions = at(`${HEAD}activities:\n  - id: <|>\n`);
    const texts = { textOf: (id: string, year: number) => ({ text: `What ${id} asks in ${year}.`, official: true }) };
    const resolved = resolveCompletion(completions.item('IA_BE_4'), { inventory: TEST_CONTEXT.inventory, texts, markdown: false });
    expect(resolved).toMatchObject({ label: 'IA_BE_4', documentation: { kind: 'plaintext', value: expect.stringContaining('CMS: What IA_BE_4 asks in 2024.') as string } });
    const key = at('<|>').item('practice');
    expect(resolveCompletion(key, { inventory: TEST_CONTEXT.inventory, texts, markdown: false })).toBe(key);
    const withoutTexts = resolveCompletion(completions.item('IA_BE_4'), { inventory: TEST_CONTEXT.inventory, texts: undefined, markdown: true });
    expect(withoutTexts.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('3 October 2024') as string });
  });
});

describe('every key and id that is offered', () => {
  /** Codes that say that something was inserted wrongly. */
  const WRONG = ['yaml-syntax', 'wrong-type', 'duplicate-key', 'unknown-key', 'invalid-value', 'unknown-activity', 'activity-not-in-year', 'duplicate-activity', 'activity-not-in-mvp', 'activity-needs-mvp'];
  const PLACES = {
    'at the top': (step: string) => `performance_year: 2024\n<|>\nactivities:\n${step}- id: IA_BE_4\n`,
    'in a map': (step: string) => `performance_year: 2024\npractice:\n${step}name: Elm\nsubmission:\n${step}<|>\n${step}level: group\n`,
    'in an activity': (step: string) => `performance_year: 2024\npractice:\n${step}name: Elm\nactivities:\n${step}- id: IA_BE_4\n${step}  <|>\n${step}- id: IA_BE_15\n`,
    'behind a dash': (step: string) => `performance_year: 2024\npractice:\n${step}name: Elm\nactivities:\n${step}- id: IA_BE_15\n${step}- <|>\n`,
    'in a list that is not indented': (step: string) => `performance_year: 2024\npractice:\n${step}name: Elm\nactivities:\n- id: IA_BE_15\n- <|>\n`,
    'behind id': (step: string) => `performance_year: 2024\npractice:\n${step}name: Elm\nactivities:\n${step}- id: <|>\n${step}  status: planned\n`,
    'in brackets': () => 'performance_year: 2024\nactivities: [{ id: IA_BE_15 }, { <|> }]\n',
    'in an MVP': () => 'performance_year: 2024\nsubmission: { program: mvp, level: group, mvp: G0055 }\nactivities: [{ id: <|> }]\n',
  } as const;

  function wrongIn(text: string): readonly string[] {
    return analyse(text, TEST_CONTEXT).findings.map(({ code }) => code).filter((code) => WRONG.includes(code));
  }

  for (const [place, textWith] of Object.entries(PLACES)) {
    it.each([['two', '  '], ['three', '   '], ['four', '    ']])(`leaves the plan as right as it was, ${place}, %s columns`, (_, step) => {
      for (const form of [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n'), (text: string) => `\ufeff${text}`]) {
        const completions = at(form(textWith(step)));
        const before = wrongIn(completions.before.text);
        expect(completions.labels.length).toBeGreaterThan(0);
        const sample = completions.labels.filter((label, index) => !label.startsWith('IA_') || index % 16 === 0);
        for (const label of sample) {
          const after = completions.apply(label).replace('<|>', '');
          expect(wrongIn(after), `${label} in\n${after}`).toEqual(before);
          expect(after.includes('\r\n')).toBe(completions.before.text.includes('\r\n'));
          if (after.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
        }
      }
    });
  }
});

describe('complete', () => {
  it('finds its way in everything half-typed', () => {
    const plan = `${HEAD}special_statuses: [rural, small_practice]\nroster: { adams: { name: Ann }, baker: }\nactivities:\n  - id: "IA_BE_4"  # portal\n    period: { start: 2024-01-01, end: 2024-03-30 }\n    performed_by: [adams]\n  - { id: 'IA_BE_15', status: planned }\n`;
    for (let length = 0; length <= plan.length; length++) {
      for (const rest of ['', `\n${plan.slice(length)}`]) {
        const completions = new Completions(`${plan.slice(0, length)}<|>${rest}`, VSCODE);
        const { line, character } = completions.before.position;
        const range = completions.list?.itemDefaults?.editRange;
        const ranges = [...(range === undefined ? [] : 'insert' in range ? [range.insert, range.replace] : [range])];
        for (const { textEdit } of completions.items) ranges.push(...(textEdit === undefined ? [] : 'range' in textEdit ? [textEdit.range] : [textEdit.insert, textEdit.replace]));
        for (const { start, end } of ranges) {
          expect(start.line === line && end.line === line && start.character <= character && character <= end.character, `${length} ${JSON.stringify(rest)}`).toBe(true);
        }
      }
    }
  });

  it('offers nothing once cancelled, in comments and in a file that is not read', () => {
    const { analysis, position } = marked('<|>');
    expect(completionAt(analysis, position, SIMPLE_CLIENT, CANCELLED)).toBeUndefined();
    expect(at('# me<|>').list).toBeUndefined();
    expect(at(`<|>\n${'['.repeat(65)}`).list).toBeUndefined();
  });

  it('has each label once', () => {
    for (const text of ['<|>', `${HEAD}activities:\n  - <|>\n`, 'roster: { adams: }\nactivities:\n  - id: IA_BE_4\n    performed_by:\n      <|>\n']) {
      const { labels } = at(text);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
