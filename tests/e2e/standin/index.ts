export { Discord } from './discord.ts';
export type { Interaction } from './interaction.ts';
export type { Message } from './model.ts';
export { Specification } from './specification.ts';
