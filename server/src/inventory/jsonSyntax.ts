const BLANKS = /[ \t\r\n]*/y;
const TOKEN =
  /("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:])/y;

/**
 * Where a text stops being JSON, line and column from 1: `JSON.parse` names the place in words only, and differently
 * in each engine. To be asked only about a text that `JSON.parse` refused.
 */
export function jsonSyntaxErrorPlace(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, errorOffset(text));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

function errorOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected | undefined = 'value';
  for (let offset = 0; ; offset = TOKEN.lastIndex) {
    BLANKS.lastIndex = offset;
    BLANKS.exec(text);
    const start = BLANKS.lastIndex;
    TOKEN.lastIndex = start;
    const match = TOKEN.exec(text);
    if (match === null) return start;
    expected = afterToken(match, expected, open);
    if (expected === undefined) return start;
  }
}

/** What may follow the token; undefined where the token itself may not stand. */
function afterToken([, string, literal, mark]: RegExpExecArray, expected: Expected, open: string[]): Expected | undefined {
  const wantsValue = expected === 'value' || expected === 'value-or-end';
  if (string !== undefined && (expected === 'key' || expected === 'key-or-end')) return 'colon';
  if (string !== undefined || literal !== undefined) return wantsValue ? 'comma-or-end' : undefined;
  switch (mark) {
    case '{':
    case '[':
      if (!wantsValue) return undefined;
      open.push(mark);
      return mark === '{' ? 'key-or-end' : 'value-or-end';
    case ':':
      return expected === 'colon' ? 'value' : undefined;
    case ',':
      if (expected !== 'comma-or-end' || open.length === 0) return undefined;
      return open.at(-1) === '{' ? 'key' : 'value';
    default: {
      const opening = mark === '}' ? '{' : '[';
      const mayEnd = expected === 'comma-or-end' || expected === (mark === '}' ? 'key-or-end' : 'value-or-end');
      return mayEnd && open.pop() === opening ? 'comma-or-end' : undefined;
    }
  }
}
