import { describe, expect, it } from 'vitest';
import {
  ACTIVITY_REQUEST, COMPARE_YEARS_REQUEST, INSERT_ACTIVITY_REQUEST, INVENTORY_REQUEST,
  type ActivityResult, type CompareYearsResult, type InsertActivityResult, type InventoryResult,
} from '../../server/src/protocol/inventory.ts';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';

describe('The inventory over the connection', () => {
  it('lists a year, of it what words fit', async () => {
    const { connection } = await InMemory.start();
    const { year, activities } = await connection.sendRequest<InventoryResult>(INVENTORY_REQUEST, { year: 2024, search: 'epa 1' });
    expect([year, activities[0]?.id]).toEqual([2024, 'IA_EPA_1']);
    expect((await connection.sendRequest<InventoryResult>(INVENTORY_REQUEST, {})).year).toBe(2026);
  });

  it('tells what an activity asks, and nothing of one that the year has not', async () => {
    const { connection } = await InMemory.start();
    expect(await connection.sendRequest<ActivityResult>(ACTIVITY_REQUEST, { id: 'IA_EPA_1', year: 2024 })).toMatchObject({
      title: 'IA_EPA_1, 2024', markdown: expect.stringContaining('Be there day and night.') as string,
    });
    expect(await connection.sendRequest(ACTIVITY_REQUEST, { id: 'IA_EPA_7', year: 2024 })).toBeNull();
  });

  it('compares two years, if both have an inventory', async () => {
    const { connection } = await InMemory.start();
    expect((await connection.sendRequest<CompareYearsResult>(COMPARE_YEARS_REQUEST, { from: 2025, to: 2026 })).markdown).toContain('## Renumbered (6)');
    expect(await connection.sendRequest(COMPARE_YEARS_REQUEST, { from: 2025, to: 2099 })).toBeNull();
  });

  it('writes an activity into a plan as it stands', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.edit(URI, 'Riverbend', 'Harbour');
    const ask = (id: string, uri = URI): Promise<InsertActivityResult | null> => client.connection.sendRequest(INSERT_ACTIVITY_REQUEST, { textDocument: { uri }, id });
    expect(await ask('IA_BE_4')).toMatchObject({ version: 2, edits: [{ newText: '\n  - id: IA_BE_4\n    period:\n    performed_by:\n    evidence:' }], cursor: { line: 11, character: 11 } });
    expect(await ask('IA_EPA_1')).toMatchObject({ refusal: 'IA_EPA_1 is in the plan already.' });
    expect(await ask('IA_BE_4', 'file:///elsewhere.mips.yaml')).toBeNull();
  });
});
