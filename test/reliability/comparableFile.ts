import type { YamlFile } from '../../server/src/yaml/readYaml.ts';
import type { Refusal } from '../../server/src/yaml/parsed.ts';

/** What was read of a file, so that it compares with what another way of reading gives: spans as plain text, and without what only one way knows. */
export function comparableFile(file: YamlFile | Refusal): unknown {
  if ('code' in file) return file;
  const { documents, problems, comments } = file;
  return JSON.parse(JSON.stringify({ documents, problems, comments }, (key, value: unknown) => {
    if (key === 'rest') return undefined;
    if (typeof value === 'bigint') return String(value);
    return typeof value === 'object' && value !== null && 'start' in value && 'end' in value ? `${String(value.start)}–${String(value.end)}` : value;
  }));
}
