import { createServer, type Server } from 'node:http';
import { Acting } from './acting/acting.ts';
import { Bot, type SpawnOptions } from './bots.ts';
import type { RequestEntry } from './core.ts';
import { rateLimitEffect, serverErrorEffect, type Fault, type FaultEffect, type Match, type RateLimit } from './faults.ts';
import { httpListener } from './http.ts';
import type { Message } from './model.ts';
import { DEFAULTS, type Options } from './options.ts';
import { allRoutes } from './routes/index.ts';
import { problems, refusedRequests, summary } from './verdict.ts';
import * as waits from './waits.ts';
import type { Reference } from './world.ts';
import { PATIENCE } from './patience.ts';

type FaultInput = Match & FaultEffect;
let saidSkipped = false;

function saySkipped(file: string): void {
  if (saidSkipped) return;
  saidSkipped = true;
  process.stderr.write(`skipped: schema checks of requests to Discord (no OpenAPI document at ${file})\n`);
}

/**
 * A local stand-in for Discord (HTTP API version 10 and gateway on one port of 127.0.0.1) for an unmodified bot that
 * runs as a process of its own. Every request is checked against Discord's OpenAPI document, where there is one, and
 * against the limits that only the prose states; one that breaks them is recorded and answered 400 as Discord does.
 */
export class Discord extends Acting {
  readonly #server: Server;

  /** Starts the stand-in; `stop` ends it. */
  static async start(options: Partial<Options> = {}): Promise<Discord> {
    const discord = new Discord({ ...DEFAULTS, ...options });
    await discord.#listen();
    return discord;
  }

  private constructor(options: Options) {
    super(options);
    const routes = allRoutes(this);
    if (!this.specification) saySkipped(options.specificationFile);
    for (const { method, template } of routes) this.specification?.warm(method, template);
    this.#server = createServer(httpListener(this, routes));
    this.#server.keepAliveTimeout = 60_000;
    this.#server.on('upgrade', (request, socket, head) => {
      this.gateway.upgrade(request, socket, head);
    });
  }

  async #listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.options.port, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
  }

  /** Ends the bots (SIGTERM, SIGKILL after 5 s) and the server. */
  async stop(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.stop()));
    for (const connection of this.gateway.connections) connection.cut();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The environment of a bot; `spawn` adds to it. */
  get env(): Record<string, string> {
    const { id } = this.world.application;
    return {
      DISCORD_TOKEN: this.options.token,
      DISCORD_API_BASE: this.apiBase,
      DISCORD_APPLICATION_ID: id,
      DISCORD_CLIENT_ID: id,
      DISCORD_GUILD_ID: this.world.id('guild'),
    };
  }

  /** Starts a bot as a child process; it inherits this process's environment. */
  spawn(command: string, parameters: string[] = [], options: SpawnOptions = {}): Bot {
    const bot = new Bot(this, command, parameters, this.env, options);
    this.bots.push(bot);
    return bot;
  }

  /** Waits until the bot is logged in and has its guilds, and until these commands are registered. */
  async ready({ timeout = PATIENCE, commands = [] as string[] } = {}): Promise<this> {
    await waits.ready(this, timeout, commands);
    return this;
  }

  /** All messages by the bot, oldest first, deleted ones included. */
  get botMessages(): Message[] {
    return waits.botMessages(this);
  }

  /** The bot's replies to a message so far. */
  repliesTo(message: { id: string }): Message[] {
    return this.botMessages.filter(({ message_reference, deleted }) => message_reference?.message_id === message.id && !deleted);
  }

  /** Waits for a message of the bot, by default from now on. */
  expectMessage(filter: (message: Message) => boolean = () => true, options: waits.ExpectOptions = {}): Promise<Message> {
    return waits.expectMessage(this, filter, options);
  }

  /** Waits for the bot's answer to a user's message. */
  expectReply(
    message: Message,
    { timeout = PATIENCE, filter = () => true }: { timeout?: number; filter?: (message: Message) => boolean } = {},
  ): Promise<Message> {
    return waits.expectReply(this, message, timeout, filter);
  }

  /** Fails when the bot writes something within `quietMs`. */
  expectNoMessage({ quietMs = 1500, channel }: { quietMs?: number; channel?: Reference } = {}): Promise<void> {
    return waits.expectNoMessage(this, quietMs, channel);
  }

  /** Waits for a request of the bot, from now on. */
  expectRequest(method: string, path: RegExp, { timeout = PATIENCE } = {}): Promise<RequestEntry> {
    return waits.expectRequest(this, method, path, timeout);
  }

  /** Makes the next matching requests fail. */
  fault({ method, path, filter, times, ...effect }: FaultInput): Fault {
    const match = { ...(method && { method }), ...(path && { path }), ...(filter && { filter }), ...(times && { times }) };
    return this.faults.add(match, effect);
  }

  /** Answers 429 to the next matching requests; `retryAfter` is in seconds. */
  rateLimit(limit: RateLimit = {}): Fault {
    return this.faults.add(limit, rateLimitEffect(limit));
  }

  /** Answers 502 (or `status`) with a page of HTML to the next matching requests. */
  serverError({ status = 502, ...match }: Match & { status?: number } = {}): Fault {
    return this.faults.add(match, serverErrorEffect(status));
  }

  /** Answers 50013 to the next matching requests. */
  missingPermissions(match: Match = {}): Fault {
    return this.faults.add(match, { status: 403, body: { message: 'Missing Permissions', code: 50013 } });
  }

  /** Forgets all faults. */
  clearFaults(): void {
    this.faults.clear();
  }

  /** Requests that got a 4xx which no test asked for. */
  get refused(): RequestEntry[] {
    return refusedRequests(this);
  }

  /** Everything that should not be there after a good run; `allow` leaves out what matches. */
  problems({ allow = [] as RegExp[] } = {}): string[] {
    return problems(this, allow);
  }

  /** Throws when there are problems: end every test with it. */
  assertClean(options: { allow?: RegExp[] } = {}): void {
    const found = this.problems(options);
    if (found.length) throw new Error(`${found.length} problem(s):\n- ${found.join('\n- ')}`);
  }

  /** Numbers of a run. */
  summary(): Record<string, unknown> {
    return summary(this);
  }
}
