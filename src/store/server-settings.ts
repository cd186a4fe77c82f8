import type Database from 'better-sqlite3';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { parseJson } from './json.ts';

/** Discord ids: decimal digits of a 64-bit number. At most so many a setting, as many as its picker can hold several times over. */
const ids = z
  .array(z.string().regex(/^\d{1,20}$/, 'expected the id of a channel or role'))
  .max(100)
  .transform((all) => [...new Set(all)]);

const FIELDS = {
  /** The only channels the bot answers in; all when empty. */
  allowedChannels: ids,
  /** Channels it never answers in, even where `allowedChannels` names them. */
  deniedChannels: ids,
  /** The roles whose members may ask; everyone when empty. */
  allowedRoles: ids,
  /** Channels and forums in which it also answers messages and posts that do not mention it. */
  channelsWithoutMention: ids,
  replies: z.enum(['inline', 'thread']),
  /** Language around the quotes; auto follows the question and the reader. */
  language: z.enum(['auto', 'ko', 'en']),
};
const schema = z.strictObject(FIELDS);
const changesSchema = schema.partial();

/** What the administrators of a server have set. */
export type ServerSettings = z.output<typeof schema>;
export type ServerSettingsChange = z.input<typeof changesSchema>;

export const DEFAULT_SERVER_SETTINGS: Readonly<ServerSettings> = {
  allowedChannels: [],
  deniedChannels: [],
  allowedRoles: [],
  channelsWithoutMention: [],
  replies: 'inline',
  language: 'auto',
};

/** Settings by server; only what was changed is stored, so that a default that improves reaches everyone else. */
export class ServerSettingsTable {
  readonly #note: (message: string) => void;
  readonly #all: Database.Statement<[string], { name: string; value: string }>;
  readonly #put: Database.Statement<[string, string, string]>;
  readonly #clear: Database.Statement<[string]>;
  readonly #putAll: Database.Transaction<(server: string, changes: object) => void>;

  constructor(database: Database.Database, note: (message: string) => void) {
    this.#note = note;
    this.#all = database.prepare('SELECT name, value FROM server_settings WHERE server = ?');
    this.#put = database.prepare('INSERT OR REPLACE INTO server_settings VALUES (?, ?, ?)');
    this.#clear = database.prepare('DELETE FROM server_settings WHERE server = ?');
    this.#putAll = database.transaction((server, changes) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value !== undefined) this.#put.run(server, name, JSON.stringify(value));
      }
    });
  }

  /** The complete settings of a server. Stored names it does not know are left alone; a value it cannot use counts as not set, with a note. */
  get(server: string): ServerSettings {
    const stored = this.#all.all(server).flatMap(({ name, value }) => {
      const field = Object.entries(FIELDS).find(([known]) => known === name)?.[1];
      if (!field) return [];
      const result = field.safeParse(parseJson(value));
      if (!result.success) this.#note(`The stored setting "${name}" of server ${server} cannot be used; the default counts.`);
      return result.success ? [[name, result.data] as const] : [];
    });
    return schema.parse({ ...DEFAULT_SERVER_SETTINGS, ...Object.fromEntries(stored) });
  }

  /**
   * Sets what `changes` names, all of it or nothing; a list replaces the list before.
   * @returns the complete settings after it.
   * @throws UserError that names every setting that is wrong.
   */
  change(server: string, changes: ServerSettingsChange): ServerSettings {
    const result = changesSchema.safeParse(changes);
    if (!result.success) {
      const problems = result.error.issues.map(({ path, message }) => [...path, message].join(': '));
      throw new UserError(`These settings cannot be used: ${problems.join('; ')}`);
    }
    this.#putAll.immediate(server, result.data);
    return this.get(server);
  }

  /** Back to the defaults. */
  reset(server: string): void {
    this.#clear.run(server);
  }
}
