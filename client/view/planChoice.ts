/** Which plan of a file with several the reader chose to see. No score is ever kept, only this. */
export interface PlanChoice {
  readonly uri: string;
  readonly plan: number;
}

/** What an earlier page kept, if it is a choice. */
export function readChoice(kept: unknown): PlanChoice | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { uri, plan } = kept as { readonly uri?: unknown; readonly plan?: unknown };
  return typeof uri === 'string' && Number.isInteger(plan) && (plan as number) >= 0 ? { uri, plan: plan as number } : undefined;
}
