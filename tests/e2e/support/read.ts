import type { Discord } from '../standin/index.ts';
import type { Interaction } from '../standin/interaction.ts';
import type { Message } from '../standin/model.ts';

/** What a bot's message looks like to a reader of a test: labels of its buttons, those that cannot be pressed in brackets. */
export function labels(d: Discord, message: Message): string[] {
  return d.buttons(message).map((button) => {
    const label = button.label ?? button.emoji?.name ?? '';
    return button.disabled === true ? `(${label})` : label;
  });
}

/** The last state of what an interaction shows. */
export function shown(interaction: Interaction): Promise<Message> {
  return interaction.settled({ quietMs: 250 });
}
