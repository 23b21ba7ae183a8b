import { expect, it } from 'vitest';
import type { CarriedOver, CarryOverNote } from '../../server/src/protocol/carryOver.ts';
import { movedNotes, noteItems, summary } from './carryOverNotes.ts';

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

it('moves with what is written and taken out above', () => {
  const lines = (changes: Parameters<typeof movedNotes>[1]): number[] => movedNotes([2, 5, 9].map((line) => ({ kind: 'decide', message: '', line })), changes).map(({ line }) => line);
  expect(lines([{ first: 3, last: 3, lines: 3 }])).toEqual([2, 7, 11]);
  expect(lines([{ first: 3, last: 6, lines: 1 }])).toEqual([2, 3, 6]);
  expect(lines([{ first: 2, last: 2, lines: 1 }])).toEqual([2, 5, 9]);
  expect(lines([{ first: 0, last: 1, lines: 1 }, { first: 7, last: 7, lines: 2 }])).toEqual([1, 4, 9]);
});
