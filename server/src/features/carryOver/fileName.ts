import { PLAN_FILE_ENDING } from '../../plan/fileName.ts';

/** A name for the plan of another year: the year in the old name replaced, or put behind it. */
export function carriedFileName(fileName: string, from: number, to: number): string {
  const extension = PLAN_FILE_ENDING.exec(fileName)?.[0] ?? '.mips.yaml';
  const name = fileName.replace(PLAN_FILE_ENDING, '');
  const year = new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g');
  return `${year.test(name) ? name.replace(year, String(to)) : `${name}-${to}`}${extension}`;
}

/** The last part of a URI's path. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // Not every client writes them as they should be.
    return name;
  }
}

/** The URI of a file beside another. */
export function fileBeside(uri: string, fileName: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(fileName);
}
