import { ChannelType, cleanContent, type AnyThreadChannel, type Channel, type Message } from 'discord.js';
import { isQuestion } from '../../text/chat-question.ts';
import type { ServerSettings } from '../../store/server-settings.ts';
import { questionFrom } from './question-from.ts';
import type { Conversations } from './conversations.ts';
import { channelsOf } from './places.ts';

/** Why the bot answers a message; without one it stays silent. */
export type Cause = 'mention' | 'reply' | 'direct' | 'own-thread' | 'forum' | 'unasked';

export interface Incoming {
  cause: Cause;
  text: string;
}

/** A message as the bot reads it: why it answers and what is asked; undefined when it is not meant for the bot. */
export function readMessage(
  message: Message,
  settings: ServerSettings | undefined,
  conversations: Conversations,
): Incoming | undefined {
  const cause = causeOf(message, settings, conversations);
  if (cause === undefined) return undefined;
  const text = textOf(message);
  if (cause === 'unasked' && !isQuestion(text)) return undefined;
  return { cause, text };
}

function causeOf(message: Message, settings: ServerSettings | undefined, conversations: Conversations): Cause | undefined {
  const { author, client, mentions, channel } = message;
  if (author.bot || message.webhookId !== null || message.system) return undefined;
  if (channel.type === ChannelType.DM) return 'direct';
  if (mentions.repliedUser?.id === client.user.id) return 'reply';
  if (mentions.users.has(client.user.id)) return 'mention';
  return isMeantForOthers(message) ? undefined : unaskedCause(message, settings, conversations);
}

/** Why it answers a message that does not name it; that takes the text of the message, which Discord may withhold. */
function unaskedCause(
  { channel, client, content, id }: Message,
  settings: ServerSettings | undefined,
  conversations: Conversations,
): Cause | undefined {
  if (content === '') return undefined;
  if (channel.isThread() && isOwnThread(channel, client.user.id, conversations)) return 'own-thread';
  if (!channelsOf(channel, channel.id).some((each) => settings?.channelsWithoutMention.includes(each))) return undefined;
  return isForumPost(channel, id) ? 'forum' : 'unasked';
}

/** Members who talk to each other are left alone. */
function isMeantForOthers({ mentions }: Message): boolean {
  return mentions.everyone || mentions.users.size > 0 || mentions.roles.size > 0 || mentions.repliedUser !== null;
}

/** A thread that the bot opened, or that hangs on a question it answered or on its answer: Discord gives it the id of that message. */
function isOwnThread({ id, ownerId }: AnyThreadChannel, me: string, conversations: Conversations): boolean {
  return ownerId === me || conversations.ofMessage(id) !== undefined;
}

/** Whether a message began a post of a forum: both have the same id. */
function isForumPost(channel: Channel, id: string): channel is AnyThreadChannel {
  if (!channel.isThread() || channel.id !== id) return false;
  return channel.parent?.type === ChannelType.GuildForum || channel.parent?.type === ChannelType.GuildMedia;
}

/** What is asked: without the mention of the bot, other mentions as names; a forum post with its title. */
export function textOf({ content, channel, id, client }: Message): string {
  const body = cleanContent(content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' '), channel).trim();
  return isForumPost(channel, id) ? questionFrom(body, channel.name) : body;
}
