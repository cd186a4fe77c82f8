import { setTimeout } from 'node:timers/promises';
import { DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes, type Client } from 'discord.js';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createClient, type ClientSettings } from './client.ts';

export interface LogInSettings extends Omit<ClientSettings, 'messageContent'> {
  token: string;
  /** auto: with the text of messages if Discord grants it, else without. */
  messageContent: 'auto' | 'on' | 'off';
}

export interface LogInOptions {
  settings: LogInSettings;
  log: Log;
  /** Attaches what listens to a client, before it connects; what connects in vain is thrown away. */
  prepare: (client: Client) => void;
  signal: AbortSignal;
}

/** Milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

const REASONS: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not accept DISCORD_TOKEN. Copy the token anew from the developer portal (Bot → Reset Token).',
  [GatewayCloseCodes.InvalidShard]: 'Discord does not accept the shards. Check DISCORD_SHARDS and DISCORD_SHARD_COUNT.',
  [GatewayCloseCodes.ShardingRequired]: 'The bot is in too many servers for so few shards. Set DISCORD_SHARDS=auto.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord has given up this version of its gateway. Update gisabot.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the intents. Update gisabot.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not grant the message content intent. Switch it on in the developer portal (Bot → Message Content Intent), or set DISCORD_MESSAGE_CONTENT=off.',
};

/** Discord has ended the session in a way that trying again does not change. */
export function fatalError(code: number): UserError {
  return new UserError(REASONS[code] ?? `Discord has closed the connection for good (code ${code}).`);
}

/**
 * Logs in. While Discord cannot be reached it is tried again, less and less often. Without a grant for the text of messages the bot goes on
 * without, if that is left to it.
 * @returns the client, logged in, and whether it reads messages that do not mention it.
 * @throws UserError when trying again does not help, and the signal's reason when it is called off.
 */
export async function logIn(options: LogInOptions): Promise<{ client: Client; readsMessages: boolean }> {
  const { settings, log, signal } = options;
  // What cannot stand in a header would look like a connection that fails.
  if (!/^[\x20-\x7e]+$/.test(settings.token)) throw fatalError(GatewayCloseCodes.AuthenticationFailed);
  let readsMessages = settings.messageContent !== 'off';
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const attempt = await tryLogIn(options, readsMessages);
    signal.throwIfAborted();
    if ('client' in attempt) return { client: attempt.client, readsMessages };
    const { closed, error } = attempt;
    if (closed === GatewayCloseCodes.DisallowedIntents && settings.messageContent === 'auto' && readsMessages) {
      log.warn('Discord does not grant the message content intent: mention the bot, reply to it with a mention, or use /ask');
      readsMessages = false;
      continue;
    }
    if (closed !== undefined) throw fatalError(closed);
    if (isWrongToken(error)) throw fatalError(GatewayCloseCodes.AuthenticationFailed);
    log.warn({ err: error, seconds: pause / 1000 }, 'Discord cannot be reached; trying again');
    await setTimeout(pause, undefined, { signal });
  }
}

type Attempt = { client: Client } | { closed: number | undefined; error: unknown };

async function tryLogIn({ settings, prepare, signal }: LogInOptions, messageContent: boolean): Promise<Attempt> {
  const client = createClient({ ...settings, messageContent });
  prepare(client);
  let closed: number | undefined;
  const noteClosed = ({ code }: { code: number }): void => {
    closed = code;
  };
  client.on(Events.ShardDisconnect, noteClosed);
  try {
    await Promise.race([client.login(settings.token), calledOff(signal)]);
  } catch (error) {
    // A client that was refused at the gateway connects again by itself, destroyed or not: then it has nobody to tell.
    client.removeAllListeners().on(Events.Error, () => undefined);
    await client.destroy();
    return { closed, error };
  }
  client.off(Events.ShardDisconnect, noteClosed);
  return { client };
}

/** Rejects when the signal comes: discord.js itself goes on connecting, however long it takes. */
function calledOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('called off'));
    });
  });
}

function isWrongToken(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
