import type { Checks } from '../check.ts';

/** Evidence in files. Each file is asked for each time: whether it is there is nothing that the plan says. */
export const evidenceFileChecks: Checks = {
  *'evidence-not-found'({ judgements, context }) {
    const exists = context.evidenceExists;
    if (exists === undefined) return;
    for (const { activity, dropped } of judgements) {
      if (dropped) continue;
      for (const piece of activity.evidence.value?.value ?? []) {
        if (piece.kind !== 'file' || exists(piece.value)) continue;
        yield { place: piece.valuePlace, message: `There is no file “${piece.value}” in the plan’s folder; correct the path or add the file.` };
      }
    }
  },
};
