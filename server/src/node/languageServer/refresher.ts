import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest, type Connection } from 'vscode-languageserver/node';
import type { ClientAbilities } from './clientAbilities.ts';
import type { Guard } from './guard.ts';

/** Has the client ask again for what it shows inside the plans, when it would go on showing what no longer holds. */
export class Refresher {
  readonly #connection: Connection;
  readonly #guard: Guard;
  readonly #methods: readonly string[];
  readonly #scheduled = new Set<string>();

  constructor(connection: Connection, { refreshesInlayHints, refreshesCodeLenses, refreshesSemanticTokens }: ClientAbilities, guard: Guard) {
    this.#connection = connection;
    this.#guard = guard;
    this.#methods = [
      ...(refreshesInlayHints ? [InlayHintRefreshRequest.method] : []),
      ...(refreshesCodeLenses ? [CodeLensRefreshRequest.method] : []),
      ...(refreshesSemanticTokens ? [SemanticTokensRefreshRequest.method] : []),
    ];
  }

  /** Once for all that changes in the same turn. */
  schedule(): void {
    for (const method of this.#methods) this.#schedule(method);
  }

  scheduleCodeLenses(): void {
    if (this.#methods.includes(CodeLensRefreshRequest.method)) this.#schedule(CodeLensRefreshRequest.method);
  }

  #schedule(method: string): void {
    if (this.#scheduled.has(method)) return;
    this.#scheduled.add(method);
    setImmediate(() => {
      this.#scheduled.delete(method);
      this.#guard.run(method, () => this.#connection.sendRequest(method));
    });
  }
}
