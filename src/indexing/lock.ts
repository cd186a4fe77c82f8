import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { messageOf, UserError } from '../errors.ts';
import { makeDirectory, nodeFileSystem, readText, type FileSystem } from '../file-system.ts';
import { LOCK_FILE, LOCK_OWNER_FILE } from '../search/generation-files.ts';

/** The right to write a data directory. */
export interface IndexLock {
  release(): void;
}

/** How long the loser of a race waits for the name of the winner, in milliseconds: it is noted when the lock is held. */
const NAME_PATIENCE = 1000;
const NAME_POLL = 10;

/**
 * Takes the lock of a data directory, for one writer at a time. It is SQLite's exclusive lock on a file of its own: the kernel frees it the
 * moment its owner dies, however it dies. Over network file systems it is as good as their file locks are.
 * @param owner Who takes it, for the message another writer gets.
 * @throws UserError when another writer holds it, or the directory cannot be written.
 */
export function acquireLock(dataDirectory: string, owner: string, fileSystem: FileSystem = nodeFileSystem): IndexLock {
  const deadline = performance.now() + NAME_PATIENCE;
  for (;;) {
    const lock = tryLock(dataDirectory, owner, fileSystem);
    if (lock) return lock;
    const holder = noteIn(join(dataDirectory, LOCK_OWNER_FILE));
    // A name of nobody is that of an owner before, or not there yet.
    if (isAlive(holder) || performance.now() > deadline)
      throw new UserError(`Indexing is already running (${holder || 'owner unknown'}). Wait until it is done, or stop it.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAME_POLL);
  }
}

/** The lock; undefined while another writer holds it. */
function tryLock(dataDirectory: string, owner: string, fileSystem: FileSystem): IndexLock | undefined {
  const ownerFile = join(dataDirectory, LOCK_OWNER_FILE);
  const database = openLockFile(dataDirectory, fileSystem);
  try {
    // Without this SQLite would lay a journal beside the file.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    noteOwner(ownerFile, `${owner}, process ${process.pid}, since ${new Date().toISOString()}\n`, fileSystem);
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw cannotWrite(dataDirectory, error);
  }
  return {
    release: () => {
      forgetOwner(ownerFile, fileSystem);
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

/** A process that goes on after its run must not be named as the owner of the next. */
function forgetOwner(path: string, fileSystem: FileSystem): void {
  try {
    noteOwner(path, '', fileSystem);
  } catch {
    // Only a name: the run has succeeded or failed by now, and the next owner writes its own.
  }
}

function cannotWrite(dataDirectory: string, error: unknown): UserError {
  return new UserError(
    `The data directory ${dataDirectory} cannot be written: ${messageOf(error)}. Check its permissions and its space, or set DATA_DIR.`,
  );
}

function noteIn(path: string): string {
  try {
    return readText(path).trim();
  } catch {
    return '';
  }
}

/** Whether the process that a note names runs here. */
function isAlive(note: string): boolean {
  const pid = Number(/, process (\d+), since /.exec(note)?.[1]);
  if (!Number.isSafeInteger(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user cannot be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
