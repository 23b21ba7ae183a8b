import { LSPErrorCodes, ResponseError, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { expect } from 'vitest';
import { InMemory } from '../protocol/inMemory.ts';
import { PULLING, PUSHED_TO } from '../protocol/testClient.ts';

/** What an editor has open. */
export interface Model {
  readonly open: Map<string, { text: string; version: number }>;
  settings: object;
  /** Of the next document that is opened: no two have the same, so that what comes late is known for what it is. */
  nextVersion: number;
}

/** The server that is driven, and how to ask one that has seen nothing else. */
export interface Driven {
  readonly client: InMemory;
  readonly pulls: boolean;
  /** The last report of each document that was pulled, as the editor keeps it. */
  readonly reports: Map<string, { readonly resultId: string | undefined; readonly items: readonly Diagnostic[] }>;
}

export async function startDriven(settings: object, pulls: boolean): Promise<Driven> {
  const client = new InMemory({}, true);
  await client.initialize({ capabilities: pulls ? PULLING : PUSHED_TO, initializationOptions: settings });
  return { client, pulls, reports: new Map() };
}

/** The answer, or what the request failed with. */
export async function answerOf(client: InMemory, method: string, params: object): Promise<unknown> {
  try {
    return await client.connection.sendRequest(method, params);
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    // Refusals are answers; whatever else fails is a fault, whichever server it befalls.
    expect(error.code, error.message).toBe(LSPErrorCodes.RequestFailed);
    return error.message;
  }
}

/** As VS Code does where the server cancels. */
export async function pullUntilTold(client: InMemory, uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
  for (;;) {
    try {
      return await client.pull(uri, previous);
    } catch (error) {
      if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.ServerCancelled) throw error;
    }
  }
}

export async function withFresh<T>({ open, settings }: Model, pulls: boolean, ask: (client: InMemory) => Promise<T>): Promise<T> {
  const { client } = await startDriven(settings, pulls);
  try {
    for (const [uri, { text, version }] of open) client.open(uri, text, 'mips-plan', version);
    const answer = await ask(client);
    expect(client.logged).toEqual([]);
    return answer;
  } finally {
    await client.end();
  }
}

/** What may differ from server to server: names of results, and the order where there is none. */
export function comparable(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(comparable);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => {
    if (key === 'resultId') return [key, ''];
    if (key === 'files' && Array.isArray(value)) return [key, (comparable(value) as { uri: string }[]).sort((a, b) => (a.uri < b.uri ? -1 : 1))];
    return [key, comparable(value)];
  }));
}
