/** An error whose message is meant for the person who caused it: what is wrong and what to do about it. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** A command line, a setting or an argument that cannot be used; the command line answers it with exit code 2. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
}

/** An article that is left out of the index; the message is the reason shown in the index report. */
export class ArticleError extends UserError {
  override readonly name = 'ArticleError';
}

/** A request that got no answer, through no fault of the question as far as anyone knows. */
export class EngineError extends UserError {
  override readonly name = 'EngineError';
  readonly reason: 'died' | 'deadline' | 'closed';

  constructor(reason: EngineError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A stored file that is damaged, incomplete or made by another version. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The code of an error of the system (ENOENT) or of SQLite; undefined for any other. */
export function systemCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
}

/** What the system calls a process, and a machine, that may open no further file. */
const TOO_MANY_FILES = /^E[MN]FILE$/;

/** What a program prints of the error that ends it: the message alone where it says what to do, the stack where the fault is ours. */
export function reportOf(thrown: unknown): string {
  if (thrown instanceof UserError || !(thrown instanceof Error)) return messageOf(thrown);
  if (TOO_MANY_FILES.test(systemCode(thrown) ?? ''))
    return 'Too many files are open: the system allows too few at once. Raise the limit (ulimit -n 1024) and start again.';
  return thrown.stack ?? thrown.message;
}
