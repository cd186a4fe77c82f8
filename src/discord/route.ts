import { PermissionFlagsBits, type AutocompleteInteraction, type Interaction } from 'discord.js';
import type { MessageComponentInteraction, ModalSubmitInteraction, RepliableInteraction } from 'discord.js';
import type { Bot } from './bot.ts';
import { guard, RefusedError } from './guard.ts';
import type { Call } from './handlers.ts';
import { inTime } from './in-time.ts';
import { readerOf } from './reader.ts';
import { parseCustomId } from './custom-id.ts';
import { commands, handlers, messageCommands } from './commands.ts';
import { tell, type Answerable } from './respond.ts';
import { commonWords } from './wording/common.ts';

const slashCommands = new Map(commands.map((command) => [command.declaration.name, command]));
const contextCommands = new Map(messageCommands.map((command) => [command.declaration.name, command]));
const components = new Map(handlers.map((handler) => [handler.name, handler]));

/** Answers an interaction, whatever happens. */
export async function route(bot: Bot, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return complete(bot, interaction);
  if (!interaction.isRepliable()) return;
  const own = readerOf(interaction, undefined).private;
  const what = nameOf(interaction);
  await guard(bot, { language: own, tell: (text) => tell(interaction, text), what }, async () => {
    if (bot.isClosing) return tell(interaction, commonWords[own].closing);
    // Before that nobody can say what the server has set.
    const settings = bot.isReady() ? await inTime(bot.settings.get(interaction.guildId)) : undefined;
    await dispatch(interaction, { bot, reader: readerOf(interaction, settings) });
  });
}

async function dispatch(interaction: RepliableInteraction, call: Call): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const command = slashCommands.get(interaction.commandName);
    requireAllowed(interaction, command?.administrators, call);
    await command?.run(interaction, call);
  } else if (interaction.isMessageContextMenuCommand()) {
    await contextCommands.get(interaction.commandName)?.run(interaction, call);
  } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) await useComponent(interaction, call);
}

async function useComponent(interaction: MessageComponentInteraction | ModalSubmitInteraction, call: Call): Promise<void> {
  const { name, arguments: values } = parseCustomId(interaction.customId);
  const handler = components.get(name);
  requireAllowed(interaction, handler?.administrators, call);
  if (interaction.isModalSubmit() && handler?.submit) await handler.submit(interaction, values, call);
  else if (interaction.isMessageComponent() && handler?.press) await handler.press(interaction, values, call);
  else await tell(interaction, commonWords[call.reader.private].expired);
}

/** Servers can give a command to anyone: what only administrators may do is checked here, too. */
function requireAllowed({ memberPermissions, guildId, user }: Answerable, administrators = false, { reader }: Call): void {
  if (!administrators || (guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true)) return;
  throw new RefusedError(commonWords[reader.private][guildId === null ? 'serversOnly' : 'administratorsOnly'], user.id);
}

/** Choices cannot be deferred: they come from memory, and none is better than late ones. */
async function complete(bot: Bot, interaction: AutocompleteInteraction): Promise<void> {
  const command = slashCommands.get(interaction.commandName);
  const call = { bot, reader: readerOf(interaction, undefined) };
  try {
    await interaction.respond(command?.complete?.(interaction, call) ?? []);
  } catch (error) {
    bot.log.warn({ err: error }, 'choices could not be shown');
  }
}

/** A name for logs and metrics: one of few, whatever somebody sends. */
function nameOf(interaction: RepliableInteraction): string {
  if (interaction.isCommand()) return interaction.commandName;
  const { name } = parseCustomId(interaction.customId);
  return components.has(name) ? name : 'unknown';
}
