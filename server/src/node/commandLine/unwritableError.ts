/** What is printed cannot be written; the message says why, in plain words. */
export class UnwritableError extends Error {}
