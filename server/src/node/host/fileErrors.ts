const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'the name is too long',
  ERR_INVALID_ARG_VALUE: 'the name holds a character that no file name can hold',
  ERR_FS_FILE_TOO_LARGE: 'is too large to be read',
  ERR_STRING_TOO_LONG: 'is too large to be read',
};

/** Those of the errors that mean: nothing of this name is there. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);

/** Why a file could not be read, in plain words: "there is no such file". */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return (code === undefined ? undefined : REASONS[code]) ?? `cannot be read (${code ?? String(error)})`;
}

/** The same of a link that was found: what it leads to is not there. */
export function reasonOfLink(error: unknown): string {
  return codeOf(error) === 'ENOENT' ? 'is a link to something that is not there' : reasonOf(error);
}

/** Why something could not be written, in plain words: "cannot be written: no space is left". */
export function unwritableBecause(error: unknown): string {
  const code = codeOf(error);
  return `cannot be written: ${code === 'ENOSPC' || code === 'EDQUOT' ? 'no space is left' : (code ?? String(error))}`;
}

/** Whether the error says that the file is not there; false where only the look-up failed, as without permission. */
export function isAbsence(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && ABSENT.has(code);
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
