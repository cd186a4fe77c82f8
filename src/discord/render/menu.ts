import { ComponentType } from 'discord.js';
import type { Choice } from '../handlers.ts';
import type { Row } from './components.ts';

/** A menu from which one choice is taken. @param choices 1 to 25. */
export function menu(id: string, placeholder: string, choices: readonly Choice[]): Row {
  const options = choices.map(({ name, value }) => ({ label: name, value }));
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: id, placeholder, options }],
  };
}
