/** LSP's token, as much of it as a feature asks: whether anybody still waits for the answer. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}
