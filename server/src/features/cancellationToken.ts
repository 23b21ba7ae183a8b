/** LSP's token, as much of it as a feature asks: whether anybody still waits for the answer. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** For work whose answer is wanted whatever happens. */
export const NOT_CANCELLED: CancellationToken = { isCancellationRequested: false };
