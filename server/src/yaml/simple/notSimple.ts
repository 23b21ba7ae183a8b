/** A text has something that the simple way does not read: it is left to the library. */
export class NotSimple extends Error {}

/** Made once: a stack of its own for each would cost more than the reading. */
export const NOT_SIMPLE = new NotSimple('left to the library');
