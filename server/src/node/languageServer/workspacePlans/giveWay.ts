/** While somebody types, messages come closer than that; the work of one is done by then. */
const QUIET_MILLISECONDS = 40;

/**
 * Lets work in the background wait until no message has come for a while, and for longer the longer it will take: what
 * has begun cannot be interrupted.
 */
export async function giveWay(guard: { readonly quietMilliseconds: number }, milliseconds: number): Promise<void> {
  for (;;) {
    // Messages that have come meanwhile are handled before this goes on.
    await new Promise((resolve) => setImmediate(resolve));
    const missing = Math.max(QUIET_MILLISECONDS, milliseconds) - guard.quietMilliseconds;
    if (missing <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, missing));
  }
}
