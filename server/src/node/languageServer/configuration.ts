import { DidChangeConfigurationNotification, type Connection, type DidChangeConfigurationParams } from 'vscode-languageserver/node';
import type { ClientAbilities } from './clientAbilities.ts';
import { readSettings, type Settings } from './settings.ts';

const SECTION = 'mipsPlan';

/**
 * The section `mipsPlan` in whatever way the client gives it: as `initializationOptions`, asked for with
 * `workspace/configuration`, or sent with `workspace/didChangeConfiguration`. What was given last stands over the
 * `initializationOptions`.
 */
export class Configuration {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  readonly #initial: Readonly<Record<string, unknown>>;
  readonly #use: (settings: Settings) => Promise<void>;
  readonly #complained = new Set<string>();
  #newestQuestion = 0;
  #inUse: string | undefined;

  constructor(connection: Connection, abilities: ClientAbilities, initializationOptions: unknown, use: (settings: Settings) => Promise<void>) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#initial = sectionOf(initializationOptions) ?? asRecord(initializationOptions) ?? {};
    this.#use = use;
  }

  /** The first settings, in use. */
  async start(): Promise<void> {
    if (this.#abilities.registersConfiguration) {
      // Nothing waits for it; a client that refuses it is asked at the start only.
      this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch((error: unknown) => {
        this.#connection.console.warn(`Changes of the settings will not be seen: ${String(error)}`);
      });
    }
    if (this.#abilities.givesConfiguration) await this.#ask();
    else await this.#take({});
  }

  async changed(params: DidChangeConfigurationParams): Promise<void> {
    if (this.#abilities.givesConfiguration) return this.#ask();
    const section = sectionOf(params.settings);
    if (section !== undefined) await this.#take(section);
  }

  async #ask(): Promise<void> {
    const question = ++this.#newestQuestion;
    let section: unknown;
    try {
      section = await this.#connection.workspace.getConfiguration(SECTION);
    } catch (error) {
      this.#connection.console.warn(`The client did not give the settings: ${String(error)}`);
    }
    if (question === this.#newestQuestion) await this.#take(asRecord(section) ?? {});
  }

  async #take(section: Readonly<Record<string, unknown>>): Promise<void> {
    const given = { ...this.#initial, ...section };
    const asText = JSON.stringify(given);
    if (asText === this.#inUse) return;
    this.#inUse = asText;
    const { settings, complaints } = readSettings(given);
    for (const complaint of complaints) {
      if (!this.#complained.has(complaint)) this.#connection.console.warn(complaint);
      this.#complained.add(complaint);
    }
    await this.#use(settings);
  }
}

function sectionOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return asRecord(asRecord(value)?.[SECTION]);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
}
