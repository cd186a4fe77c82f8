/** Opens the store that is named on the command line and does one thing with it until it is ended. */
import { appendFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openStore } from '../../src/store/store.ts';
import { givenAnswer, storeOptions } from './examples.ts';

const [task = '', path = ''] = process.argv.slice(2);
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Answers one after the other, each acknowledged in a file when it is stored. */
async function answer(): Promise<never> {
  const store = openStore(path, storeOptions());
  for (;;) {
    appendFileSync(`${path}.acknowledged`, `${store.answers.add(givenAnswer())}\n`);
    say('acknowledged');
    await new Promise(setImmediate);
  }
}

/** A transaction that has reached the file and is not committed. */
function hang(): void {
  const database = new Database(path);
  database.pragma('cache_size = 1');
  database.exec('BEGIN IMMEDIATE; DELETE FROM given_answers; DELETE FROM gaps; PRAGMA user_version = 2');
  const insert = database.prepare('INSERT INTO gaps (server, gap, member, wording, created) VALUES (?, ?, ?, ?, ?)');
  for (let i = 0; i < 2_000; i++) insert.run('1', String(i), '5', 'x'.repeat(500), 0);
  say('written, not committed');
  setInterval(() => undefined, 1000);
}

/** A transaction that takes a while and is then committed. */
function hold(): void {
  const database = new Database(path);
  database.exec('BEGIN EXCLUSIVE');
  say('held');
  setTimeout(() => {
    database.exec("INSERT INTO server_settings VALUES ('1', 'replies', '\"thread\"'); COMMIT");
  }, 200);
}

function open(): void {
  openStore(path, storeOptions()).close();
  say('opened');
}

if (task === 'answer') await answer();
else if (task === 'hang') hang();
else if (task === 'hold') hold();
else open();
