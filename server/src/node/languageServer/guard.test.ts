import { CancellationTokenSource, ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { Guard } from './guard.ts';

const NOT_CANCELLED: CancellationToken = new CancellationTokenSource().token;

function running(): { readonly guard: Guard; readonly logged: string[] } {
  const logged: string[] = [];
  const guard = new Guard((message) => logged.push(message));
  guard.initialize(() => ({}))({});
  return { guard, logged };
}

describe('a request', () => {
  it('that works is answered', async () => {
    const { guard, logged } = running();
    expect(await guard.request('a/b', (params: number) => params + 1)(1, NOT_CANCELLED)).toBe(2);
    expect(logged).toEqual([]);
  });

  it.each([
    ['throws', (): never => { throw new Error('broken'); }],
    ['rejects', (): Promise<never> => Promise.reject(new Error('broken'))],
  ])('whose handler %s is logged with its kind and place, and answered with an error', async (_, handle) => {
    const { guard, logged } = running();
    const refusal = guard.request('a/b', handle)({}, NOT_CANCELLED);
    await expect(refusal).rejects.toMatchObject({ code: ErrorCodes.InternalError, message: 'a/b failed: broken' });
    expect(logged).toEqual([expect.stringMatching(/^a\/b failed: Error: broken\n.*guard\.test\.ts/)]);
    expect(await guard.request('a/b', () => 'fine')({}, NOT_CANCELLED)).toBe('fine');
  });

  it('keeps the error that a handler answers with', async () => {
    const { guard, logged } = running();
    const answer = new ResponseError(LSPErrorCodes.ServerCancelled, 'Later', { retriggerRequest: true });
    await expect(guard.request('a/b', () => { throw answer; })({}, NOT_CANCELLED)).rejects.toBe(answer);
    expect(logged).toEqual([]);
  });

  it('that was cancelled is not begun', async () => {
    const { guard } = running();
    const source = new CancellationTokenSource();
    source.cancel();
    let begun = false;
    const cancelled = guard.request('a/b', () => { begun = true; })({}, source.token);
    await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(begun).toBe(false);
  });

  it('that is cancelled meanwhile has no result', async () => {
    const { guard } = running();
    const source = new CancellationTokenSource();
    const cancelled = guard.request('a/b', async () => { await Promise.resolve(); source.cancel(); return []; })({}, source.token);
    await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});

describe('a notification', () => {
  it.each([
    ['throws', (): never => { throw new Error('broken'); }],
    ['rejects', (): Promise<never> => Promise.reject(new Error('broken'))],
  ])('whose handler %s is logged', async (_, handle) => {
    const { guard, logged } = running();
    guard.notification('a/b', handle)({});
    await new Promise((resolve) => setImmediate(resolve));
    expect(logged).toEqual([expect.stringMatching(/^a\/b failed: Error: broken\n/)]);
  });

  it('is ignored before initialize and after shutdown', () => {
    let handled = 0;
    const guard = new Guard(() => undefined);
    const notify = guard.notification('a/b', () => { handled++; });
    notify({});
    guard.initialize(() => ({}))({});
    notify({});
    guard.shutdown(() => undefined)();
    notify({});
    expect(handled).toBe(1);
  });
});

it('an initialize that fails can be tried again', () => {
  const logged: string[] = [];
  const guard = new Guard((message) => logged.push(message));
  expect(() => guard.initialize(() => { throw new Error('broken'); })({})).toThrow('initialize failed: broken');
  expect(logged).toHaveLength(1);
  expect(guard.initialize(() => 'fine')({})).toBe('fine');
});

describe('work that no message waits for', () => {
  it('is logged where it fails, and not once the server is shut down: the log has gone with the connection', async () => {
    const { guard, logged } = running();
    guard.run('Refreshing', () => { throw new Error('broken'); });
    expect(logged).toEqual([expect.stringContaining('Refreshing failed: Error: broken')]);
    let fail: (error: Error) => void = () => undefined;
    const work = new Promise<void>((_, reject) => { fail = reject; });
    guard.run('Reading', () => work);
    guard.shutdown(() => undefined)();
    fail(new Error('disposed'));
    await work.catch(() => undefined);
    guard.run('Refreshing', () => { throw new Error('disposed'); });
    expect(logged).toHaveLength(1);
  });
});
