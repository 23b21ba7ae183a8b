import { expect, it } from 'vitest';
import { jsonText } from './jsonText.ts';

it('writes nothing that steers a terminal, and means the same', () => {
  const text = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('') + '\ud800é😀';
  const written = jsonText({ text, [text]: [text] });
  expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  expect(JSON.parse(written)).toEqual({ text, [text]: [text] });
  expect(jsonText({ name: 'Élan (北)' })).toBe('{\n  "name": "Élan (北)"\n}');
});
