import { ApiError, archivedThread, emptyMessage, invalidForm, missingPermissions } from '../api-errors.ts';
import type { Core } from '../core.ts';
import { announce, deleteMessage, draftOf, editMessage, EVERY_KIND, writeMessage } from '../messages.ts';
import { CHANNEL, isThread, type Channel, type Message } from '../model.ts';
import type { RequestBody } from '../payload.ts';
import { FLAGS } from '../permissions.ts';
import { byId } from '../snowflake.ts';
import {
  done,
  findChannel,
  findMessage,
  messageRules,
  ok,
  readable,
  route,
  type Answer,
  type Context,
  type Route,
} from './route.ts';

const SETTABLE = FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.COMPONENTS_V2;

function page(messages: Message[], query: URLSearchParams): Message[] {
  const limit = Number(query.get('limit') ?? 50);
  const newestFirst = messages.filter((message) => !message.deleted && !message._ephemeralFor).sort((a, b) => byId(b, a));
  const bound = (key: string): bigint => BigInt(query.get(key) ?? 0);
  if (query.has('before')) return newestFirst.filter(({ id }) => BigInt(id) < bound('before')).slice(0, limit);
  if (query.has('after')) return newestFirst.filter(({ id }) => BigInt(id) > bound('after')).slice(-limit);
  if (!query.has('around')) return newestFirst.slice(0, limit);
  const middle = newestFirst.findIndex(({ id }) => BigInt(id) <= bound('around'));
  const start = Math.max(0, middle - Math.floor(limit / 2));
  return newestFirst.slice(start, start + limit);
}

function assertWritable(core: Core, channel: Channel, { body, files, empty }: Context): void {
  const { world } = core;
  if (channel.type === CHANNEL.FORUM) throw new ApiError(400, 40058, 'Cannot send a message in a forum channel');
  if (channel.type === CHANNEL.CATEGORY) throw new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
  if (!world.botCan(channel, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES')) throw missingPermissions();
  if (channel.recipient && world.user(channel.recipient).dmsClosed)
    throw new ApiError(403, 50007, 'Cannot send messages to this user');
  if (isThread(channel) && channel.thread_metadata.locked && !world.botCan(channel, 'MANAGE_THREADS')) {
    throw new ApiError(403, 160005, 'Thread is locked');
  }
  if (empty) throw emptyMessage();
  assertMayAttach(core, channel, body.embeds?.length ?? 0, files.length);
}

function assertMayAttach({ world }: Core, channel: Channel, embeds: number, files: number): void {
  if (embeds && !world.botCan(channel, 'EMBED_LINKS')) throw missingPermissions();
  if (files && !world.botCan(channel, 'ATTACH_FILES')) throw missingPermissions();
}

function repliedTo(core: Core, channel: Channel, reference: RequestBody['message_reference']): Message | null {
  if (!reference || reference.type) return null;
  if (!core.world.botCan(channel, 'READ_MESSAGE_HISTORY')) {
    throw new ApiError(400, 160002, 'Cannot reply without permission to read message history');
  }
  const message = core.world.messages.get(channel.id)?.get(reference.message_id ?? '');
  if (message && !message.deleted) return message;
  if (reference.fail_if_not_exists === false) return null;
  throw invalidForm([{ path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
}

function post(core: Core, context: Context): Answer {
  const { body, files } = context;
  const channel = findChannel(core, context.parameter('id'));
  assertWritable(core, channel, context);
  const reference = repliedTo(core, channel, body.message_reference);
  const nonce = body.nonce ?? null;
  const twin = core.world
    .messagesIn(channel.id)
    .find((message) => message.nonce !== undefined && String(message.nonce) === String(nonce));
  if (body.enforce_nonce && twin) return ok(readable(core, twin));
  if (isThread(channel)) {
    channel.thread_metadata.archived = false;
    channel.message_count++;
    channel.total_message_sent++;
  }
  const extra = { tts: Boolean(body.tts), ...(nonce === null ? {} : { nonce }) };
  const flags = (body.flags ?? 0) & SETTABLE;
  const message = writeMessage(core, { ...draftOf(core, body, files), channel, flags, kinds: EVERY_KIND, reference, extra });
  announce(core, 'MESSAGE_CREATE', message);
  core.events.emit('bot-message', message);
  return ok(readable(core, message));
}

function edit(core: Core, context: Context): Answer {
  const channel = findChannel(core, context.parameter('id'));
  const message = findMessage(core, channel.id, context.parameter('msg'));
  if (message.author.id !== core.world.bot.id) throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
  if (isThread(channel) && channel.thread_metadata.archived) throw archivedThread();
  editMessage(core, message, context.body, context.files, null);
  return ok(readable(core, message));
}

/** Reactions and pins by the bot. */
export function reactionRoutes(core: Core): Route[] {
  const messageOf = ({ parameter }: Context): Message => findMessage(core, parameter('id'), parameter('msg'));
  const path = '/channels/{id}/messages/{msg}/reactions/{emoji}/@me';
  return [
    route(`PUT ${path}`, (context) => {
      findChannel(core, context.parameter('id'), 'ADD_REACTIONS', 'READ_MESSAGE_HISTORY');
      messageOf(context)._reactions.push(context.parameter('emoji'));
      return done();
    }),
    route(`DELETE ${path}`, (context) => {
      findChannel(core, context.parameter('id'));
      const message = messageOf(context);
      message._reactions = message._reactions.filter((emoji) => emoji !== context.parameter('emoji'));
      return done();
    }),
    route('PUT /channels/{id}/messages/pins/{msg}', (context) => {
      findChannel(core, context.parameter('id'), 'PIN_MESSAGES');
      messageOf(context).pinned = true;
      return done();
    }),
  ];
}

/** Messages of channels, threads and direct message channels. */
export function messageRoutes(core: Core): Route[] {
  const { world } = core;
  return [
    route('GET /channels/{id}/messages', ({ parameter, query }) => {
      const channel = findChannel(core, parameter('id'));
      if (!world.botCan(channel, 'READ_MESSAGE_HISTORY')) return ok([]);
      return ok(page(world.messagesIn(channel.id), query).map((message) => readable(core, message)));
    }),
    route('GET /channels/{id}/messages/{msg}', ({ parameter }) => {
      const channel = findChannel(core, parameter('id'), 'READ_MESSAGE_HISTORY');
      return ok(readable(core, findMessage(core, channel.id, parameter('msg'))));
    }),
    route('POST /channels/{id}/messages', (context) => post(core, context), { rules: messageRules('message') }),
    route('PATCH /channels/{id}/messages/{msg}', (context) => edit(core, context), { rules: messageRules('edit') }),
    route('DELETE /channels/{id}/messages/{msg}', ({ parameter }) => {
      const channel = findChannel(core, parameter('id'));
      const message = findMessage(core, channel.id, parameter('msg'));
      if (message.author.id !== world.bot.id && !world.botCan(channel, 'MANAGE_MESSAGES')) throw missingPermissions();
      deleteMessage(core, message);
      return done();
    }),
    route('POST /channels/{id}/messages/bulk-delete', ({ parameter, body }) => {
      const channel = findChannel(core, parameter('id'), 'MANAGE_MESSAGES');
      const messages = world.messagesIn(channel.id).filter(({ id }) => body.messages?.includes(id));
      for (const message of messages) deleteMessage(core, message);
      return done();
    }),
  ];
}
