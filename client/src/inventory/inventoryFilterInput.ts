import * as vscode from 'vscode';
import type { InventoryResult } from '../../../server/src/protocol/inventory.ts';
import type { InventoryFilter } from './inventoryRows.ts';

interface FilterItem extends vscode.QuickPickItem {
  readonly filter?: { readonly weight?: string; readonly mvp?: string; readonly notInPlan?: true };
}

/** Asks for everything but the words. @returns undefined where it was given up */
export async function askForFilter(now: InventoryFilter, { activities, mvps }: InventoryResult): Promise<Omit<InventoryFilter, 'search'> | undefined> {
  const weights = [...new Set(activities.map(({ weight }) => weight))].filter((weight) => weight !== null);
  const items: FilterItem[] = [
    { label: 'Not in the plan', description: 'the one you work on', picked: now.notInPlan, filter: { notInPlan: true } },
    ...(weights.length === 0 ? [] : [separator('Weight')]),
    ...['high', 'medium'].filter((weight) => weights.some((each) => each === weight)).map((weight) => {
      return { label: `${weight === 'high' ? 'High' : 'Medium'}-weighted`, picked: now.weights.includes(weight), filter: { weight } };
    }),
    ...(mvps.length === 0 ? [] : [separator('MIPS Value Pathway')]),
    ...mvps.map(({ id, title }) => ({ label: id, description: title, picked: now.mvps.includes(id), filter: { mvp: id } })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Filter Activities', placeHolder: 'Show only activities that are…', canPickMany: true, matchOnDescription: true,
  });
  if (chosen === undefined) return undefined;
  return {
    weights: chosen.flatMap(({ filter }) => filter?.weight ?? []),
    mvps: chosen.flatMap(({ filter }) => filter?.mvp ?? []),
    notInPlan: chosen.some(({ filter }) => filter?.notInPlan === true),
  };
}

function separator(label: string): FilterItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
