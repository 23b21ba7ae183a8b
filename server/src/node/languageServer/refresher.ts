import {
  CodeLensRefreshRequest, DiagnosticRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest, type Connection,
} from 'vscode-languageserver/node';
import type { ClientAbilities } from './clientAbilities.ts';
import type { Guard } from './guard.ts';

/** Has the client ask again for what it shows of the plans, when it would go on showing what no longer holds. */
export class Refresher {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  readonly #guard: Guard;
  readonly #scheduled = new Set<string>();

  constructor(connection: Connection, abilities: ClientAbilities, guard: Guard) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#guard = guard;
  }

  /** For what stands in the text beside the findings. */
  refreshHintsLensesAndTokens(): void {
    if (this.#abilities.refreshesInlayHints) this.#schedule(InlayHintRefreshRequest.method);
    this.refreshCodeLenses();
    if (this.#abilities.refreshesSemanticTokens) this.#schedule(SemanticTokensRefreshRequest.method);
  }

  refreshCodeLenses(): void {
    if (this.#abilities.refreshesCodeLenses) this.#schedule(CodeLensRefreshRequest.method);
  }

  refreshDiagnostics(): void {
    if (this.#abilities.pullsDiagnostics && this.#abilities.refreshesDiagnostics) this.#schedule(DiagnosticRefreshRequest.method);
  }

  /** Once for all that changes in the same turn. */
  #schedule(method: string): void {
    if (this.#scheduled.has(method)) return;
    this.#scheduled.add(method);
    setImmediate(() => {
      this.#scheduled.delete(method);
      if (this.#guard.isShutDown) return;
      this.#guard.run(method, () => this.#connection.sendRequest(method));
    });
  }
}
