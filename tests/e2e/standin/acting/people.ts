import type { Core, FileInput } from '../core.ts';
import { describeChannel, describeMember, guildCreate } from '../describe.ts';
import { announce, EVERY_KIND, writeMessage } from '../messages.ts';
import { CHANNEL, type Guild, type Message, type Thread } from '../model.ts';
import type { Embed } from '../payload.ts';
import { INTENTS, type PermissionName } from '../permissions.ts';
import { timestamp } from '../small.ts';
import { snowflake } from '../snowflake.ts';
import { openThread } from '../threads.ts';
import type { Reference } from '../world.ts';
import { actor } from './interact.ts';

export interface SendOptions {
  user?: Reference;
  channel?: Reference;
  replyTo?: Reference;
  attachments?: FileInput[];
  embeds?: Embed[];
}

export interface ThreadOptions {
  user?: Reference;
  channel?: Reference;
  /** Opens it on this message. */
  message?: Reference;
  /** The first message of a forum post. */
  content?: string;
}

/** Writes a message as a user; "@bot" in the text becomes a mention. */
export function sendMessage(core: Core, content: string, options: SendOptions): Message {
  const { user, channel } = actor(core, options);
  const message = writeMessage(core, {
    author: user,
    channel,
    content: content.replaceAll('@bot', `<@${core.world.bot.id}>`),
    embeds: options.embeds ?? [],
    components: [],
    attachments: (options.attachments ?? []).map((file) => core.attach(file)),
    flags: 0,
    kinds: EVERY_KIND,
    allowed: null,
    reference: options.replyTo === undefined ? null : core.world.message(options.replyTo),
    extra: {},
  });
  announce(core, 'MESSAGE_CREATE', message);
  return message;
}

/** Changes the text of a message as its author. */
export function rewriteMessage(core: Core, target: Reference, content: string): Message {
  const message = core.world.message(target);
  message.content = content;
  message.edited_timestamp = timestamp();
  announce(core, 'MESSAGE_UPDATE', message);
  return message;
}

/** Adds a reaction to a message as a user. */
export function react(core: Core, target: Reference, emoji: string, options: { user?: Reference }): void {
  const { world } = core;
  const message = world.message(target);
  const { user, channel } = actor(core, { ...options, channel: message.channel_id });
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const where = guild && member ? { guild_id: guild.id, member: describeMember(world, member) } : {};
  const reaction = {
    emoji: { id: null, name: emoji },
    type: 0,
    burst: false,
    burst_colors: [],
    message_author_id: message.author.id,
  };
  core.gateway.dispatch(
    'MESSAGE_REACTION_ADD',
    { user_id: user.id, channel_id: channel.id, message_id: message.id, ...reaction, ...where },
    { guildId: guild?.id, intent: guild ? INTENTS.GUILD_MESSAGE_REACTIONS : INTENTS.DIRECT_MESSAGE_REACTIONS },
  );
}

/** Opens a thread as a user: on a message, in a text channel, or (with content) as a post in a forum. */
export function createThread(core: Core, name: string, options: ThreadOptions): { thread: Thread; message: Message | null } {
  const starter = options.message === undefined ? null : core.world.message(options.message);
  const { user, channel } = actor(core, { ...options, ...(starter ? { channel: starter.channel_id } : {}) });
  const type = channel.type === CHANNEL.NEWS ? CHANNEL.NEWS_THREAD : CHANNEL.THREAD;
  const thread = openThread(core, channel, { id: starter?.id ?? snowflake(), name, type, ownerId: user.id });
  const message = options.content === undefined ? null : sendMessage(core, options.content, { user, channel: thread });
  return { thread, message };
}

/** Adds the bot to one more guild, with a channel "<key>/general" and alice, bob and carol as members. */
export function joinGuild(core: Core, key: string, fields: Partial<Pick<Guild, 'name' | 'preferred_locale'>>): Guild {
  const { world } = core;
  const guild = world.addGuild(key, fields);
  for (const person of ['alice', 'bob', 'carol']) world.addMember(guild, world.user(person));
  guild.owner_id = world.id('alice');
  world.addBot(guild, `${key}/bot-role`);
  world.addChannel(guild, `${key}/general`, { name: 'general' });
  const describe = (session: { intents: number }): unknown => guildCreate(world, guild, session.intents);
  core.gateway.dispatch('GUILD_CREATE', describe, { guildId: guild.id, intent: INTENTS.GUILDS });
  return guild;
}

/** Removes the bot from a guild. */
export function leaveGuild(core: Core, key: Reference): void {
  const id = core.world.id(key);
  core.world.guilds.delete(id);
  core.gateway.dispatch('GUILD_DELETE', { id }, { guildId: id, intent: INTENTS.GUILDS });
}

/** Takes permissions from the bot in a channel; no names give them back. */
export function denyBot(core: Core, key: Reference, names: PermissionName[]): void {
  const channel = core.world.channel(key);
  core.world.deny(channel, ...names);
  core.gateway.dispatch('CHANNEL_UPDATE', describeChannel(core.world, channel), {
    guildId: channel.guild_id,
    intent: INTENTS.GUILDS,
  });
}
