import type { ComponentHandler, SlashCommand } from '../handlers.ts';
import { feedbackCommand, feedbackHandlers } from './feedback.ts';
import { gapsCommand, gapsHandlers } from './gaps.ts';
import { helpCommand } from './help-command.ts';
import { settingsCommand, settingsHandlers } from './settings-command.ts';
import { statusCommand } from './status-command.ts';

export const commands: SlashCommand[] = [helpCommand, statusCommand, settingsCommand, gapsCommand, feedbackCommand];
export const handlers: ComponentHandler[] = [...settingsHandlers, ...gapsHandlers, ...feedbackHandlers];
