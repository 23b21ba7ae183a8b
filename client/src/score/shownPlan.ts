/** Which plan the score view shows: the one last worked on, for as long as it is open. */
export class ShownPlan {
  /** Open plans by URI, the one worked on last at the end. */
  readonly #recent = new Set<string>();

  get uri(): string | undefined {
    return [...this.#recent].at(-1);
  }

  /** A plan was opened, perhaps in the background: it is shown where nothing else is. */
  opened(uri: string): void {
    if (this.#recent.has(uri)) return;
    const others = [...this.#recent];
    this.#recent.clear();
    for (const known of [uri, ...others]) this.#recent.add(known);
  }

  activated(uri: string): void {
    this.#recent.delete(uri);
    this.#recent.add(uri);
  }

  closed(uri: string): void {
    this.#recent.delete(uri);
  }
}
