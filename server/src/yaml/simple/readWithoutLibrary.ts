import type { SpanOf } from '../../text/span.ts';
import { readHalfTyped } from './halfTypedKey.ts';
import { readSimple, type SimpleYaml } from './readSimple.ts';

/** Reads a text that is simple YAML, but for a key that is being typed; undefined for any other. */
export function readWithoutLibrary(text: string, spanOf?: SpanOf): SimpleYaml | undefined {
  return readSimple(text, spanOf) ?? readHalfTyped(text, spanOf);
}
