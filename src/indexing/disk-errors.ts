import { messageOf, StoreError, systemCode, UserError } from '../errors.ts';

/** What the system and SQLite call a disk without room, and one that fails or may not be written. */
const FULL = /^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/;
const FAILING = /^(?:EIO|EROFS|EACCES|EPERM|ENODEV|ENXIO|ESTALE|EFBIG|SQLITE_(?:IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB).*)$/;

/** An error of the disk in words that say what to do; any other is returned as it is. */
export function diskError(error: unknown, dataDirectory: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const code = systemCode(error) ?? systemCode(error.cause) ?? '';
  if (FULL.test(code)) {
    return new UserError(
      `The disk is full: there is no room for the index in ${dataDirectory}. The index stays as it was. Make room and index again; what was embedded so far is kept.`,
    );
  }
  if (!FAILING.test(code)) return error;
  return new UserError(
    `The index could not be stored in ${dataDirectory} (${messageOf(error)}). The index stays as it was. ` +
      'Check the disk and its permissions and index again; what was embedded so far is kept.',
  );
}

/** What publishing throws when the disk holds something else than was written: the graph library, for one, does not notice a full disk. */
export function readingBackError(error: unknown): unknown {
  if (!(error instanceof StoreError) || error.cause !== undefined) return error;
  return new UserError(
    `The new index does not read back as it was written: ${messageOf(error)}. The index stays as it was. ` +
      'The disk is full or fails: check its room and its health, and index again.',
  );
}
