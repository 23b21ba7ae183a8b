const STEERING = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A value as JSON for people and programs. What could steer a terminal or turn a line is written as an escape, which means the same. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
