import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { messageOf, UserError } from '../errors.ts';
import { makeDirectory, nodeFileSystem, type FileSystem } from '../file-system.ts';
import { LOCK_FILE, LOCK_OWNER_FILE } from '../search/generation-files.ts';

/** The right to write a data directory. */
export interface IndexLock {
  release(): void;
}

/**
 * Takes the lock of a data directory, for one writer at a time. It is SQLite's exclusive lock on a file of its own: the kernel frees it the
 * moment its owner dies, however it dies. Over network file systems it is as good as their file locks are.
 * @param owner Who takes it, for the message another writer gets.
 * @throws UserError when another writer holds it, or the directory cannot be written.
 */
export function acquireLock(dataDirectory: string, owner: string, fileSystem: FileSystem = nodeFileSystem): IndexLock {
  const ownerFile = join(dataDirectory, LOCK_OWNER_FILE);
  const database = openLockFile(dataDirectory, fileSystem);
  try {
    // Without this SQLite would lay a journal beside the file.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    noteOwner(ownerFile, `${owner}, process ${process.pid}, since ${new Date().toISOString()}\n`, fileSystem);
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new UserError(`Indexing is already running (${ownerOf(ownerFile)}). Wait until it is done, or stop it.`);
    }
    throw cannotWrite(dataDirectory, error);
  }
  return {
    release: () => {
      database.close();
    },
  };
}

function openLockFile(dataDirectory: string, fileSystem: FileSystem): Database.Database {
  try {
    makeDirectory(dataDirectory, fileSystem);
    // SQLite only says that it cannot open the file; the system says why.
    accessSync(dataDirectory, constants.W_OK | constants.X_OK);
    return new Database(join(dataDirectory, LOCK_FILE), { timeout: 0 });
  } catch (error) {
    throw cannotWrite(dataDirectory, error);
  }
}

/** Only for a message: it may be lost with the power. */
function noteOwner(path: string, owner: string, fileSystem: FileSystem): void {
  const file = fileSystem.openSync(path, 'w');
  try {
    const bytes = Buffer.from(owner);
    fileSystem.writeSync(file, bytes, 0, bytes.length);
  } finally {
    fileSystem.closeSync(file);
  }
}

function cannotWrite(dataDirectory: string, error: unknown): UserError {
  return new UserError(
    `The data directory ${dataDirectory} cannot be written: ${messageOf(error)}. Check its permissions and its space, or set DATA_DIR.`,
  );
}

function ownerOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'owner unknown';
  } catch {
    return 'owner unknown';
  }
}
