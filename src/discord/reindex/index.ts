import type { ComponentHandler, SlashCommand } from '../handlers.ts';
import { cancelButton } from './cancel-button.ts';
import { reindexCommand } from './reindex-command.ts';

export const commands: SlashCommand[] = [reindexCommand];
export const handlers: ComponentHandler[] = [cancelButton];
