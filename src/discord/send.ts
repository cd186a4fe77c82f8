import { randomBytes } from 'node:crypto';
import type { Message, SendableChannels } from 'discord.js';
import { retryOnce } from './discord-errors.ts';
import type { Content } from './respond.ts';

/** Discord takes up to 25 characters. */
const NONCE_BYTES = 12;

/**
 * Sends a message to a channel. When the connection breaks it is sent once more with the same nonce: Discord then shows it once, whether
 * the first one arrived or not.
 * @param replyTo Id of the message it answers; it may be deleted by now.
 */
export async function send(channel: SendableChannels, content: Content, replyTo?: string): Promise<Message> {
  const reply = replyTo === undefined ? {} : { reply: { messageReference: replyTo, failIfNotExists: false } };
  const options = { ...content, ...reply, nonce: randomBytes(NONCE_BYTES).toString('hex'), enforceNonce: true };
  return retryOnce<Message>(() => channel.send(options));
}
