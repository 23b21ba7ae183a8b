/** Whether a text is the other but for the case of its letters, and for quotes or blanks around it. */
export function isSameInOtherCase(written: string, other: string): boolean {
  return written.trim().replace(/^(["'])(.*)\1$/, '$2').trim().toLowerCase() === other.toLowerCase();
}
