import { EngineError } from '../errors.ts';
import { newReference } from '../log.ts';
import type { Language } from '../types.ts';
import type { Services } from './bot.ts';
import { codeOf, isDiscordError, problemOf } from './discord-errors.ts';
import { commonWords } from './wording/common.ts';

/** Somebody tried what only others may; the message is for them, in their language. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  /** Id of the member. */
  readonly who: string;

  constructor(message: string, who: string) {
    super(message);
    this.who = who;
  }
}

/**
 * The one place where what went wrong ends: it is logged, and told where something can still be told. What Discord does not allow, and what
 * came too late, is logged only: another try would make it worse.
 * @param tell Says something in place of the answer; what goes wrong with that is logged.
 */
export async function guard(
  { log, metrics }: Pick<Services, 'log' | 'metrics'>,
  { language, tell, what }: { language: Language; tell: (text: string) => Promise<unknown>; what: string },
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
    metrics.interaction(what, 'done');
  } catch (error) {
    const reference = newReference();
    const text = note(error, reference);
    if (text === undefined) return;
    await tell(text).catch((second: unknown) => {
      log.warn({ err: second, reference, what }, 'could not be told');
    });
  }

  /** Writes down what went wrong. @returns what to tell. */
  function note(error: unknown, reference: string): string | undefined {
    if (error instanceof RefusedError) {
      metrics.interaction(what, 'refused');
      log.warn({ what, who: error.who }, 'refused');
      return error.message;
    }
    const problem = problemOf(error);
    metrics.interaction(what, problem === 'late' ? 'late' : 'failed');
    if (isDiscordError(error)) metrics.discordError(codeOf(error));
    log[problem === 'fault' ? 'error' : 'warn']({ err: error, reference, what }, 'failed');
    return textFor(error, language, reference);
  }
}

function textFor(error: unknown, language: Language, reference: string): string | undefined {
  const words = commonWords[language];
  if (error instanceof EngineError) return error.reason === 'closed' ? words.closing : words.engineBusy;
  switch (problemOf(error)) {
    case 'late':
    case 'missing':
    case 'done':
      return undefined;
    case 'forbidden':
      return words.forbidden;
    case 'passing':
    case 'fault':
      return words.failed(reference);
  }
}
