import { randomBytes } from 'node:crypto';
import type { Core } from '../core.ts';
import { describeChannel, describeMember, describeMessage, describeUser } from '../describe.ts';
import { Interaction, type InteractionPayload } from '../interaction.ts';
import type { Channel, Message, User } from '../model.ts';
import type { Command } from '../payload.ts';
import { rule } from '../rules/rule.ts';
import { snowflake } from '../snowflake.ts';
import type { Reference } from '../world.ts';
import { whyHidden } from './commands.ts';
import { PATIENCE } from '../patience.ts';

/** Who acts, where and in which language; force sends what Discord's client would hide. */
export interface ActOptions {
  user?: Reference;
  channel?: Reference;
  locale?: string;
  force?: boolean;
  /** Sends option values that the client would refuse. */
  raw?: boolean;
}

export interface Act {
  type: number;
  data: Record<string, unknown>;
  user: User;
  channel: Channel;
  locale: string | undefined;
  message: Message | null;
}

/** The user and channel of an act, with the stand-in's defaults. */
export function actor(core: Core, { user, channel }: ActOptions): { user: User; channel: Channel } {
  const { options, world } = core;
  return { user: world.user(user ?? options.user), channel: world.channel(channel ?? options.channel) };
}

/** Refuses a command that Discord's client would not show to the user in the channel. */
export function assertVisible(core: Core, command: Command, user: User, channel: Channel): void {
  const why = whyHidden(core, command, user, channel);
  const where = channel.name ?? 'the DM';
  if (why) throw new Error(`Discord would not let ${user.username} use "${command.name}" in ${where}: ${why}`);
}

function audience(core: Core, { user, channel }: Act): Record<string, unknown> {
  const { world } = core;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  if (!guild) return { user: describeUser(user) };
  if (!member) throw new Error(`${user.username} is not a member of the guild of ${channel.name ?? channel.id}`);
  const permissions = String(world.permissions(user.id, channel));
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: guild.features },
    guild_locale: guild.preferred_locale,
    member: { ...describeMember(world, member), permissions },
  };
}

function payloadOf(core: Core, act: Act): InteractionPayload {
  const { world } = core;
  const { channel, type, message } = act;
  const guildId = world.guildOf(channel)?.id;
  return {
    id: snowflake(),
    application_id: world.application.id,
    type,
    data: structuredClone(act.data),
    token: `aW50ZXJhY3Rpb246${randomBytes(48).toString('base64url')}`,
    version: 1,
    channel_id: channel.id,
    channel: describeChannel(world, channel),
    locale: act.locale ?? act.user.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10 * 1024 * 1024,
    app_permissions: String(world.permissions(world.bot.id, channel)),
    context: guildId ? 0 : 1,
    authorizing_integration_owners: { 0: guildId ?? '0' },
    ...audience(core, act),
    ...(message ? { message: describeMessage(world, message) } : {}),
  };
}

function expectAcknowledgement(core: Core, interaction: Interaction): void {
  const deadline = core.options.interactionDeadlineMs;
  setTimeout(() => {
    if (interaction.ackedBy) return;
    interaction.lost = 'timeout';
    const message = `no callback within ${deadline} ms: the user sees "The application did not respond"`;
    core.violate('behaviour', interaction.describe(), [rule([], 'NOT_ACKNOWLEDGED', message)]);
    core.events.emit('interaction', interaction);
  }, deadline).unref();
}

/** Sends an interaction to the bot, once it is connected. */
export async function interact(core: Core, act: Act): Promise<Interaction> {
  await core.until(
    () => core.gateway.connected > 0,
    PATIENCE,
    () => 'the bot is not connected',
  );
  const payload = payloadOf(core, act);
  const interaction = new Interaction(core, payload, act.user, act.message);
  core.interactions.set(interaction.token, interaction);
  const receivers = core.gateway.dispatch('INTERACTION_CREATE', payload, { guildId: payload.guild_id });
  interaction.sentAt = Date.now();
  if (!receivers) interaction.lost = 'no session';
  expectAcknowledgement(core, interaction);
  return interaction;
}
