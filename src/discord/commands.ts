import * as administration from './administration/index.ts';
import * as ask from './ask/index.ts';
import type { ComponentHandler, MessageCommand, SlashCommand } from './handlers.ts';
import * as reindex from './reindex/index.ts';
import * as sources from './sources/index.ts';

/** Everything the bot offers. */
export const commands: readonly SlashCommand[] = [
  ...ask.commands,
  ...sources.commands,
  ...reindex.commands,
  ...administration.commands,
];
export const messageCommands: readonly MessageCommand[] = ask.messageCommands;
export const handlers: readonly ComponentHandler[] = [
  ...ask.handlers,
  ...sources.handlers,
  ...reindex.handlers,
  ...administration.handlers,
];
