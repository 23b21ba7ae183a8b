import type { Span } from '../../text/span.ts';
import { readHalfTyped } from './halfTypedKey.ts';
import { readSimple, type SimpleYaml } from './readSimple.ts';

/** Reads a text that is simple YAML, but for a key that is being typed; undefined for any other. */
export function readWithoutLibrary(text: string, spanOf?: (start: number, end: number) => Span): SimpleYaml | undefined {
  return readSimple(text, spanOf) ?? readHalfTyped(text, spanOf);
}
