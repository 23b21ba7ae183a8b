/**
 * A text that may hold words of others, for the lists and notifications of VS Code: these make an icon of `$(name)` and a link, which can
 * run a command, of `[words](address)`. A character without width keeps them from it.
 */
export function letterByLetter(text: string): string {
  return text.replace(/(?<=[$\]])\(/g, '\u2060(');
}
