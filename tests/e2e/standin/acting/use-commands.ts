import type { Core } from '../core.ts';
import { describeMessage } from '../describe.ts';
import { INTERACTION, type Interaction } from '../interaction.ts';
import type { Command } from '../payload.ts';
import type { Reference } from '../world.ts';
import { chooseCommand, SLASH, type Chosen } from './commands.ts';
import { actor, assertVisible, interact, type ActOptions } from './interact.ts';
import { fillOptions, resolveUser, type OptionValue, type Resolved } from './option-values.ts';

export type OptionValues = Record<string, OptionValue>;

const USER_MENU = 2;
const MESSAGE_MENU = 3;

const commandData = ({ id, name, type, guild_id }: Command): Record<string, unknown> => ({
  id,
  name,
  type,
  ...(guild_id ? { guild_id } : {}),
});

/** Wraps option values into the subcommands that were chosen. */
const nested = (steps: Chosen['steps'], values: object[]): object[] =>
  steps.reduceRight<object[]>((inner, step) => [{ ...step, options: inner }], values);

async function chosen(core: Core, name: string, type: number, options: ActOptions) {
  const where = actor(core, options);
  const choice = await chooseCommand(core, name, type, where.channel);
  if (!options.force) assertVisible(core, choice.command, where.user, where.channel);
  return { ...where, ...choice };
}

/** Uses a slash command, or a subcommand ("docs search"). */
export async function useSlash(core: Core, name: string, values: OptionValues, options: ActOptions): Promise<Interaction> {
  const { command, user, channel, ...choice } = await chosen(core, name, SLASH, options);
  const resolved: Resolved = {};
  const filling = { user, channel, raw: options.raw ?? false, partial: false };
  const given = nested(choice.steps, fillOptions(core, choice.options, values, filling, resolved));
  const data = {
    ...commandData(command),
    ...(given.length ? { options: given } : {}),
    ...(Object.keys(resolved).length ? { resolved } : {}),
  };
  return interact(core, { type: INTERACTION.COMMAND, data, user, channel, locale: options.locale, message: null });
}

/** Types into an option of a slash command; the last value has the focus unless `focus` names another. */
export async function typeInto(
  core: Core,
  name: string,
  values: OptionValues,
  options: ActOptions & { focus?: string },
): Promise<Interaction> {
  const { command, user, channel, ...choice } = await chosen(core, name, SLASH, options);
  const focus = options.focus ?? Object.keys(values).at(-1) ?? '';
  if (!choice.options.find((option) => option.name === focus)?.autocomplete) {
    throw new Error(`option "${focus}" of /${name} has no autocomplete`);
  }
  const filled = fillOptions(core, choice.options, values, { user, channel, raw: true, partial: true }, {});
  const focused = filled.map((option) => (option.name === focus ? { ...option, focused: true } : option));
  const data = { ...commandData(command), options: nested(choice.steps, focused) };
  return interact(core, { type: INTERACTION.AUTOCOMPLETE, data, user, channel, locale: options.locale, message: null });
}

/** Uses a command of a message's menu (Apps). */
export async function useOnMessage(core: Core, name: string, target: Reference, options: ActOptions): Promise<Interaction> {
  const message = core.world.message(target);
  const where = { channel: message.channel_id, ...options };
  const { command, user, channel } = await chosen(core, name, MESSAGE_MENU, where);
  const resolved = { messages: { [message.id]: describeMessage(core.world, message) } };
  const data = { ...commandData(command), target_id: message.id, resolved };
  return interact(core, { type: INTERACTION.COMMAND, data, user, channel, locale: options.locale, message: null });
}

/** Uses a command of a user's menu (Apps). */
export async function useOnUser(core: Core, name: string, target: Reference, options: ActOptions): Promise<Interaction> {
  const { command, user, channel } = await chosen(core, name, USER_MENU, options);
  const resolved: Resolved = {};
  const target_id = resolveUser(core, core.world.user(target), channel, resolved);
  const data = { ...commandData(command), target_id, resolved };
  return interact(core, { type: INTERACTION.COMMAND, data, user, channel, locale: options.locale, message: null });
}
