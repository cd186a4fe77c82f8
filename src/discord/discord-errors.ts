import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';

/**
 * What an error of Discord's means for what was to be said: `late`: the interaction is over, only a message to the channel can follow;
 * `forbidden`, `missing`: it cannot be said there, and trying again makes it worse; `done`: it was done before, only its answer was lost;
 * `passing`: it may work in a moment; `fault`: it is a mistake of ours.
 */
export type DiscordProblem = 'late' | 'forbidden' | 'missing' | 'done' | 'passing' | 'fault';

const LATE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);
const FORBIDDEN: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
]);
const MISSING: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownGuild,
]);

export function problemOf(error: unknown): DiscordProblem {
  if (error instanceof DiscordAPIError) {
    if (LATE.has(error.code)) return 'late';
    if (FORBIDDEN.has(error.code)) return 'forbidden';
    if (MISSING.has(error.code)) return 'missing';
    return error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged ? 'done' : 'fault';
  }
  if (error instanceof HTTPError) return error.status >= 500 ? 'passing' : 'fault';
  return error instanceof RateLimitError || isConnectionError(error) ? 'passing' : 'fault';
}

/** Does it, and where that may work in a moment once more, after so many milliseconds. Only for what does no harm when it is done twice. */
export async function retryOnce<Result>(work: () => Promise<Result>, after = 0): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (problemOf(error) !== 'passing') throw error;
    await setTimeout(after);
    return work();
  }
}

/** Discord's own code, or the name of the error: for logs and metrics. */
export function codeOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code);
  if (error instanceof HTTPError) return String(error.status);
  return error instanceof Error ? error.name : typeof error;
}

/** Whether it was Discord, or the way to it, that failed. */
export function isDiscordError(error: unknown): boolean {
  const kinds = [DiscordAPIError, HTTPError, RateLimitError];
  return kinds.some((kind) => error instanceof kind) || isConnectionError(error);
}

/** A connection that was cut, or a request that took too long; an answer that is no JSON counts with them. */
function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'SyntaxError') return true;
  const code = 'code' in error ? String(error.code) : '';
  return /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/.test(code) || error.name === 'SocketError';
}
