import Database from 'better-sqlite3';

/**
 * What releases wrote, version by version, as it was: a copy that stays when the migrations are edited by mistake. Version 0 is a file
 * that was created and nothing more.
 */
const SCHEMAS: readonly string[] = [
  `CREATE TABLE server_settings (
    server TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (server, name)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO server_settings VALUES ('1', 'replies', '"thread"')`,

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
  CREATE INDEX feedback_member ON feedback (member);
  INSERT INTO given_answers (id, server, channel, asker, created, language, question, kind, citations, generation)
  VALUES ('abcdefghijkl', '1', '10', '100', 1700000000000, 'ko', '질문', 'unsure', '[]', NULL);
  INSERT INTO feedback (answer, member, rating, reason, created) VALUES ('abcdefghijkl', '5', 'down', '이유', 1700000000000)`,

  `CREATE TABLE gaps (
    number INTEGER PRIMARY KEY AUTOINCREMENT, server TEXT NOT NULL, gap TEXT NOT NULL, member TEXT NOT NULL, wording TEXT NOT NULL,
    created INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX gaps_server ON gaps (server, gap);
  CREATE INDEX gaps_created ON gaps (created);
  CREATE INDEX gaps_member ON gaps (member);
  INSERT INTO gaps (server, gap, member, wording, created) VALUES ('1', '0123456789abcdef', '5', '어디?', 1700000000000)`,
];

export const OLD_VERSIONS = Array.from({ length: SCHEMAS.length + 1 }, (_, version) => version);

/** Writes a file as a release left it: `version` tables deep, with a row in each. */
export function writeOldFile(path: string, version: number): void {
  change(path, `${SCHEMAS.slice(0, version).join(';')}; PRAGMA user_version = ${version};`);
  if (version > 0) change(path, `PRAGMA application_id = 1734964065`);
}

/** Runs SQL on a file, past the store. */
export function change(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}
