import { expect, it } from 'vitest';
import { isSameInOtherCase } from './letterCase.ts';

it.each([
  ['Group', 'group', true], ['"GROUP"', 'group', true], [" 'group '", 'group', true], ['grup', 'group', false], ['"group', 'group', false], ['', 'group', false],
])('%s is %s but for the case of its letters: %s', (written, other, same) => expect(isSameInOtherCase(written, other)).toBe(same));
