import { Client, Events, GatewayIntentBits, Partials, type RESTOptions } from 'discord.js';

export interface ClientSettings {
  /** Another base address of Discord's API, without a version; empty for Discord's own. */
  api: string;
  /** Whether to ask for the text of messages that do not mention the bot, which Discord has to grant. */
  messageContent: boolean;
  shards: 'auto' | readonly number[];
  /** Shards of all machines together; 0: as many as `shards` names. */
  shardCount: number;
}

/** Milliseconds. A request that hangs is given up early enough for another one within Discord's own deadlines. */
const REQUEST_TIMEOUT = 5_000;
const ACKNOWLEDGE_WAIT = 2_000;
/** Every interaction has a rate limit of its own, which the library would keep in mind for up to an hour. */
const FORGET_LIMITS_EVERY = 60_000;

/** A client with everything that keeps it quiet: it never pings anyone, on sends and on edits, and sends nothing twice. */
export function createClient({ api, messageContent, shards, shardCount }: ClientSettings): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const rest: Partial<RESTOptions> = {
    ...(api === '' ? {} : { api }),
    timeout: REQUEST_TIMEOUT,
    retries: 2,
    handlerSweepInterval: FORGET_LIMITS_EVERY,
    // An acknowledgement that has to wait comes too late anyway.
    rejectOnRateLimit: ({ route, retryAfter }) => route.endsWith('/callback') && retryAfter > ACKNOWLEDGE_WAIT,
  };
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(messageContent ? [MessageContent] : [])],
    // Without it no direct message arrives.
    partials: [Partials.Channel],
    rest,
    enforceNonce: true,
    allowedMentions: { parse: [], repliedUser: false },
    shards: shards === 'auto' ? 'auto' : [...shards],
    ...(shardCount > 0 ? { shardCount } : {}),
  });
  surviveEvents(client);
  return client;
}

/**
 * What Discord sends and discord.js cannot read ends the process otherwise: nothing catches it between the connection and its parser, which
 * is private. Such an event becomes an error of the client and is left out.
 */
function surviveEvents(client: Client): void {
  const read: unknown = Reflect.get(client.ws, 'handlePacket');
  if (typeof read !== 'function') throw new TypeError('this version of discord.js reads its events in another way');
  Reflect.set(client.ws, 'handlePacket', (...event: unknown[]): unknown => {
    try {
      const isTaken: unknown = Reflect.apply(read, client.ws, event);
      return isTaken;
    } catch (error) {
      return client.emit(Events.Error, new Error('an event of Discord cannot be read', { cause: error }));
    }
  });
}
