import type { Broken, Repair } from './broken.ts';
import { fixable, insertion } from './edits.ts';
import { valueTakenOut } from './valueTakenOut.ts';

/** `status:completed` for `status: completed`, `-id: IA_EPA_1` for `- id: IA_EPA_1`. */
export function missingSpace(broken: Broken): readonly Repair[] {
  const { lines, text } = broken;
  const { first, last } = broken.neighbourhood;
  const repairs: Repair[] = [];
  for (const line of new Set([first, last, lines.contentLineBefore(first)])) {
    if (line === undefined) continue;
    const { contentStart, key } = lines.shape(line);
    const content = text.slice(contentStart, lines.contentEnd(line));
    if (key !== undefined && DASH_AND_KEY.test(content)) {
      repairs.push(spaceAt(contentStart, 'Put a space after this dash.'));
    }
    const colon = KEY_AND_VALUE.exec(content)?.[1]?.length;
    if (key === undefined && colon !== undefined) {
      const at = contentStart + colon;
      repairs.push(spaceAt(at, 'Put a space after this colon.'));
      // What is glued to the colon may stand in the place of the lines below.
      repairs.push(
        valueTakenOut(text, { start: contentStart, end: at }, { start: at + 1, end: lines.plainEnd(at + 1) }),
      );
    }
  }
  return repairs;
}

/** The colon of an address (`https://…`) or of a time is none of a key's. */
const KEY_AND_VALUE = /^([A-Za-z_][\w-]*):(?!\/\/)[^\s:]/;
const DASH_AND_KEY = /^-[^\s-]/;

function spaceAt(at: number, message: string): Repair {
  return fixable(message, { start: at, end: at + 1 }, 'Insert a space', [insertion(at + 1, ' ')], true);
}
