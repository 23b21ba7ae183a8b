/** The shape of an activity's id: `IA_BMH_7`, `IA_PCMH`. */
const ACTIVITY_ID = /^IA_[A-Z]+(?:_\d+)?$/;

export function isActivityId(text: string): boolean {
  return ACTIVITY_ID.test(text);
}

/** Orders ids as people count: `IA_BE_2` before `IA_BE_12`. */
export function compareActivityIds(a: string, b: string): number {
  const [first, second] = [splitActivityId(a), splitActivityId(b)];
  if (first.letters !== second.letters) return first.letters < second.letters ? -1 : 1;
  return first.number - second.number;
}

/** `IA_BMH_7` as `IA_BMH` and 7; an id without a number has 0. */
function splitActivityId(id: string): { readonly letters: string; readonly number: number } {
  const digits = /_(\d+)$/.exec(id);
  return digits === null ? { letters: id, number: 0 } : { letters: id.slice(0, digits.index), number: Number(digits[1]) };
}
