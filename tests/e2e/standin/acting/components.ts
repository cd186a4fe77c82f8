import type { Core } from '../core.ts';
import { INTERACTION, type Interaction } from '../interaction.ts';
import type { Message } from '../model.ts';
import type { Component } from '../payload.ts';
import { allComponents } from '../rules/components.ts';
import { length, listed, many } from '../small.ts';
import type { Reference } from '../world.ts';
import { actor, interact, type ActOptions } from './interact.ts';

const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const SELECTS = [STRING_SELECT, 5, 6, 7, 8];
const LINK = 5;
const ROW = 1;
const LABEL = 18;
const INPUTS = [...SELECTS, TEXT_INPUT, 21, 22, 23];

/** The components of a message, flattened. */
export const componentsOf = (message: Message): Component[] => allComponents(message.components);

/** The buttons of a message. */
export const buttonsOf = (message: Message): Component[] => componentsOf(message).filter(({ type }) => type === BUTTON);

/** A component by its custom_id, label or emoji, or a pattern over them. */
export function findComponent(message: Message, which: string | RegExp, types: number[] | null = null): Component {
  const all = componentsOf(message).filter((component) => types?.includes(component.type) ?? component.custom_id !== undefined);
  const names = ({ custom_id, label, emoji }: Component): string[] =>
    [custom_id, label, emoji?.name].filter((name) => name !== undefined);
  const isWanted = (name: string): boolean => (which instanceof RegExp ? which.test(name) : name === which);
  const found = all.find((component) => names(component).some(isWanted));
  const offered = (): string => listed(all.map((component) => names(component).join(' / ')));
  if (!found) throw new Error(`no component ${String(which)}; the message has: ${offered()}`);
  return found;
}

function useComponent(core: Core, message: Message, data: Record<string, unknown>, options: ActOptions): Promise<Interaction> {
  const owner = message._ephemeralFor;
  if (message.deleted) throw new Error('the message was deleted');
  if (owner && options.user !== undefined && core.world.id(options.user) !== owner) {
    throw new Error('only the user who got an ephemeral message can use it');
  }
  const { user, channel } = actor(core, { ...(owner ? { user: owner } : {}), channel: message.channel_id, ...options });
  return interact(core, { type: INTERACTION.COMPONENT, data, user, channel, locale: options.locale, message });
}

/** Presses a button. */
export async function press(core: Core, target: Reference, which: string | RegExp, options: ActOptions): Promise<Interaction> {
  const message = core.world.message(target);
  const button = findComponent(message, which, [BUTTON]);
  const name = button.label ?? button.custom_id ?? '';
  if (button.disabled) throw new Error(`button "${name}" is disabled`);
  if (button.style === LINK) throw new Error(`button "${name}" is a link`);
  const data = { component_type: BUTTON, custom_id: button.custom_id, id: button.id };
  return useComponent(core, message, data, options);
}

function optionValue(menu: Component, wanted: string): string {
  const option = (menu.options ?? []).find(({ value, label }) => value === wanted || label === wanted);
  if (!option) throw new Error(`select menu has no option "${wanted}"`);
  return option.value;
}

/** Picks values of a select menu. */
export async function select(
  core: Core,
  target: Reference,
  which: string | RegExp,
  wanted: string | string[],
  options: ActOptions,
): Promise<Interaction> {
  const message = core.world.message(target);
  const menu = findComponent(message, which, SELECTS);
  const values = many(wanted).map((value) => (menu.type === STRING_SELECT ? optionValue(menu, value) : core.world.id(value)));
  if (values.length < (menu.min_values ?? 1) || values.length > (menu.max_values ?? 1)) {
    throw new Error('wrong number of values for this select menu');
  }
  const data = { component_type: menu.type, custom_id: menu.custom_id, id: menu.id, values };
  return useComponent(core, message, data, options);
}

function fillText(field: Component, value: string): Record<string, unknown> {
  const { id, custom_id = '', required = true, min_length = 0, max_length = 4000 } = field;
  const size = length(value);
  if (required && !value) throw new Error(`modal field "${custom_id}" is required`);
  if (value && (size < min_length || size > max_length)) {
    throw new Error(`modal field "${custom_id}": length ${size} not within ${min_length}..${max_length}`);
  }
  return { type: TEXT_INPUT, id, custom_id, value };
}

type FieldValues = Record<string, string | string[]>;

function fill(field: Component, values: FieldValues): Record<string, unknown> {
  const { type, id, custom_id = '' } = field;
  if (!INPUTS.includes(type)) return { type, id };
  const value = values[custom_id];
  if (type !== TEXT_INPUT) return { type, id, custom_id, values: many(value ?? []) };
  return fillText(field, value === undefined ? (field.value ?? '') : String(value));
}

function fillTop(top: Component, values: FieldValues): Record<string, unknown> {
  const { type, id, component, components = [] } = top;
  if (type === LABEL && component) return { type, id, component: fill(component, values) };
  if (type === ROW) return { type, id, components: components.map((field) => fill(field, values)) };
  return { type, id };
}

/** Submits the modal that the bot opened for an interaction; keys are the custom_ids of its fields. */
export async function submitModal(
  core: Core,
  interaction: Interaction,
  values: FieldValues,
  options: ActOptions,
): Promise<Interaction> {
  const modal = await interaction.modal();
  const fields = allComponents(modal.components ?? []).map((field) => field.custom_id);
  const strange = Object.keys(values).filter((key) => !fields.includes(key));
  if (strange.length) throw new Error(`the modal has no field ${listed(strange)}`);
  const components = (modal.components ?? []).map((top) => fillTop(top, values));
  const { user, channel } = actor(core, { user: interaction.user, channel: interaction.payload.channel_id, ...options });
  const data = { custom_id: modal.custom_id, components };
  const message = interaction.sourceMessage;
  return interact(core, { type: INTERACTION.MODAL, data, user, channel, locale: options.locale, message });
}
