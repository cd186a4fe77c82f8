import type { ComponentHandler, MessageCommand, SlashCommand } from '../handlers.ts';
import { answerButtons } from './answer-buttons.ts';
import { answerThis, askCommand } from './ask-command.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { shareButton } from './share-button.ts';

export const commands: SlashCommand[] = [askCommand];
export const messageCommands: MessageCommand[] = [answerThis];
export const handlers: ComponentHandler[] = [...answerButtons, ...feedbackButtons, shareButton];
