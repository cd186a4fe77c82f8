import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Bot } from './bot.ts';
import type { Reader } from './reader.ts';

/** What a handler gets beside the interaction. */
export interface Call {
  bot: Bot;
  reader: Reader;
}

/** A slash command: how Discord shows it, and what it does. */
export interface SlashCommand {
  declaration: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Only for those who manage the server; checked in code, since servers can override Discord's own check. */
  administrators?: boolean;
  run(interaction: ChatInputCommandInteraction, call: Call): Promise<void>;
  /** Choices for the field that has the focus, at most 25. */
  complete?(interaction: AutocompleteInteraction, call: Call): Choice[];
}

export interface Choice {
  name: string;
  value: string;
}

/** A command in the menu of a message. */
export interface MessageCommand {
  declaration: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  run(interaction: MessageContextMenuCommandInteraction, call: Call): Promise<void>;
}

/** What happens when something with a custom id of this name is pressed, chosen or sent. The arguments are not to be trusted. */
export interface ComponentHandler {
  name: string;
  administrators?: boolean;
  press?(interaction: MessageComponentInteraction, values: string[], call: Call): Promise<void>;
  submit?(interaction: ModalSubmitInteraction, values: string[], call: Call): Promise<void>;
}
