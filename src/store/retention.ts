import type Database from 'better-sqlite3';

const DAY = 24 * 60 * 60 * 1000;

/** How long things are kept, in days, and whether questions are kept at all. */
export interface Retention {
  answerDays: number;
  questionDays: number;
  keepQuestions: boolean;
}

/** How many rows a purge removed; a question is also removed from an answer that stays. */
export interface Purged {
  answers: number;
  questions: number;
  gaps: number;
}

/** Deletes what is older than its retention; every question when questions are no longer kept. */
export function createPurge(database: Database.Database, now: () => number, retention: Retention): () => Purged {
  const { answerDays, questionDays, keepQuestions } = retention;
  for (const days of [answerDays, questionDays]) {
    if (!(days > 0)) throw new RangeError(`A retention is a number of days above 0, not ${days}`);
  }
  const answers = database.prepare('DELETE FROM given_answers WHERE created < ?');
  const questions = database.prepare('UPDATE given_answers SET question = NULL WHERE question IS NOT NULL AND created < ?');
  const gaps = database.prepare('DELETE FROM gaps WHERE created < ?');
  const purge = database.transaction((): Purged => {
    const time = now();
    const forQuestions = keepQuestions ? time - questionDays * DAY : Infinity;
    return {
      answers: answers.run(time - answerDays * DAY).changes,
      questions: questions.run(forQuestions).changes,
      gaps: gaps.run(forQuestions).changes,
    };
  });
  return () => purge.immediate();
}

/** Deletes everything that is stored of a server. */
export function createForgetServer(database: Database.Database): (server: string) => void {
  const statements = ['server_settings', 'given_answers', 'gaps'].map((table) =>
    database.prepare<[string]>(`DELETE FROM ${table} WHERE server = ?`),
  );
  const forget = database.transaction((server: string) => {
    for (const statement of statements) statement.run(server);
  });
  return (server) => {
    forget.immediate(server);
  };
}

/** Deletes everything that is stored of a member: questions, the answers given to them, votes; in one server only when it is named. */
export function createForgetMember(database: Database.Database): (member: string, server?: string) => void {
  const answers = 'SELECT id FROM given_answers WHERE server = @server';
  const statements = [
    'DELETE FROM given_answers WHERE asker = @member AND (@server IS NULL OR server = @server)',
    'DELETE FROM gaps WHERE member = @member AND (@server IS NULL OR server = @server)',
    `DELETE FROM feedback WHERE member = @member AND (@server IS NULL OR answer IN (${answers}))`,
  ].map((sql) => database.prepare<[{ member: string; server: string | null }]>(sql));
  const forget = database.transaction((member: string, server: string | null) => {
    for (const statement of statements) statement.run({ member, server });
  });
  return (member, server) => {
    forget.immediate(member, server ?? null);
  };
}
