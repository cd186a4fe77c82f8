import type { ComponentHandler, SlashCommand } from '../handlers.ts';
import { sourcesButtons } from './sources-buttons.ts';
import { sourcesCommand } from './sources-command.ts';

export const commands: SlashCommand[] = [sourcesCommand];
export const handlers: ComponentHandler[] = sourcesButtons;
