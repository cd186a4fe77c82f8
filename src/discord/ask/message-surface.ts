import { ChannelType, type Message, type SendableChannels } from 'discord.js';
import type { Language } from '../../types.ts';
import { problemOf, retryOnce } from '../discord-errors.ts';
import { RETRY_MILLISECONDS, type Content } from '../respond.ts';
import { send } from '../send.ts';
import type { Surface } from './surface.ts';

/** Discord shows "is typing…" for ten seconds. */
const TYPING_MILLISECONDS = 8_000;

export interface MessageOptions {
  language: Language;
  /** Name of the thread in which to answer, if in a thread; see ServerSettings.replies. */
  thread: string | null;
}

/** A message that asks: a mention, a reply, a direct message, a forum post. */
export class MessageSurface implements Surface {
  readonly isPrivate = false;
  readonly repeatsQuestion = false;
  readonly language: Language;
  readonly #message: Message;
  /** discord.js forgets it with its server. */
  readonly #channel: Message['channel'];
  readonly #thread: string | null;
  #waiting: Message | undefined;
  #typing: NodeJS.Timeout | undefined;
  /** The bot may not write here: it is of no use to say so here. */
  #isForbidden = false;

  constructor(message: Message, { language, thread }: MessageOptions) {
    this.#message = message;
    this.#channel = message.channel;
    this.language = language;
    this.#thread = thread;
  }

  get refusalLanguage(): Language {
    return this.language;
  }

  get person(): string {
    return this.#message.author.id;
  }

  get question(): string {
    return this.#message.id;
  }

  get server(): string | null {
    return this.#message.guildId;
  }

  get channel(): string {
    return this.#message.channelId;
  }

  async acknowledge(): Promise<void> {
    const channel = this.#channel;
    if (!channel.isSendable()) return;
    // A sign that does not come through is no reason not to answer, and none to go on trying.
    const type = () =>
      channel.sendTyping().catch(() => {
        clearInterval(this.#typing);
      });
    this.#typing = setInterval(() => void type(), TYPING_MILLISECONDS);
    await type();
  }

  async wait(content: Content): Promise<void> {
    this.#waiting = await this.#say(content);
  }

  /** An answer that gets a thread of its own appears there as a whole. */
  async progress(content: Content): Promise<void> {
    if (this.#waiting) await this.#waiting.edit(content);
    else if (this.#thread === null) await this.wait(content);
  }

  async refuse(content: Content): Promise<void> {
    try {
      if (!this.#isForbidden) await this.#replaceWaiting(content);
    } finally {
      clearInterval(this.#typing);
    }
  }

  async answer(contents: readonly Content[]): Promise<string[]> {
    try {
      const ids: string[] = [];
      const thread = this.#waiting ? undefined : await this.#openThread();
      for (const [index, content] of contents.entries()) {
        const shown = index === 0 ? await this.#replaceWaiting(content, thread) : await this.#say(content, thread);
        if (shown) ids.push(shown.id);
      }
      return ids;
    } finally {
      clearInterval(this.#typing);
    }
  }

  async #replaceWaiting(content: Content, thread?: SendableChannels): Promise<Message | undefined> {
    const waiting = this.#waiting;
    return waiting ? retryOnce(() => waiting.edit(content), RETRY_MILLISECONDS) : this.#say(content, thread);
  }

  /** @returns undefined where nothing can be said. */
  async #say(content: Content, thread?: SendableChannels): Promise<Message | undefined> {
    const channel = this.#channel;
    try {
      if (thread) return await send(thread, content);
      return channel.isSendable() ? await send(channel, content, this.#message.id) : undefined;
    } catch (error) {
      this.#isForbidden = problemOf(error) === 'forbidden';
      throw error;
    }
  }

  /** Where a thread cannot be opened, the answer is given inline. */
  async #openThread(): Promise<SendableChannels | undefined> {
    if (this.#thread === null || this.#channel.type !== ChannelType.GuildText) return undefined;
    try {
      return await this.#message.startThread({ name: this.#thread });
    } catch (error) {
      if (problemOf(error) === 'forbidden') return undefined;
      throw error;
    }
  }
}
