/** Which plan of which file the reader saw last. No score is ever kept, only this. */
export interface PlanChoice {
  readonly uri: string;
  /** The plan that the reader chose in a file with several; null where nothing was chosen. */
  readonly plan: number | null;
}

/** What an earlier page kept, if it is a choice. */
export function readChoice(kept: unknown): PlanChoice | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { uri, plan } = kept as { readonly uri?: unknown; readonly plan?: unknown };
  if (typeof uri !== 'string') return undefined;
  if (plan === null) return { uri, plan };
  return Number.isInteger(plan) && (plan as number) >= 0 ? { uri, plan: plan as number } : undefined;
}
