import { expect, it } from 'vitest';
import type { CarriedOver, CarryOverNote } from '../../server/src/protocol/carryOver.ts';
import { noteItems, summary } from './carryOverNotes.ts';

const carried = (...notes: CarryOverNote[]): CarriedOver => ({ year: 2026, text: '', fileName: 'a-2026.mips.yaml', notes });

it('lists what is to be decided before what was done, each with its line', () => {
  const items = noteItems(carried(
    { kind: 'decide', message: 'IA_AHE_8: CMS suspended it on 6 May 2025 and removed it for 2026; it named no successor.', line: 11 },
    { kind: 'done', message: 'The performance year is 2026; it was 2025.', line: 0 },
  ));
  expect(items).toEqual([
    { label: 'To decide', isHeading: true },
    { label: 'IA_AHE_8: CMS suspended it on 6 May 2025 and removed it for 2026;', detail: 'it named no successor.', description: 'line 12', line: 11, isHeading: false },
    { label: 'Done', isHeading: true },
    { label: 'The performance year is 2026; it was 2025.', description: 'line 1', line: 0, isHeading: false },
  ]);
});

it('has no heading without entries, and a summary that counts', () => {
  const done: CarryOverNote = { kind: 'done', message: 'Short.', line: 3 };
  expect(noteItems(carried(done))).toEqual([{ label: 'Done', isHeading: true }, { label: 'Short.', description: 'line 4', line: 3, isHeading: false }]);
  expect(summary(carried(done))).toBe('Carried over to 2026');
  expect(summary(carried({ ...done, kind: 'decide' }))).toBe('Carried over to 2026: 1 to decide');
});
