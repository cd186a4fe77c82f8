import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { messageOf, StoreError, UserError } from '../errors.ts';
import { makeDirectory, nodeFileSystem, syncPath, type FileSystem } from '../file-system.ts';
import { collapseSpaces } from '../text/normalize.ts';
import { migrate, requireOurs, requireSchema } from './migrations.ts';

const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/;
/** How long a write waits for another process, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Opens the file of the store, brings it to the newest version and returns it. A damaged file is renamed and a new one
 * is begun.
 * @param note Gets a sentence for the administrator when that happened.
 * @throws UserError when the file is of a newer version, of another program, or cannot be written; it is then untouched.
 */
export function openDatabase(
  path: string,
  note: (message: string) => void,
  fileSystem: FileSystem = nodeFileSystem,
): Database.Database {
  try {
    return openOrReplace(path, note, fileSystem);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const advice = 'Check the folder, its permissions and its space.';
    throw new UserError(`${path} cannot be opened for writing: ${messageOf(error)}. ${advice}`);
  }
}

function openOrReplace(path: string, note: (message: string) => void, fileSystem: FileSystem): Database.Database {
  try {
    return openSound(path, fileSystem);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const kept = setAside(path, fileSystem);
    note(`${path} is damaged (${collapseSpaces(messageOf(error))}). It was kept as ${kept}, and an empty one was begun.`);
    return openSound(path, fileSystem);
  }
}

function openSound(path: string, fileSystem: FileSystem): Database.Database {
  makeDirectory(dirname(path), fileSystem);
  const database = new Database(path, { timeout: PATIENCE });
  try {
    requireOurs(database);
    requireSound(database);
    configure(database);
    migrate(database);
    requireSchema(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The file is small (retention bounds it), so that every page and index can be checked at each start. */
function requireSound(database: Database.Database): void {
  const found = String(database.pragma('integrity_check(1)', { simple: true }));
  if (found !== 'ok') throw new StoreError(found);
}

/**
 * A rollback journal instead of a write-ahead log: the store is one file that can be copied, writes are rare and small, and what was
 * acknowledged is on the disk. FULL forces file and journal at each commit; a truncated journal is forced as well, whereas an unlinked one
 * may come back after a power loss and undo the last commit. Deleted questions are overwritten, not only unlinked.
 */
function configure(database: Database.Database): void {
  for (const pragma of ['journal_mode = TRUNCATE', 'synchronous = FULL', 'secure_delete = ON']) {
    database.pragma(pragma);
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof StoreError || (error instanceof Database.SqliteError && DAMAGED.test(error.code));
}

/** A journal beside the file has been applied by then: SQLite did so when it opened the file. */
function setAside(path: string, fileSystem: FileSystem): string {
  let count = 1;
  while (existsSync(`${path}.damaged-${count}`)) count += 1;
  const kept = `${path}.damaged-${count}`;
  fileSystem.renameSync(path, kept);
  syncPath(dirname(path), fileSystem);
  return kept;
}
