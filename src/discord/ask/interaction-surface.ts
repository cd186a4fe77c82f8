import { MessageFlags, type ChatInputCommandInteraction, type Message } from 'discord.js';
import type { MessageComponentInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Language } from '../../types.ts';
import { problemOf } from '../discord-errors.ts';
import type { Reader } from '../reader.ts';
import { acknowledge, edit, reply, type Content } from '../respond.ts';
import { send } from '../send.ts';
import { askWords } from '../wording/ask.ts';
import type { Surface } from './surface.ts';

type Asked = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction;

/** A command or a button that asks. */
export class InteractionSurface implements Surface {
  readonly repeatsQuestion = true;
  readonly isPrivate: boolean;
  readonly language: Language;
  readonly #interaction: Asked;
  readonly #reader: Reader;

  constructor(interaction: Asked, reader: Reader, isPrivate: boolean) {
    this.#interaction = interaction;
    this.#reader = reader;
    this.isPrivate = isPrivate;
    this.language = isPrivate ? reader.private : reader.public;
  }

  get person(): string {
    return this.#interaction.user.id;
  }

  get server(): string | null {
    return this.#interaction.guildId;
  }

  get channel(): string {
    return this.#interaction.channelId ?? this.#interaction.user.id;
  }

  acknowledge(): Promise<void> {
    return acknowledge(this.#interaction, { isPrivate: this.isPrivate });
  }

  async wait(content: Content): Promise<void> {
    await edit(this.#interaction, content);
  }

  async refuse(content: Content): Promise<void> {
    await reply(this.#interaction, content);
  }

  async answer(contents: readonly Content[]): Promise<string[]> {
    const [first = {}, ...rest] = contents;
    let shown: Message;
    try {
      shown = await edit(this.#interaction, first);
    } catch (error) {
      if (problemOf(error) !== 'late') throw error;
      return this.#answerLate(contents);
    }
    const ids = [shown.id];
    for (const content of rest) {
      // Never tried twice: a follow-up cannot carry a nonce.
      const message = await this.#interaction.followUp({
        ...content,
        ...(this.isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
      });
      ids.push(message.id);
    }
    return ids;
  }

  /** The interaction is over: what everyone may see still goes to the channel. */
  async #answerLate(contents: readonly Content[]): Promise<string[]> {
    const { client, channelId, user } = this.#interaction;
    const channel = this.isPrivate || channelId === null ? null : await client.channels.fetch(channelId);
    if (!channel?.isSendable()) return [];
    const ids: string[] = [];
    await send(channel, { content: askWords[this.#reader.public].lateAnswer(`<@${user.id}>`) });
    for (const content of contents) ids.push((await send(channel, content)).id);
    return ids;
  }
}
