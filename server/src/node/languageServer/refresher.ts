import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest, type Connection } from 'vscode-languageserver/node';
import type { ClientAbilities } from './clientAbilities.ts';
import type { Guard } from './guard.ts';

/** Has the client ask again for what it shows inside the plans, when they are judged anew without an edit. */
export class Refresher {
  readonly #connection: Connection;
  readonly #guard: Guard;
  readonly #methods: readonly string[];
  #scheduled = false;

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
    if (this.#scheduled || this.#methods.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      for (const method of this.#methods) this.#guard.run(method, () => this.#connection.sendRequest(method));
    });
  }
}
