/** Why a language model gave no answer that can be used. */
export type ModelFailure = 'timeout' | 'status' | 'connection' | 'redirect' | 'body' | 'empty' | 'stopped';

/** The message names what happened and nothing of what was sent or received. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly reason: ModelFailure;
  /** HTTP status, where there was one. */
  readonly status: number | null;

  constructor(reason: ModelFailure, message: string, status: number | null = null) {
    super(message);
    this.reason = reason;
    this.status = status;
  }
}

const MOST_CAUSES = 5;

/** Whatever a library threw, as one of our own: it wraps what was thrown below it as a cause. */
export function modelErrorOf(thrown: unknown): ModelError {
  for (let error = thrown, depth = 0; error instanceof Error && depth < MOST_CAUSES; error = error.cause, depth += 1) {
    if (error instanceof ModelError) return error;
    if (error instanceof SyntaxError) return new ModelError('body', 'its answer is not what an OpenAI-compatible endpoint sends');
  }
  return new ModelError('connection', 'the connection failed');
}
