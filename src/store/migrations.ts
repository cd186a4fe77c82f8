import Database from 'better-sqlite3';
import { StoreError, UserError } from '../errors.ts';

/** "gisa" in ASCII: tells our files from other programs' SQLite files (PRAGMA application_id). */
export const APPLICATION_ID = 0x67697361;

/**
 * The steps from one version of the schema to the next; the version of a file is the number of steps it has taken. A step that was released
 * is never changed. Rows are ordered by their `number`, which is never used twice; `created` is in milliseconds since 1970 and orders
 * nothing. `server` is null for what happened in a direct message.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE server_settings (
    server TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (server, name)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE given_answers (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, server TEXT, channel TEXT NOT NULL, asker TEXT NOT NULL,
    created INTEGER NOT NULL, language TEXT NOT NULL, question TEXT, kind TEXT NOT NULL, citations TEXT NOT NULL, generation TEXT,
    shared INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX given_answers_created ON given_answers (created);
  CREATE INDEX given_answers_asker ON given_answers (asker);
  CREATE INDEX given_answers_server ON given_answers (server);
  CREATE TABLE feedback (
    number INTEGER PRIMARY KEY AUTOINCREMENT, answer TEXT NOT NULL REFERENCES given_answers (id) ON DELETE CASCADE,
    member TEXT NOT NULL, rating TEXT NOT NULL, reason TEXT, created INTEGER NOT NULL, UNIQUE (answer, member)
  ) STRICT;
  CREATE INDEX feedback_member ON feedback (member)`,

  `CREATE TABLE gaps (
    number INTEGER PRIMARY KEY AUTOINCREMENT, server TEXT NOT NULL, gap TEXT NOT NULL, member TEXT NOT NULL, wording TEXT NOT NULL,
    created INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX gaps_server ON gaps (server, gap);
  CREATE INDEX gaps_created ON gaps (created);
  CREATE INDEX gaps_member ON gaps (member)`,
];

/**
 * Refuses a file that is not ours to write: one of a newer version, or of another program. Only reads.
 * @throws UserError that says what to do.
 */
export function requireOurs(database: Database.Database, latest = MIGRATIONS.length): void {
  const version = versionOf(database);
  const isOurs = database.pragma('application_id', { simple: true }) === APPLICATION_ID;
  if (!isOurs && (version > 0 || holdsTables(database)))
    throw new UserError(`${database.name} belongs to another program. Choose another file.`);
  if (version > latest) {
    throw new UserError(
      `${database.name} was made by a newer version of gisabot (${version}; this one knows ${latest}). Use that version again.`,
    );
  }
}

/** Takes the steps a file has not taken yet, each in a transaction of its own: a kill leaves the version before or after a step. */
export function migrate(database: Database.Database, migrations: readonly string[] = MIGRATIONS): void {
  migrations.forEach((step, index) => {
    const take = database.transaction(() => {
      // Read under the write lock: another process may have taken the step in the meantime.
      if (versionOf(database) !== index) return;
      database.exec(step);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${index + 1}`);
    });
    take.immediate();
  });
}

/**
 * Compares the tables and indexes of a file of the newest version with those that the migrations make.
 * @throws StoreError when one is missing or altered: SQLite's own check does not look at what a definition says.
 */
export function requireSchema(database: Database.Database): void {
  const model = new Database(':memory:');
  migrate(model);
  const found = definitionsOf(database);
  const wrong = [...definitionsOf(model)].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name);
  model.close();
  if (wrong.length > 0) throw new StoreError(`missing or altered: ${wrong.join(', ')}`);
}

/** SQL of the tables and indexes by their names. */
function definitionsOf(database: Database.Database): Map<string, string> {
  const all = database.prepare<[], { name: string; sql: string }>('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL');
  return new Map(all.all().map(({ name, sql }) => [name, sql]));
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function holdsTables(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}
