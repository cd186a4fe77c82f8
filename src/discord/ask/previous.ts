import { ChannelType, type Message } from 'discord.js';
import { askWords } from '../wording/ask.ts';
import type { Conversations, Turn } from './conversations.ts';
import { textOf } from './incoming.ts';

/** What a question may continue. */
export type Previous = Pick<Turn, 'question' | 'said'>;

const QUESTION_LINE = new RegExp(
  `^\\*\\*(?:${Object.values(askWords)
    .map(({ question }) => question)
    .join('|')})\\*\\* (.+)$`,
  'm',
);

/**
 * What a message continues: the question behind the message it replies to; in a thread or a direct message the person's own last one there,
 * or the one the thread hangs on.
 */
export async function previousOf(message: Message, conversations: Conversations): Promise<Previous | undefined> {
  const { reference, channel, author, mentions, client } = message;
  if (reference?.messageId !== undefined) {
    const known = conversations.ofMessage(reference.messageId);
    if (known) return known;
    if (mentions.repliedUser?.id === client.user.id) return questionBehind(message);
  }
  if (!channel.isThread() && channel.type !== ChannelType.DM) return undefined;
  return conversations.ofPerson({ channel: channel.id, person: author.id }) ?? conversations.ofMessage(channel.id);
}

/**
 * The question that an answer of the bot belongs to, as Discord shows it: what is remembered ends with the process, and begins only when
 * Discord has confirmed the answer.
 */
async function questionBehind(message: Message): Promise<Previous | undefined> {
  try {
    const answer = await message.fetchReference();
    const line = QUESTION_LINE.exec(answer.content)?.[1];
    if (line !== undefined) return { question: line.replace(/\\(.)/gu, '$1') };
    return answer.reference ? { question: textOf(await answer.fetchReference()) } : undefined;
  } catch {
    // It was deleted, or may not be read: then there is nothing to continue.
    return undefined;
  }
}
