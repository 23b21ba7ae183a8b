import type { Io } from './io.ts';
import { printable } from './rendering/printable.ts';

/** Says on standard error what went wrong, a line each. */
export async function complain(sentences: readonly string[], { stderr }: Pick<Io, 'stderr'>): Promise<void> {
  if (sentences.length > 0) await stderr.write(sentences.map((sentence) => `mips-plan: ${printable(sentence)}\n`).join(''));
}
