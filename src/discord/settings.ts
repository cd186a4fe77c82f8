import type { ServerSettings, ServerSettingsChange } from '../store/server-settings.ts';
import type { StoreCalls } from '../store/calls.ts';

/**
 * Settings of the servers, as the store has them. They are read once and then held: they are needed before Discord's three seconds are over,
 * and this bot is the only one to write those of its servers.
 */
export class Settings {
  readonly #store: StoreCalls;
  readonly #known = new Map<string, Promise<ServerSettings>>();

  constructor(store: StoreCalls) {
    this.#store = store;
  }

  /** Undefined in a direct message. Rejects when they are not known yet and the store does not answer. */
  async get(server: string | null): Promise<ServerSettings | undefined> {
    if (server === null) return undefined;
    const known = this.#known.get(server) ?? this.#store.settings(server);
    this.#known.set(server, known);
    known.catch(() => this.#known.delete(server));
    return known;
  }

  async change(server: string, changes: ServerSettingsChange): Promise<ServerSettings> {
    const changed = await this.#store.changeSettings(server, changes);
    this.#known.set(server, Promise.resolve(changed));
    return changed;
  }

  async reset(server: string): Promise<ServerSettings> {
    this.#known.delete(server);
    await this.#store.resetSettings(server);
    return this.#store.settings(server);
  }

  /** Deletes everything that is stored of a server that the bot has left. */
  async forget(server: string): Promise<void> {
    this.#known.delete(server);
    await this.#store.forgetServer(server);
  }
}
