import { CHANNEL, isThread, type Channel, type Guild, type Member, type Message, type Role, type User } from './model.ts';
import { INTENTS } from './permissions.ts';
import type { World } from './world.ts';

type Json = Record<string, unknown>;

/** A user as Discord writes one. */
export function describeUser(user: User): Json & { id: string; username: string; global_name: string | null } {
  const { id, username, discriminator, global_name, avatar } = user;
  const empty = {
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    primary_guild: null,
    clan: null,
    collectibles: null,
  };
  return {
    id,
    username,
    discriminator,
    global_name,
    avatar,
    ...empty,
    bot: user.bot || undefined,
    system: false,
    public_flags: 0,
    flags: 0,
  };
}

/** A member without its user and voice state, as the resolved data of interactions carry it. */
export function describePartialMembership({ nick, roles, joined_at }: Member): Json {
  const empty = { avatar: null, banner: null, premium_since: null, communication_disabled_until: null };
  return { nick, roles: [...roles], joined_at, pending: false, flags: 0, ...empty };
}

/** A member without its user, as messages carry it. */
export const describeMembership = (member: Member): Json => ({ ...describePartialMembership(member), deaf: false, mute: false });

/** A member with its user. */
export const describeMember = (world: World, member: Member): Json => ({
  user: describeUser(world.user(member.user_id)),
  ...describeMembership(member),
});

/** A role as Discord writes one. */
export function describeRole(role: Role): Json {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  const empty = {
    description: null,
    color: 0,
    colors,
    hoist: false,
    icon: null,
    unicode_emoji: null,
    mentionable: false,
    flags: 0,
  };
  return { ...role, ...empty, permissions: String(role.permissions) };
}

/** A channel, a thread or a direct message channel. */
export function describeChannel(world: World, channel: Channel): Json & { id: string } {
  if (channel.recipient) {
    const { id, type, flags, last_message_id } = channel;
    return { id, type, flags, last_message_id, recipients: [describeUser(world.user(channel.recipient))] };
  }
  if (isThread(channel)) {
    const { member_ids, created, ...rest } = channel;
    const own = { id: channel.id, user_id: world.bot.id, join_timestamp: created, flags: 1 };
    const member = member_ids.has(world.bot.id) ? { member: own } : {};
    return { ...structuredClone(rest), member_count: Math.min(member_ids.size, 50), ...member };
  }
  const forum = { available_tags: [], default_reaction_emoji: null, default_sort_order: null, default_forum_layout: 0 };
  return { ...channel, ...(channel.type === CHANNEL.FORUM ? forum : {}) };
}

const GUILD_DEFAULTS = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 1,
  default_message_notifications: 1,
  mfa_level: 0,
  explicit_content_filter: 2,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
  hub_type: null,
  latest_onboarding_question_id: null,
  inventory_settings: null,
  owner_configured_content_level: null,
};

/** A guild as the HTTP API writes one. */
export function describeGuild(guild: Guild): Json {
  const { id, name, owner_id, preferred_locale, features } = guild;
  return {
    ...GUILD_DEFAULTS,
    id,
    name,
    owner_id,
    preferred_locale,
    features,
    roles: [...guild.roles.values()].map(describeRole),
  };
}

/** Threads of a guild that are not archived. */
export const activeThreads = (world: World, guild: Guild): Json[] =>
  [...guild.threads.values()]
    .filter((thread) => !thread.thread_metadata.archived)
    .map((thread) => describeChannel(world, thread));

/** The GUILD_CREATE dispatch; without the members or presences intent only the bot itself is listed. */
export function guildCreate(world: World, guild: Guild, intents: number): Json {
  const all = Boolean(intents & (INTENTS.GUILD_MEMBERS | INTENTS.GUILD_PRESENCES));
  const members = [...guild.members.values()].filter((member) => all || member.user_id === world.bot.id);
  const empty = { voice_states: [], presences: [], stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [] };
  return {
    ...describeGuild(guild),
    ...empty,
    joined_at: guild.members.get(world.bot.id)?.joined_at,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: members.map((member) => describeMember(world, member)),
    channels: guild.channels.map((id) => describeChannel(world, world.channel(id))),
    threads: activeThreads(world, guild),
  };
}

const PRIVATE = new Set(['deleted', 'pings', 'isEphemeral']);
const HIDDEN = { content: '', embeds: [], attachments: [], components: [] };

/** A message as sent. Without `content` (no message content intent) only the bot's own, mentions and DMs are readable. */
export function describeMessage(world: World, message: Message, content = true): Json & { id: string } {
  const own = message.author.id === world.bot.id || message.mentions.some((user) => user.id === world.bot.id);
  const readable = content || own || world.channels.get(message.channel_id)?.type === CHANNEL.DM;
  const entries = Object.entries(message).filter(
    ([key, value]) => !key.startsWith('_') && !PRIVATE.has(key) && value !== undefined,
  );
  const sent = Object.fromEntries(entries);
  return { ...structuredClone(readable ? sent : { ...sent, ...HIDDEN }), id: message.id };
}
