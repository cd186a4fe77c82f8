import { Core } from '../core.ts';
import type { Interaction } from '../interaction.ts';
import { deleteMessage } from '../messages.ts';
import type { Guild, Message, Thread } from '../model.ts';
import type { Choice, Component } from '../payload.ts';
import type { PermissionName } from '../permissions.ts';
import type { Reference } from '../world.ts';
import { visibleCommands, type VisibleItem } from './commands.ts';
import * as components from './components.ts';
import { actor, type ActOptions } from './interact.ts';
import * as people from './people.ts';
import { typeInto, useOnMessage, useOnUser, useSlash, type OptionValues } from './use-commands.ts';

/** The stand-in as far as it acts for users. */
export class Acting extends Core {
  /** The commands as a user sees them in a channel. */
  visibleCommands(options: ActOptions = {}): VisibleItem[] {
    const { user, channel } = actor(this, options);
    return visibleCommands(this, user, channel, options.locale ?? user.locale);
  }

  /** Uses a slash command by its default name: slash('ask', { question: '…' }), slash('docs search', { q: '…' }). */
  slash(name: string, values: OptionValues = {}, options: ActOptions = {}): Promise<Interaction> {
    return useSlash(this, name, values, options);
  }

  /** Types into an option, the last one unless `focus` names another, and gives the choices. */
  async autocomplete(name: string, values: OptionValues = {}, options: ActOptions & { focus?: string } = {}): Promise<Choice[]> {
    return (await this.autocompleteInteraction(name, values, options)).choices();
  }

  /** As autocomplete, but gives the interaction. */
  autocompleteInteraction(
    name: string,
    values: OptionValues = {},
    options: ActOptions & { focus?: string } = {},
  ): Promise<Interaction> {
    return typeInto(this, name, values, options);
  }

  /** Uses a command on a message. */
  messageCommand(name: string, message: Reference, options: ActOptions = {}): Promise<Interaction> {
    return useOnMessage(this, name, message, options);
  }

  /** Uses a command on a user. */
  userCommand(name: string, user: Reference, options: ActOptions = {}): Promise<Interaction> {
    return useOnUser(this, name, user, options);
  }

  /** Presses a button by its custom_id, label or emoji, or a pattern over them. */
  press(message: Reference, which: string | RegExp, options: ActOptions = {}): Promise<Interaction> {
    return components.press(this, message, which, options);
  }

  /** Picks options of a select menu, by value or label. */
  select(message: Reference, which: string | RegExp, values: string | string[], options: ActOptions = {}): Promise<Interaction> {
    return components.select(this, message, which, values, options);
  }

  /** Submits the modal that answered an interaction: submitModal(i, { customId: 'text' }). */
  submitModal(
    interaction: Interaction,
    values: Record<string, string | string[]> = {},
    options: ActOptions = {},
  ): Promise<Interaction> {
    return components.submitModal(this, interaction, values, options);
  }

  /** The components of a message, flattened. */
  components(message: Reference): Component[] {
    return components.componentsOf(this.world.message(message));
  }

  /** The buttons of a message. */
  buttons(message: Reference): Component[] {
    return components.buttonsOf(this.world.message(message));
  }

  /** Writes a message as a user; "@bot" in the text becomes a mention. */
  sendMessage(content: string, options: people.SendOptions = {}): Message {
    return people.sendMessage(this, content, options);
  }

  /** Changes a user's message; its mentions stay as they were. */
  editMessage(message: Reference, content: string): Message {
    return people.rewriteMessage(this, message, content);
  }

  /** Deletes a message. */
  deleteMessage(message: Reference): void {
    deleteMessage(this, this.world.message(message));
  }

  /** Adds a reaction to a message. */
  react(message: Reference, emoji: string, options: { user?: Reference } = {}): void {
    people.react(this, message, emoji, options);
  }

  /** Opens a thread as a user: on a message, in a text channel, or (with content) as a post in a forum. */
  createThread(name: string, options: people.ThreadOptions = {}): { thread: Thread; message: Message | null } {
    return people.createThread(this, name, options);
  }

  /** Adds the bot to one more guild, with the channel "<key>/general". */
  joinGuild(key: string, fields: Partial<Pick<Guild, 'name' | 'preferred_locale'>> = {}): Guild {
    return people.joinGuild(this, key, fields);
  }

  /** Removes the bot from a guild. */
  leaveGuild(key: Reference): void {
    people.leaveGuild(this, key);
  }

  /** Takes permissions from the bot in a channel; no names give them back. */
  denyBot(channel: Reference, ...names: PermissionName[]): void {
    people.denyBot(this, channel, names);
  }
}
