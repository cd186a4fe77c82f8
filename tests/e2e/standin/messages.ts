import { type Core, type UploadedFile } from './core.ts';
import { describeMembership, describeMessage, describeUser } from './describe.ts';
import { INTERACTION, type Interaction } from './interaction.ts';
import { applyMentions, type MentionKinds } from './mentions.ts';
import { CHANNEL, type Attachment, type Channel, type Message, type User } from './model.ts';
import type { AllowedMentions, Component, Embed, MessageBody } from './payload.ts';
import { FLAGS, INTENTS } from './permissions.ts';
import { timestamp } from './small.ts';
import { snowflake } from './snowflake.ts';

const { EPHEMERAL, LOADING, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, COMPONENTS_V2 } = FLAGS;
export const EVERY_KIND: MentionKinds = { users: true, roles: true, everyone: true };
const USERS_ONLY: MentionKinds = { users: true, roles: false, everyone: false };
const REPLY = 19;
const SLASH_REPLY = 20;
const CONTEXT_MENU_REPLY = 23;

/** A message to be written. */
export interface Draft {
  channel: Channel;
  author: User;
  content: string;
  embeds: Embed[];
  components: Component[];
  attachments: Attachment[];
  flags: number;
  /** Which kinds of mentions the route pings when the body says nothing, and what the body says. */
  kinds: MentionKinds;
  allowed: AllowedMentions | null;
  reference: Message | null;
  extra: Partial<Message>;
}

/** The parts of a draft that come from the body of a bot's request. */
export function draftOf(core: Core, body: MessageBody, files: UploadedFile[]): Omit<Draft, 'channel' | 'flags' | 'kinds'> {
  return {
    author: core.world.bot,
    content: body.content ?? '',
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments: core.attachUploads(files, body.attachments),
    allowed: body.allowed_mentions ?? null,
    reference: null,
    extra: {},
  };
}

const complete = (embed: Embed): Embed & { type: string } => ({
  type: 'rich',
  ...embed,
  ...(embed.fields ? { fields: embed.fields.map((field) => ({ inline: false, ...field })) } : {}),
});

const SELECTS = [3, 5, 6, 7, 8];
const DEFAULTS = new Map<number, object>([
  ...SELECTS.map((type): [number, object] => [type, { min_values: 1, max_values: 1 }]),
  [14, { divider: true, spacing: 1 }],
  [17, { accent_color: null, spoiler: false }],
]);

/** Components as Discord gives them back: numbered and with their defaults. */
function numbered(components: Component[]): Component[] {
  let count = 0;
  const walk = (component: Component): Component => {
    const id = component.id ?? ++count;
    const inner = component.components ? { components: component.components.map(walk) } : {};
    const accessory = component.accessory ? { accessory: walk(component.accessory) } : {};
    return { ...DEFAULTS.get(component.type), ...component, id, ...inner, ...accessory };
  };
  return components.map(walk);
}

/** The first message of a forum post has the identifier of its thread. */
function messageId(core: Core, channel: Channel): string {
  const parent = core.world.channels.get(channel.parent_id ?? '');
  const isFirst = core.world.messagesIn(channel.id).length === 0;
  return parent?.type === CHANNEL.FORUM && isFirst ? channel.id : snowflake();
}

function referenceFields(core: Core, { reference, channel }: Draft): Partial<Message> {
  if (!reference) return {};
  const guild = channel.guild_id ? { guild_id: channel.guild_id } : {};
  return {
    type: REPLY,
    message_reference: { type: 0, channel_id: reference.channel_id, message_id: reference.id, ...guild },
    referenced_message: describeMessage(core.world, reference),
  };
}

const EMPTY = {
  type: 0,
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  pinned: false,
  deleted: false,
  isEphemeral: false,
  _ephemeralFor: null,
};

/** Writes a message into its channel; `announce` tells the bot. */
export function writeMessage(core: Core, draft: Draft): Message {
  const { channel, author, content, attachments, flags } = draft;
  const message: Message = {
    ...EMPTY,
    id: messageId(core, channel),
    channel_id: channel.id,
    author: describeUser(author),
    timestamp: timestamp(),
    mentions: [],
    mention_roles: [],
    pings: { users: [], roles: [], everyone: false },
    _touchedBy: new Set(),
    _versions: [],
    _reactions: [],
    content,
    attachments,
    flags,
    embeds: draft.embeds.map(complete),
    components: numbered(draft.components),
    ...referenceFields(core, draft),
    ...draft.extra,
  };
  applyMentions(core, message, { kinds: draft.kinds, allowed: draft.allowed, replied: draft.reference?.author.id ?? null });
  channel.last_message_id = message.id;
  core.world.messages.get(channel.id)?.set(message.id, message);
  return message;
}

function audience(core: Core, message: Message): { guildId: string | undefined; intent: number } {
  const guildId = core.world.channels.get(message.channel_id)?.guild_id;
  return { guildId, intent: guildId ? INTENTS.GUILD_MESSAGES : INTENTS.DIRECT_MESSAGES };
}

/** Tells the bot of a message that it can see. */
export function announce(core: Core, name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
  const { world } = core;
  const channel = world.channels.get(message.channel_id);
  if (!channel || message._ephemeralFor || !world.botCan(channel, 'VIEW_CHANNEL')) return;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(message.author.id);
  const extra = guild ? { guild_id: guild.id, ...(member ? { member: describeMembership(member) } : {}) } : {};
  core.gateway.dispatch(
    name,
    (session: { intents: number }) => {
      const readable = Boolean(session.intents & INTENTS.MESSAGE_CONTENT);
      return { ...describeMessage(world, message, readable), ...extra, channel_type: channel.type };
    },
    audience(core, message),
  );
}

/** Deletes a message and tells the bot. */
export function deleteMessage(core: Core, message: Message): void {
  message.deleted = true;
  if (message._ephemeralFor) return;
  const to = audience(core, message);
  const guild = to.guildId ? { guild_id: to.guildId } : {};
  core.gateway.dispatch('MESSAGE_DELETE', { id: message.id, channel_id: message.channel_id, ...guild }, to);
}

/** Applies an edit by the bot, through a channel or through an interaction's token. */
export function editMessage(
  core: Core,
  message: Message,
  body: MessageBody,
  files: UploadedFile[],
  by: Interaction | null,
): void {
  const wasLoading = Boolean(message.flags & LOADING);
  if (body.content !== undefined) message.content = body.content ?? '';
  if (body.embeds !== undefined) message.embeds = (body.embeds ?? []).map(complete);
  if (body.components !== undefined) message.components = numbered(body.components ?? []);
  if (body.attachments !== undefined || files.length) {
    const kept = message.attachments.filter(({ id }) => body.attachments?.some((attachment) => attachment.id === id));
    message.attachments = [...kept, ...core.attachUploads(files, body.attachments)];
  }
  const flags = body.flags ?? message.flags;
  message.flags = (message.flags & ~(SUPPRESS_EMBEDS | LOADING)) | (flags & (SUPPRESS_EMBEDS | COMPONENTS_V2));
  if (!wasLoading) message.edited_timestamp = timestamp();
  const kinds = by ? USERS_ONLY : EVERY_KIND;
  applyMentions(core, message, { kinds, allowed: body.allowed_mentions ?? null, replied: null });
  message._versions.push({ at: Date.now(), content: message.content });
  if (by) message._touchedBy.add(by.id);
  announce(core, 'MESSAGE_UPDATE', message);
  core.events.emit('bot-edit', message);
}

function interactionMetadata(interaction: Interaction): Record<string, unknown> {
  const { id, type, payload, user, sourceMessage } = interaction;
  const owners = { authorizing_integration_owners: payload.authorizing_integration_owners };
  const base = { id, type, user: describeUser(user), ...owners };
  if (type === INTERACTION.COMMAND) return { ...base, name: payload.data['name'], command_type: payload.data['type'] };
  if (type === INTERACTION.COMPONENT) return { ...base, interacted_message_id: sourceMessage?.id };
  return { ...base, triggering_interaction_metadata: { ...base, type: INTERACTION.COMMAND } };
}

function responseType({ type, payload }: Interaction): number {
  if (type !== INTERACTION.COMMAND) return 0;
  return payload.data['type'] === 1 ? SLASH_REPLY : CONTEXT_MENU_REPLY;
}

/** Writes the bot's response or followup to an interaction; `loading` is the "is thinking…" of a defer. */
export function respond(
  core: Core,
  interaction: Interaction,
  body: MessageBody,
  files: UploadedFile[],
  loading = false,
): Message {
  const { world } = core;
  const flags = body.flags ?? 0;
  const isEphemeral = Boolean(flags & EPHEMERAL);
  const settable = EPHEMERAL | SUPPRESS_EMBEDS | COMPONENTS_V2 | SUPPRESS_NOTIFICATIONS;
  const message = writeMessage(core, {
    ...draftOf(core, body, files),
    channel: world.channel(interaction.payload.channel_id),
    kinds: USERS_ONLY,
    flags: (flags & settable) | (loading ? LOADING : 0),
    extra: {
      type: responseType(interaction),
      application_id: world.application.id,
      webhook_id: world.application.id,
      tts: Boolean(body.tts),
      interaction_metadata: interactionMetadata(interaction),
      isEphemeral,
      _ephemeralFor: isEphemeral ? interaction.user.id : null,
      _touchedBy: new Set([interaction.id]),
    },
  });
  announce(core, 'MESSAGE_CREATE', message);
  core.events.emit('bot-message', message);
  return message;
}
