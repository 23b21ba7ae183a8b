import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { InMemory } from './inMemory.ts';
import { FULL, URI } from './plans.ts';
import { PULLING, PUSHED_TO } from './testClient.ts';

const GIVES = { ...PULLING, workspace: { ...PULLING.workspace, configuration: true } };
const REGISTERS = { ...GIVES, workspace: { ...GIVES.workspace, didChangeConfiguration: { dynamicRegistration: true } } };
const CHANGED = 'workspace/didChangeConfiguration';

async function asOf(client: InMemory): Promise<string | undefined> {
  return (await client.score(URI))?.asOf;
}

describe('settings', () => {
  it('are the defaults where the client gives none', async () => {
    const client = await InMemory.start();
    client.open(URI, FULL);
    expect(await asOf(client)).toBe('2024-10-01');
    expect(client.logged).toEqual([]);
  });

  it.each([{ asOfDate: '2024-05-01' }, { mipsPlan: { asOfDate: '2024-05-01' } }])('come as initializationOptions: %j', async (initializationOptions) => {
    const client = await InMemory.start({ initializationOptions });
    client.open(URI, FULL);
    expect((await client.scoreSent(URI)).score).toMatchObject({ asOf: '2024-05-01', plans: [{ points: 40, securedPoints: 0 }] });
  });

  it('are asked for where the client gives them, and stand over the initializationOptions', async () => {
    const client = await InMemory.start({
      capabilities: GIVES,
      initializationOptions: { asOfDate: '2024-05-01', findings: { 'unknown-key': 'off' } },
      configuration: () => ({ asOfDate: '2024-06-01' }),
    });
    client.open(URI, `${FULL}unknown_key: 1\n`);
    expect(await asOf(client)).toBe('2024-06-01');
    expect(await client.codes(URI)).not.toContain('unknown-key');
    // Nothing was judged before they were there.
    expect(client.scores.map(({ score }) => score.asOf)).toEqual(['2024-06-01']);
    expect(client.refreshes).toBe(0);
  });

  it('are asked for again when they change', async () => {
    let asOfDate = '2024-05-01';
    const client = await InMemory.start({ capabilities: GIVES, configuration: () => ({ asOfDate }) });
    client.open(URI, FULL);
    expect(await asOf(client)).toBe('2024-05-01');
    asOfDate = '2024-07-01';
    client.notify(CHANGED, { settings: null });
    await client.until(() => client.scores.at(-1)?.score.asOf === '2024-07-01');
    await client.until(() => client.refreshes === 1);
    expect(client.scores.map(({ version, score }) => [version, score.plans[0]?.securedPoints])).toEqual([[1, 0], [1, 40]]);
  });

  it('are registered for where the client wants that', async () => {
    const client = await InMemory.start({ capabilities: REGISTERS, configuration: () => ({}) });
    await client.until(() => client.registrations.length > 0);
    expect(client.registrations).toMatchObject([{ method: CHANGED, registerOptions: { section: 'mipsPlan' } }]);
  });

  it('that are the same as before change nothing', async () => {
    const client = await InMemory.start({ capabilities: GIVES, configuration: () => ({ asOfDate: '2024-05-01' }) });
    client.open(URI, FULL);
    await client.scoreSent(URI);
    client.notify(CHANGED, { settings: null });
    client.edit(URI, 'Riverbend', 'Hillside');
    await client.scoreSent(URI);
    expect(client.scores.map(({ version }) => version)).toEqual([1, 2]);
    expect(client.refreshes).toBe(0);
  });

  it('come with the notification where the client cannot be asked', async () => {
    const client = await InMemory.start({ initializationOptions: { findings: { 'unknown-key': 'hint' } } });
    client.open(URI, `${FULL}unknown_key: 1\n`);
    await client.scoreSent(URI);
    client.notify(CHANGED, { settings: { mipsPlan: { asOfDate: '2024-05-01' } } });
    await client.until(() => client.scores.at(-1)?.score.asOf === '2024-05-01');
    expect(await client.pull(URI)).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ code: 'unknown-key', severity: 4 })]) as unknown });
    for (const settings of [null, undefined, {}, { other: 1 }, 'x']) client.notify(CHANGED, { settings });
    expect(await asOf(client)).toBe('2024-05-01');
  });

  it('are the defaults for a client that fails to give them', async () => {
    const client = new InMemory();
    client.connection.onRequest('workspace/configuration', () => {
      throw new Error('out of order');
    });
    await client.initialize({ capabilities: GIVES });
    client.open(URI, FULL);
    expect(await asOf(client)).toBe('2024-10-01');
    await client.until(() => client.logged.some((line) => line.includes('out of order')));
  });

  it('are the defaults for a client that does not answer, until it does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const client = new InMemory();
    let answer: (value: unknown) => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/configuration', () => new Promise((answered) => {
        answer = answered;
        resolve();
      }));
    });
    await client.initialize({ capabilities: GIVES });
    client.open(URI, FULL);
    const score = client.score(URI);
    await asked;
    vi.advanceTimersByTime(1000);
    expect((await score)?.asOf).toBe('2024-10-01');
    vi.useRealTimers();
    answer([{ asOfDate: '2024-05-01' }]);
    await client.until(() => client.scores.at(-1)?.score.asOf === '2024-05-01');
  });
});

describe('what the settings say', () => {
  it('of a date that is none: the log, once, and today', async () => {
    const client = await InMemory.start({ initializationOptions: { asOfDate: '2024-02-30' } });
    client.open(URI, FULL);
    expect(await asOf(client)).toBe('2024-10-01');
    client.notify(CHANGED, { settings: { mipsPlan: { asOfDate: '2024-02-30', findings: { 'unknown-key': 'off' } } } });
    await client.until(() => client.scores.length === 2);
    expect(client.logged).toEqual([expect.stringContaining('“2024-02-30” is not a date of the calendar')]);
    expect(client.shown).toEqual([]);
  });

  it('of findings: their severity, or that they are off', async () => {
    const client = await InMemory.start({ capabilities: PUSHED_TO, initializationOptions: { findings: { 'unknown-key': 'error', nonsense: 'off' } } });
    client.open(URI, `${FULL}unknown_key: 1\n`);
    expect((await client.pushed(URI)).diagnostics).toMatchObject([{ code: 'unknown-key', severity: 1 }]);
    expect(client.logged).toEqual(['mipsPlan.findings: there is no finding `nonsense`']);
    client.notify(CHANGED, { settings: { mipsPlan: { findings: { 'unknown-key': 'off' } } } });
    await client.until(() => client.pushes.length === 2);
    expect(client.pushes.at(-1)).toEqual({ uri: URI, version: 1, diagnostics: [] });
  });
});

describe('the date', () => {
  it('moves on at midnight', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let today = '2024-06-30';
    const client = await InMemory.start({}, { today: () => today });
    client.open(URI, FULL);
    expect((await client.scoreSent(URI)).score).toMatchObject({ asOf: '2024-06-30', plans: [{ points: 40 }] });
    vi.advanceTimersByTime(3_600_000);
    today = '2024-07-01';
    vi.advanceTimersByTime(60_000);
    await client.until(() => client.scores.at(-1)?.score.asOf === '2024-07-01');
    await client.until(() => client.refreshes === 1);
    expect(client.scores).toHaveLength(2);
  });

  it('stands still where the settings name it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let today = '2024-06-30';
    const client = await InMemory.start({ initializationOptions: { asOfDate: '2024-05-01' } }, { today: () => today });
    client.open(URI, FULL);
    await client.scoreSent(URI);
    today = '2024-07-01';
    vi.advanceTimersByTime(60_000);
    expect(await asOf(client)).toBe('2024-05-01');
    expect(client.scores).toHaveLength(1);
  });
});
