/** The content of `texts.json`; see server/src/inventory/inventoryTexts.ts. */
export function collectTexts(): Promise<unknown>;
export function buildTexts(output: string): Promise<void>;
