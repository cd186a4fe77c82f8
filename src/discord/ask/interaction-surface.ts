import type { ChatInputCommandInteraction } from 'discord.js';
import type { MessageComponentInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Language } from '../../types.ts';
import { problemOf } from '../discord-errors.ts';
import type { Reader } from '../reader.ts';
import { acknowledge, edit, editAll, reply, type Content } from '../respond.ts';
import { send } from '../send.ts';
import { askWords } from '../wording/ask.ts';
import type { Surface } from './surface.ts';

type Asked = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction;

/** A command or a button that asks. */
export class InteractionSurface implements Surface {
  readonly question = null;
  readonly repeatsQuestion = true;
  readonly isPrivate: boolean;
  readonly language: Language;
  readonly refusalLanguage: Language;
  readonly #interaction: Asked;
  readonly #reader: Reader;

  constructor(interaction: Asked, reader: Reader, isPrivate: boolean) {
    this.#interaction = interaction;
    this.#reader = reader;
    this.isPrivate = isPrivate;
    this.refusalLanguage = reader.private;
    this.language = isPrivate ? reader.private : reader.public;
  }

  get person(): string {
    return this.#interaction.user.id;
  }

  get server(): string | null {
    return this.#interaction.guildId;
  }

  get channel(): string {
    return this.#interaction.channelId;
  }

  acknowledge(): Promise<void> {
    return acknowledge(this.#interaction, { isPrivate: this.isPrivate });
  }

  async wait(content: Content): Promise<void> {
    await edit(this.#interaction, content);
  }

  async progress(content: Content): Promise<void> {
    await this.#interaction.editReply(content);
  }

  async refuse(content: Content): Promise<void> {
    await reply(this.#interaction, content);
  }

  async answer(contents: readonly Content[]): Promise<string[]> {
    try {
      return await editAll(this.#interaction, contents, this.isPrivate);
    } catch (late) {
      if (problemOf(late) !== 'late' || this.isPrivate) throw late;
      try {
        return await this.#answerLate(contents);
      } catch (error) {
        if (late instanceof Error) late.cause = error;
        throw late;
      }
    }
  }

  /** The interaction is over: what everyone may see still goes to the channel. */
  async #answerLate(contents: readonly Content[]): Promise<string[]> {
    const { client, channelId, user } = this.#interaction;
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) return [];
    const ids: string[] = [];
    await send(channel, { content: askWords[this.#reader.public].lateAnswer(`<@${user.id}>`) });
    for (const content of contents) ids.push((await send(channel, content)).id);
    return ids;
  }
}
