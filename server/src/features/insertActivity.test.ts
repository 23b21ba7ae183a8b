import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis.ts';
import { createInventory } from '../inventory/createInventory.ts';
import type { InsertActivityResult } from '../protocol/inventory.ts';
import { SourceText } from '../text/sourceText.ts';
import { insertActivity } from './insertActivity.ts';
import { applied } from './testing/edits.ts';

const inventory = createInventory();

function ask(text: string, id: string, line?: number): InsertActivityResult {
  const position = line === undefined ? undefined : { line, character: 0 };
  return insertActivity(analyse(text, { asOf: '2024-12-31', inventory }), { id, position }, 3);
}

/** The file with the activity, and `<|>` where the cursor is put. */
function inserted(text: string, id: string, line?: number): string {
  const result = ask(text, id, line);
  if ('refusal' in result) return result.refusal;
  const after = applied(text, { changes: { '': [...result.edits] } });
  const offset = new SourceText(after).offsetAt(result.cursor);
  return `${after.slice(0, offset)}<|>${after.slice(offset)}`;
}

const HEAD = 'performance_year: 2024\npractice: { name: Elm, clinicians: 12 }\nsubmission: { level: group }\n';

describe('An activity of the inventory, inserted', () => {
  it.each([
    ['two blanks', 'activities:\n  - id: IA_BE_4\n    status: planned\n', 'activities:\n  - id: IA_BE_4\n    status: planned\n  - id: IA_EPA_1\n    period:<|>\n    performed_by:\n    evidence:\n'],
    ['four blanks', 'activities:\n    -   id: IA_BE_4\n', 'activities:\n    -   id: IA_BE_4\n    -   id: IA_EPA_1\n        period:<|>\n        performed_by:\n        evidence:\n'],
    ['three blanks', 'activities:\n   - id: IA_BE_4\n', 'activities:\n   - id: IA_BE_4\n   - id: IA_EPA_1\n     period:<|>\n     performed_by:\n     evidence:\n'],
    ['no indentation', 'activities:\n- id: IA_BE_4\n', 'activities:\n- id: IA_BE_4\n- id: IA_EPA_1\n  period:<|>\n  performed_by:\n  evidence:\n'],
    ['flow style', 'activities: [{ id: IA_BE_4 }]\n', 'activities: [{ id: IA_BE_4 }, { id: IA_EPA_1 }<|>]\n'],
    ['an empty list', 'activities: []\n', 'activities:\n  - id: IA_EPA_1\n    period:<|>\n    performed_by:\n    evidence:\n'],
    ['an empty list with an anchor', 'activities: &all []\n', 'activities: &all\n  - id: IA_EPA_1\n    period:<|>\n    performed_by:\n    evidence:\n'],
    ['an empty list below a comment', 'activities: # none yet\n  []\n', 'activities: # none yet\n  - id: IA_EPA_1\n    period:<|>\n    performed_by:\n    evidence:\n'],
    ['no list yet', '', 'activities:\n  - id: IA_EPA_1\n    period:<|>\n    performed_by:\n    evidence:\n'],
  ])('in the file’s own style: %s', (_, activities, expected) => {
    expect(inserted(HEAD + activities, 'IA_EPA_1')).toBe(HEAD + expected);
    expect(inserted((HEAD + activities).replaceAll('\n', '\r\n'), 'IA_EPA_1')).toBe((HEAD + expected).replaceAll('\n', '\r\n'));
  });

  it('leaves what stands behind the list where it is', () => {
    const text = `${HEAD}activities:\n  - id: IA_BE_4 # the portal\nroster:\n  adams: Dr. Adams\n`;
    expect(inserted(text, 'IA_EPA_1')).toBe(text.replace('roster', '  - id: IA_EPA_1\n    period:<|>\n    performed_by:\n    evidence:\nroster'));
  });

  it('comes into the plan of several in which somebody works', () => {
    const plan = `${HEAD}activities:\n  - id: IA_BE_4\n`;
    const text = `${plan}---\n${plan}`;
    const at = (line: number | undefined): number => inserted(text, 'IA_EPA_1', line).slice(0, inserted(text, 'IA_EPA_1', line).indexOf('<|>')).split('---').length;
    expect([at(undefined), at(1), at(6), at(9)]).toEqual([1, 1, 2, 2]);
  });

  it('is of the version that was asked for', () => {
    expect(ask(HEAD, 'IA_EPA_1')).toMatchObject({ version: 3 });
  });
});

describe('It is refused', () => {
  it('where it is in the plan already, with the place', () => {
    expect(ask(`${HEAD}activities:\n  - id: IA_BE_4\n`, 'IA_BE_4')).toEqual({ refusal: 'IA_BE_4 is in the plan already.', position: { line: 4, character: 4 } });
  });

  it('where CMS does not list it in the plan’s year', () => {
    expect(ask(HEAD, 'IA_EPA_7')).toEqual({ refusal: 'IA_EPA_7 is not in CMS’s inventory of 2024, the plan’s year.', position: null });
    expect(ask(HEAD, 'IA_EPA_99')).toMatchObject({ refusal: 'IA_EPA_99 is not in CMS’s inventory of 2024, the plan’s year.' });
  });

  it('where the file cannot be read as it stands, has no plan, or repeats its list from elsewhere', () => {
    expect(ask(`${HEAD}activities:\n  - id: "IA_BE_4\n`, 'IA_EPA_1')).toMatchObject({ refusal: expect.stringMatching(/^Line \d+ cannot be read; correct it first\.$/) as string });
    expect(ask('# nothing yet\n', 'IA_EPA_1')).toEqual({ refusal: 'There is no plan in this file yet.', position: null });
    const text = `${HEAD}x: &list\n  - id: IA_BE_4\nactivities: *list\n`;
    expect(ask(text, 'IA_EPA_1')).toMatchObject({ refusal: expect.stringContaining('another place in the file') as string });
  });
});
