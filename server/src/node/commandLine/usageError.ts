/** What the person at the command line wrote cannot be carried out; the message says why and what to write. */
export class UsageError extends Error {}
