import { describe, expect, it } from 'vitest';
import { FORMS, refactored, titlesAt } from '../testing/refactored.ts';

const head = (clinicians: number): string => `performance_year: 2024\npractice: { name: Elm, clinicians: ${clinicians} }\nsubmission: { level: group }\n`;
const ACTIVITIES = 'activities:\n  - id: IA_EPA_1\n    performed_by: [baker, adams<|>]\n  - { id: IA_BE_4, performed_by: { carter: 2024-01-01/2024-06-30, adams: 2024-01-01/2024-06-30 } }\n';

describe('a roster', () => {
  it.each(FORMS)('is made of the names used: %s', (_, rewrite) => {
    const text = rewrite(head(3) + ACTIVITIES);
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    expect(refactored(text, 'Make a roster of the 3 names used'))
      .toBe(text.replace('<|>', '').replace('activities:\n  - id', 'roster:\n  baker:\n  adams:\n  carter:\nactivities:\n  - id')
        .replace('activities:\r\n  - id', ['roster:', '  baker:', '  adams:', '  carter:', 'activities:', '  - id'].join(lineEnd)));
  });

  it('has a place for those whose names stand nowhere: with fewer, fewer would be enough', () => {
    const text = `${head(5)}\n${ACTIVITIES}`;
    expect(refactored(text, 'Make a roster of the 3 names used, 2 still to be named'))
      .toBe(text.replace('<|>', '').replace('\nactivities', '\nroster:\n  baker:\n  adams:\n  carter:\n  clinician_1: # to be named\n  clinician_2: # to be named\n\nactivities'));
  });

  it('takes the place of an empty one, and is written in flow style', () => {
    const empty = `${head(3)}roster: # who?\n${ACTIVITIES}`;
    expect(refactored(empty, 'Make a roster')).toBe(empty.replace('<|>', '').replace('roster: #', 'roster: { baker: {}, adams: {}, carter: {} } #'));
    const flow = '{ performance_year: 2024, practice: { clinicians: 1 }, submission: { level: group }, activities: [{ id: IA_BE_4, performed_by: [adams<|>] }] }\n';
    expect(refactored(flow, 'Make a roster of the name used')).toBe(flow.replace('<|>', '').replace('group }', 'group }, roster: { adams: {} }'));
  });

  it('keeps the indentation of the file, with the activities first', () => {
    const text = `${ACTIVITIES.replace('<|>', '').replace('activities', 'activities<|>')}performance_year: 2024\npractice:\n    name: Elm\n    clinicians: 3\nsubmission:\n    level: group\n`;
    expect(refactored(text, 'Make a roster')).toBe(`${text.replace('<|>', '')}roster:\n    baker:\n    adams:\n    carter:\n`);
  });

  it.each([
    ['there is one', `${head(3)}roster: { adams: }\n${ACTIVITIES}`],
    ['more names are used than there are clinicians', head(2) + ACTIVITIES],
    ['the size is not known', head(3).replace(', clinicians: 3', '') + ACTIVITIES],
    ['far too many are unnamed', head(80) + ACTIVITIES],
    ['a name cannot be a short name', head(3) + ACTIVITIES.replace('baker', '"Dr. B"')],
    ['nobody is named', `${head(3)}activities:\n  - { id: IA_BE_4, performed_by: 2<|> }\n`],
    ['one clinician reports alone', (head(3) + ACTIVITIES).replace('group', 'individual')],
    ['nobody asks for it', head(3) + ACTIVITIES.replace('<|>', '').replace('IA_EPA_1', 'IA_EPA_1<|>')],
  ])('is not offered where %s', (_, text) => {
    expect(titlesAt(text).filter((title) => title.includes('roster'))).toEqual([]);
  });
});
