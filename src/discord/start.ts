import { Events, type Client } from 'discord.js';
import type { UserError } from '../errors.ts';
import { answerMessage } from './ask/message.ts';
import type { Bot, Services } from './bot.ts';
import { createBot } from './create-bot.ts';
import { retryOnce } from './discord-errors.ts';
import { gatewayState, type GatewayState } from './gateway-state.ts';
import { logConnection } from './log-connection.ts';
import { fatalError, logIn, type LogInSettings } from './log-in.ts';
import { registerCommands } from './registration.ts';
import { route } from './route.ts';
import { Seen } from './seen.ts';
import { UnderWay } from './under-way.ts';

export interface StartOptions {
  services: Services;
  /** Resolves when the engine is up. */
  engineReady: Promise<void>;
  settings: LogInSettings & { guild: string };
  /** How often to look for changed articles, in milliseconds; null for never. */
  watch: number | null;
  /** Calls off a log-in that does not succeed. */
  signal: AbortSignal;
}

/** The bot while it is logged in. */
export interface Running {
  bot: Bot;
  /** Rejects with a UserError when Discord ends the session for good. */
  failed: Promise<never>;
  gateway: () => GatewayState;
  /** Takes no new work, waits for what is under way, ends the engine, which tells whoever still waits, and logs out. */
  stop(endEngine: () => Promise<void>): Promise<void>;
}

/** Milliseconds: for work under way when the bot stops, then for telling those who still wait. Together less than ten seconds. */
const FINISH = 6_000;
const TELL = 2_000;
const UNAUTHORIZED = 401;
/** Milliseconds: no answer takes longer. */
const ANSWER = 30_000;
/** Milliseconds: Discord or the way to it was down for a moment when the commands were to be registered. */
const REGISTRATION_PAUSE = 5_000;

/** Logs in and answers from then on. @throws UserError when Discord does not let the bot in. */
export async function startBot({ services, engineReady, settings, watch, signal }: StartOptions): Promise<Running> {
  const { log } = services;
  const bot = createBot(services, engineReady);
  const underWay = new UnderWay((error) => {
    log.error({ err: error }, 'failed where nobody expected it');
  });
  const seen = new Seen();
  let fail: (error: UserError) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  // Whoever stops the bot first does not wait for it.
  failed.catch(() => undefined);

  // So that they are known when the first question comes; what fails here fails again, and is told, with that question.
  const readSettings = (server: string) => engineReady.then(() => bot.settings.get(server)).catch(() => undefined);

  const prepare = (client: Client): void => {
    client.on(Events.InteractionCreate, (interaction) => {
      if (seen.add(interaction.id)) underWay.add(route(bot, interaction));
    });
    client.on(Events.MessageCreate, (message) => {
      if (!bot.isClosing && seen.add(message.id)) underWay.add(answerMessage(bot, message));
    });
    client.on(Events.GuildDelete, ({ id }) => {
      underWay.add(forgetServer(bot, id, underWay.ended(ANSWER)));
    });
    client.on(Events.ClientReady, (ready) => {
      for (const id of ready.guilds.cache.keys()) void readSettings(id);
      void offerCommands(bot, ready, settings.guild);
    });
    client.on(Events.GuildCreate, ({ id }) => {
      void readSettings(id);
    });
    logConnection(client, log, () => bot.isClosing);
  };

  const { client, readsMessages } = await logIn({ settings, log, prepare, signal });
  bot.readsMessages = readsMessages;
  log.info({ user: client.user?.tag, readsMessages, shards: client.options.shards }, 'logged in');
  client.on(Events.ShardDisconnect, ({ code }) => {
    fail(fatalError(code));
  });
  client.rest.on('response', ({ data }, { status }) => {
    if (status === UNAUTHORIZED && data.auth !== false) fail(fatalError(REVOKED));
  });
  if (watch !== null) bot.updates.watch(watch);

  return {
    bot,
    failed,
    gateway: () => gatewayState(client, services.now()),
    async stop(endEngine) {
      bot.isClosing = true;
      bot.updates.close();
      await underWay.ended(FINISH);
      await endEngine();
      await underWay.ended(TELL);
      await client.destroy();
    },
  };
}

/** What Discord closes the gateway with when a token is wrong; a token that was revoked gets 401 instead. */
const REVOKED = 4004;

/** Tells Discord the commands; what is wrong with that is logged. */
async function offerCommands(bot: Bot, client: Client<true>, server: string): Promise<void> {
  try {
    await retryOnce(() => registerCommands(client, server, bot.log), REGISTRATION_PAUSE);
  } catch (error) {
    bot.log.error(
      { err: error },
      'the commands could not be registered; they are as they were. Start the bot again to try again.',
    );
  }
}

/** @param answered Resolves when what was asked before has ended: until then something may be stored. */
async function forgetServer(bot: Bot, server: string, answered: Promise<void>): Promise<void> {
  try {
    await bot.settings.forget(server);
    await answered;
    await bot.settings.forget(server);
    bot.log.info({ server }, 'left a server; what was stored of it is deleted');
  } catch (error) {
    bot.log.error({ err: error, server }, 'what is stored of a server that was left could not be deleted');
  }
}
