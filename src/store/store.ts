import type { FileSystem } from '../file-system.ts';
import { openDatabase } from './database.ts';
import { FeedbackTable } from './feedback.ts';
import { GapTable } from './gaps.ts';
import { GivenAnswerTable } from './given-answers.ts';
import { createForgetMember, createForgetServer, createPurge, type Purged, type Retention } from './retention.ts';
import { ServerSettingsTable } from './server-settings.ts';

export interface StoreOptions extends Retention {
  /** The clock: milliseconds since 1970. */
  now: () => number;
  /** Gets a sentence for the administrator when something stored could not be used. */
  note: (message: string) => void;
  /** What its folder is made and a damaged file renamed through; the system's unless a test hands in another. SQLite writes itself. */
  fileSystem?: FileSystem;
}

/** What people did and set, in one SQLite file. Every method is synchronous; what it has written is on the disk when it returns. */
export interface Store {
  readonly settings: ServerSettingsTable;
  readonly answers: GivenAnswerTable;
  readonly feedback: FeedbackTable;
  readonly gaps: GapTable;
  /** Deletes what is older than its retention. It also happens at each opening. */
  purge(): Purged;
  /** Deletes everything of a server, its settings included. */
  forgetServer(server: string): void;
  /** Deletes what a member asked, the answers to it and the member's votes; everywhere, or in one server. */
  forgetMember(member: string, server?: string): void;
  close(): void;
}

/**
 * Opens the store; the file and its folder are made when missing. Several processes may have it open. A damaged file is renamed, a new one
 * begun and a note given. Where questions are not kept, those that were kept before are deleted.
 * @throws UserError when the file is of a newer version or of another program, or cannot be written; it is then untouched.
 * @throws RangeError when a retention is not above 0.
 */
export function openStore(path: string, options: StoreOptions): Store {
  const database = openDatabase(path, options.note, options.fileSystem);
  try {
    const purge = createPurge(database, options.now, options);
    purge();
    return {
      settings: new ServerSettingsTable(database, options.note),
      answers: new GivenAnswerTable(database, options),
      feedback: new FeedbackTable(database, options),
      gaps: new GapTable(database, options),
      purge,
      forgetServer: createForgetServer(database),
      forgetMember: createForgetMember(database),
      close: () => {
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
