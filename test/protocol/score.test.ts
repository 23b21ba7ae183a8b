import { describe, expect, it } from 'vitest';
import { WHAT_IF_REQUEST, type WhatIfParams, type WhatIfResult } from '../../server/src/protocol/whatIf.ts';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';

describe('mipsPlan/score', () => {
  it('is the score of the plan as it is', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    expect(await client.score(URI)).toMatchObject({ file: URI, asOf: '2024-10-01', best: 0, plans: [{ practice: 'Riverbend', points: 40 }] });
    client.edit(URI, 'IA_EPA_1', 'IA_BE_4');
    expect(await client.score(URI)).toMatchObject({ plans: [{ points: 20 }] });
  });

  it('is null for what is not open, or no longer', async () => {
    const client = await InMemory.start();
    expect(await client.score(URI)).toBeNull();
    client.open(URI, FULL);
    client.close(URI);
    expect(await client.score(URI)).toBeNull();
  });

  it('has no plans for an empty file and for one that is refused', async () => {
    const client = await InMemory.start();
    client.open(URI, '');
    expect(await client.score(URI)).toMatchObject({ best: null, plans: [] });
    client.edit(URI, '', '['.repeat(70));
    expect(await client.score(URI)).toMatchObject({ best: null, plans: [] });
  });
});

describe('mipsPlan/scoreChanged', () => {
  it('is sent on open and after each change, with the version', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL, 'mips-plan', 5);
    await client.scoreSent(URI);
    for (const [old, id, points] of [['IA_EPA_1', 'IA_BE_4', 20], ['IA_BE_4', 'IA_BE_', 0], ['IA_BE_', 'IA_EPA_1', 40]] as const) {
      client.edit(URI, old, id);
      const sent = await client.scoreSent(URI);
      expect(sent.score.plans[0]?.points).toBe(points);
      expect(sent.score).toEqual(await client.score(URI));
    }
    expect(client.scores.map(({ version }) => version)).toEqual([5, 6, 7, 8]);
  });

  it('is sent also where the change leaves the score as it was', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    const first = await client.scoreSent(URI);
    client.edit(URI, 'all', 'all # of them');
    expect((await client.scoreSent(URI)).score).toEqual(first.score);
  });

  it('holds the score alone: nothing is made that nobody may look at', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    expect(Object.keys(await client.scoreSent(URI)).sort()).toEqual(['score', 'uri', 'version']);
  });
});

describe('mipsPlan/overview', () => {
  it('explains each plan, with the score and version that it is of', async () => {
    const client = await InMemory.start();
    client.open(URI, `${FULL}---\n${FULL}`, 'mips-plan', 3);
    const shown = await client.overview(URI);
    expect(shown?.version).toBe(3);
    expect(shown?.score).toEqual(await client.score(URI));
    expect(shown?.overviews.map(({ steps, activities }) => [steps.length, activities.length])).toEqual([[4, 1], [4, 1]]);
    expect(shown?.explanations).toHaveLength(2);
    for (const { plan, activities } of shown?.explanations ?? []) {
      expect(plan.length).toBeGreaterThan(0);
      expect(activities.map((statements) => statements.length > 0)).toEqual([true]);
    }
  });

  it('is of the plan as it is when it is asked for', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    client.edit(URI, 'IA_EPA_1', 'IA_BE_4');
    const asked = client.overview(URI);
    client.edit(URI, 'IA_BE_4', 'IA_EPA_1');
    expect(await asked).toMatchObject({ version: 2, score: { plans: [{ points: 20 }] } });
    expect(await client.overview(URI)).toMatchObject({ version: 3, score: { plans: [{ points: 40 }] } });
  });

  it('is null for what is not open', async () => {
    const client = await InMemory.start();
    expect(await client.overview(URI)).toBeNull();
  });
});

describe('mipsPlan/whatIf', () => {
  it('scores a plan with changes and leaves it as it is', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL, 'mips-plan', 5);
    const params: WhatIfParams = { textDocument: { uri: URI }, plan: 0, changes: [{ kind: 'activityStatus', activity: 0, id: 'IA_EPA_1', status: 'dropped' }] };
    const result = await client.connection.sendRequest<WhatIfResult | null>(WHAT_IF_REQUEST, params);
    expect(result).toMatchObject({ version: 5, refused: [], score: { points: 0 } });
    expect(result?.edits).toHaveLength(1);
    expect(await client.score(URI)).toMatchObject({ plans: [{ points: 40 }] });
  });

  it('is null for a plan that is not open, or not there', async () => {
    const client = await InMemory.start();
    const ask = (plan: number) => client.connection.sendRequest(WHAT_IF_REQUEST, { textDocument: { uri: URI }, plan, changes: [] });
    expect(await ask(0)).toBeNull();
    client.open(URI, FULL);
    expect(await ask(1)).toBeNull();
  });
});
