import type { EngineError } from '../engine/surroundings.ts';
import { newReference } from '../log.ts';
import type { Language } from '../types.ts';
import type { Services } from './bot.ts';
import { codeOf, problemOf } from './discord-errors.ts';
import { commonWords } from './wording/common.ts';

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
    const problem = problemOf(error);
    metrics.interaction(what, problem === 'late' ? 'late' : 'failed');
    if (!isEngineError(error)) metrics.discordError(codeOf(error));
    const reference = newReference();
    const text = textFor(error, language, reference);
    log[problem === 'fault' ? 'error' : 'warn']({ err: error, reference, what }, 'failed');
    if (text === undefined) return;
    await tell(text).catch((second: unknown) => {
      log.warn({ err: second, reference, what }, 'could not be told');
    });
  }
}

function textFor(error: unknown, language: Language, reference: string): string | undefined {
  const words = commonWords[language];
  if (isEngineError(error)) return error.reason === 'closed' ? words.closing : words.engineBusy;
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

/** By its name: the engine's own code is loaded where the engine is, not here. */
function isEngineError(error: unknown): error is EngineError {
  return error instanceof Error && error.name === 'EngineError' && 'reason' in error;
}
