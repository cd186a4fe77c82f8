import { allCommands, findCommand } from './acting/commands.ts';
import type { Core, RequestEntry } from './core.ts';
import type { Message } from './model.ts';
import { FLAGS } from './permissions.ts';
import { listed, short, sleep } from './small.ts';
import { byId, newest } from './snowflake.ts';
import type { Reference } from './world.ts';
import { PATIENCE } from './patience.ts';

export interface ExpectOptions {
  timeout?: number;
  channel?: Reference;
  /** A message or identifier to look after; without it only what comes from now on counts. */
  after?: Reference;
}

type Filter = (message: Message) => boolean;

/** All messages by the bot, oldest first, deleted ones included. */
export const botMessages = ({ world }: Core): Message[] =>
  [...world.messages.values()]
    .flatMap((messages) => [...messages.values()])
    .filter((message) => message.author.id === world.bot.id)
    .sort(byId);

/** Waits for a message of the bot. */
export function expectMessage(
  core: Core,
  filter: Filter,
  { timeout = PATIENCE, channel, after }: ExpectOptions,
): Promise<Message> {
  const from = after === undefined ? newest() : BigInt(core.world.id(after));
  const channelId = channel === undefined ? null : core.world.channel(channel).id;
  const since = (): Message[] => botMessages(core).filter(({ id }) => BigInt(id) > from);
  const isWanted: Filter = (message) => {
    const shown = !message.deleted && !(message.flags & FLAGS.LOADING);
    return shown && (channelId ?? message.channel_id) === message.channel_id && filter(message);
  };
  const seen = (): string =>
    short(
      since().map(({ content }) => content),
      600,
    );
  return core.until(
    () => since().find(isWanted),
    timeout,
    () => `no matching bot message within ${timeout} ms; bot messages since: ${seen()}`,
  );
}

/** Waits for the bot's answer to a user's message: a reply to it, or a later message in its channel or thread. */
export function expectReply(core: Core, message: Message, timeout: number, filter: Filter): Promise<Message> {
  const answers: Filter = (candidate) =>
    candidate.message_reference?.message_id === message.id || [message.channel_id, message.id].includes(candidate.channel_id);
  return expectMessage(core, (candidate) => filter(candidate) && answers(candidate), { timeout, after: message });
}

/** Waits `quietMs` and fails when the bot writes something meanwhile. */
export async function expectNoMessage(core: Core, quietMs: number, channel: Reference | undefined): Promise<void> {
  const where = channel === undefined ? {} : { channel };
  const message = await expectMessage(core, () => true, { timeout: quietMs, ...where }).catch(() => null);
  if (message) throw new Error(`expected silence, but the bot wrote: ${short(message.content)}`);
}

/** Waits for a request of the bot, from now on. */
export function expectRequest(core: Core, method: string, path: RegExp, timeout: number): Promise<RequestEntry> {
  const from = core.requests.length;
  return core.until(
    () => core.requests.slice(from).find((request) => request.method === method && path.test(request.path)),
    timeout,
    () => `no ${method} ${String(path)} within ${timeout} ms`,
  );
}

/** Waits until the bot is logged in and has its guilds, and until these commands are registered. */
export async function ready(core: Core, timeout: number, commands: string[]): Promise<void> {
  const since = core.bots.at(-1)?.since ?? 0;
  const guild = core.world.id('guild');
  const state = (): string => {
    const events = listed(core.gateway.log.map(({ event }) => event));
    const requests = listed(core.requests.map(({ method, path, status }) => `${method} ${path} ${status}`));
    return `gateway: ${events}; requests: ${requests}\n${core.bots.map((bot) => bot.log.slice(-1500)).join('\n')}`;
  };
  await core.until(
    () => core.gateway.connected > 0 && core.gateway.log.slice(since).some(({ event }) => event === 'guilds-sent'),
    timeout,
    () => `the bot did not log in within ${timeout} ms; ${state()}`,
  );
  for (const name of commands) {
    const registered = (): string => listed(allCommands(core, guild).map((command) => command.name));
    await core.until(
      () => findCommand(core, name, null, guild),
      timeout,
      () => `command "${name}" was not registered within ${timeout} ms; registered: ${registered()}`,
    );
  }
  await sleep(30);
}
