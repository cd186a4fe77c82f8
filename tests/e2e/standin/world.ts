import {
  CHANNEL,
  isThread,
  type Channel,
  type Guild,
  type Member,
  type Message,
  type Role,
  type Thread,
  type User,
} from './model.ts';
import type { Options } from './options.ts';
import { ALL_PERMISSIONS, MEMBER_PERMISSIONS, permission, permissionSet, type PermissionName } from './permissions.ts';
import { snowflake, snowflakeOf } from './snowflake.ts';
import { timestamp } from './small.ts';

/** A key of the world ("general", "bob", "dm:bob"), an identifier, or the thing itself. */
export type Reference = string | { id: string };

const DAY = 86_400_000;
const APPLICATION_FLAGS = [12, 13, 14, 15, 18, 19].reduce((flags, bit) => flags | (1 << bit), 0);

/** Users, guilds, channels, messages and who may do what. */
export class World {
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Map<string, Message>>();
  readonly application: { id: string; flags: number };
  readonly bot: User;
  readonly #keys = new Map<string, string>();

  constructor(readonly options: Options) {
    const id = options.applicationId ?? snowflakeOf(Date.now() - 400 * DAY);
    this.application = { id, flags: APPLICATION_FLAGS };
    this.bot = this.addUser('bot', { id, username: options.botName, bot: true });
    this.#furnish();
  }

  #furnish(): void {
    const guild = this.addGuild('guild', { name: '시험 서버', preferred_locale: 'ko' });
    const people: [string, string, string | null][] = [
      ['alice', 'en-US', null],
      ['bob', 'ko', '밥'],
      ['carol', 'ja', null],
      ['dave', 'en-US', null],
    ];
    for (const [key, locale, nick] of people) this.addMember(guild, this.addUser(key, { locale }), { nick });
    guild.owner_id = this.id('alice');
    const rights = permissionSet('MANAGE_MESSAGES', 'MANAGE_GUILD', 'MANAGE_THREADS', 'MODERATE_MEMBERS');
    const moderators = this.addRole(guild, 'moderators', { name: 'Moderators', permissions: rights });
    guild.members.get(this.id('dave'))?.roles.push(moderators.id);
    this.addBot(guild, 'bot-role');
    this.addChannel(guild, 'general', { topic: 'talk' });
    this.addChannel(guild, 'random');
    this.addChannel(guild, 'news', { type: CHANNEL.NEWS });
    this.addChannel(guild, 'forum', { type: CHANNEL.FORUM });
    this.deny(this.addChannel(guild, 'readonly'), 'SEND_MESSAGES', 'CREATE_PUBLIC_THREADS', 'SEND_MESSAGES_IN_THREADS');
    this.deny(this.addChannel(guild, 'secret'), 'VIEW_CHANNEL');
  }

  /** The identifier of a key, a thing or an identifier. */
  id(reference: Reference): string {
    return typeof reference === 'string' ? (this.#keys.get(reference) ?? reference) : reference.id;
  }

  /** Adds a user under a key. */
  addUser(key: string, fields: Partial<User> = {}): User {
    const id = fields.id ?? snowflake();
    const global_name = fields.bot ? null : key.charAt(0).toUpperCase() + key.slice(1);
    const base = { username: key, discriminator: '0', global_name, avatar: null, bot: false, locale: 'en-US', dmsClosed: false };
    const user: User = { ...base, ...fields, id };
    this.users.set(id, user);
    this.#keys.set(key, id);
    return user;
  }

  /** Adds an empty guild under a key. */
  addGuild(key: string, fields: Partial<Pick<Guild, 'name' | 'preferred_locale'>> = {}): Guild {
    const id = snowflake();
    const everyone: Role = { id, name: '@everyone', permissions: MEMBER_PERMISSIONS, position: 0, managed: false };
    const inside = { roles: new Map([[id, everyone]]), members: new Map<string, Member>(), threads: new Map<string, Thread>() };
    const base = { name: key, preferred_locale: 'en-US', owner_id: null, channels: [], features: ['COMMUNITY'] };
    const guild: Guild = { id, ...base, ...inside, ...fields };
    this.guilds.set(id, guild);
    this.#keys.set(key, id);
    return guild;
  }

  /** Adds a role to a guild under a key. */
  addRole(guild: Guild, key: string, fields: Partial<Role> = {}): Role {
    const role: Role = { id: snowflake(), name: key, position: guild.roles.size, managed: false, permissions: 0n, ...fields };
    guild.roles.set(role.id, role);
    this.#keys.set(key, role.id);
    return role;
  }

  /** Makes a user a member of a guild. */
  addMember(guild: Guild, user: User, fields: Partial<Member> = {}): Member {
    const member: Member = { user_id: user.id, nick: null, roles: [], joined_at: timestamp(Date.now() - 30 * DAY), ...fields };
    guild.members.set(user.id, member);
    return member;
  }

  /** Makes the bot a member of a guild, with its own role. */
  addBot(guild: Guild, roleKey: string): void {
    const permissions = this.options.botPermissions ?? MEMBER_PERMISSIONS;
    const fields = { name: this.options.botName, managed: true, permissions, tags: { bot_id: this.bot.id } };
    this.addMember(guild, this.bot, { roles: [this.addRole(guild, roleKey, fields).id] });
  }

  /** Adds a channel to a guild under a key; a text channel unless `type` says otherwise. */
  addChannel(guild: Guild, key: string, fields: Partial<Channel> = {}): Channel {
    const base = {
      type: CHANNEL.TEXT,
      guild_id: guild.id,
      name: key,
      position: guild.channels.length,
      parent_id: null,
      topic: null,
    };
    const rest = { nsfw: false, rate_limit_per_user: 0, permission_overwrites: [], last_message_id: null, flags: 0 };
    const channel: Channel = { id: snowflake(), ...base, ...rest, ...fields };
    this.#place(channel);
    guild.channels.push(channel.id);
    this.#keys.set(key, channel.id);
    return channel;
  }

  /** Puts a new thread into its guild. */
  addThread(guild: Guild, thread: Thread): void {
    guild.threads.set(thread.id, thread);
    this.#place(thread);
  }

  #place(channel: Channel): void {
    this.channels.set(channel.id, channel);
    if (!this.messages.has(channel.id)) this.messages.set(channel.id, new Map());
  }

  /** The direct message channel with a user, opened when there is none. */
  dmChannel(user: { id: string }): Channel {
    const open = [...this.channels.values()].find((channel) => channel.recipient === user.id);
    if (open) return open;
    const channel: Channel = { id: snowflake(), type: CHANNEL.DM, recipient: user.id, last_message_id: null, flags: 0 };
    this.#place(channel);
    return channel;
  }

  /** The user of a key or identifier; throws when there is none. */
  user(reference: Reference): User {
    const user = this.users.get(this.id(reference));
    if (!user) throw new Error(`no user "${this.id(reference)}"`);
    return user;
  }

  /** The channel of a key, an identifier or "dm:<user>"; throws when there is none. */
  channel(reference: Reference): Channel {
    if (typeof reference === 'string' && reference.startsWith('dm:')) return this.dmChannel(this.user(reference.slice(3)));
    const channel = this.channels.get(this.id(reference));
    if (!channel) throw new Error(`no channel "${this.id(reference)}"`);
    return channel;
  }

  /** The message of an identifier or an earlier state of it; throws when there is none. */
  message(reference: Reference): Message {
    const id = this.id(reference);
    const message = [...this.messages.values()].map((inside) => inside.get(id)).find((found) => found !== undefined);
    if (!message) throw new Error(`no message ${id}`);
    return message;
  }

  /** The messages of a channel, oldest first. */
  messagesIn(channelId: string): Message[] {
    return [...(this.messages.get(channelId)?.values() ?? [])];
  }

  /** The guild of a channel; null for a direct message and after the bot has left. */
  guildOf(channel: Channel): Guild | null {
    return (channel.guild_id && this.guilds.get(channel.guild_id)) || null;
  }

  /** What a user may do in a channel: roles first, then the overwrites of @everyone, of roles, of the member. */
  permissions(userId: string, channel: Channel): bigint {
    const guild = this.guildOf(channel);
    if (!guild) return channel.guild_id ? 0n : ALL_PERMISSIONS;
    const member = guild.members.get(userId);
    if (!member) return 0n;
    const base = [guild.id, ...member.roles].reduce((set, role) => set | (guild.roles.get(role)?.permissions ?? 0n), 0n);
    if (guild.owner_id === userId || base & permission('ADMINISTRATOR')) return ALL_PERMISSIONS;
    const overwrites = (isThread(channel) ? this.channels.get(channel.parent_id) : channel)?.permission_overwrites ?? [];
    const steps = [[guild.id], member.roles, [userId]].map((ids) => overwrites.filter(({ id }) => ids.includes(id)));
    const allowed = steps.reduce((set, step) => {
      const denied = step.reduce((bits, { deny }) => bits | BigInt(deny), 0n);
      return step.reduce((bits, { allow }) => bits | BigInt(allow), set & ~denied);
    }, base);
    return allowed & permission('VIEW_CHANNEL') ? allowed : 0n;
  }

  /** Whether the bot has all of these permissions in a channel. */
  botCan(channel: Channel, ...names: PermissionName[]): boolean {
    const wanted = permissionSet(...names);
    return (this.permissions(this.bot.id, channel) & wanted) === wanted;
  }

  /** Takes permissions from the bot in a channel; no names give them back. */
  deny(channel: Channel, ...names: PermissionName[]): void {
    const others = (channel.permission_overwrites ?? []).filter(({ id }) => id !== this.bot.id);
    const own = { id: this.bot.id, type: 1, allow: '0', deny: String(permissionSet(...names)) };
    channel.permission_overwrites = names.length ? [...others, own] : others;
  }
}
