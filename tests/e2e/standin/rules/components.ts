import type { Problem } from '../api-errors.ts';
import type { Component } from '../payload.ts';
import { length } from '../small.ts';
import { repeated, required, rule, tooLong } from './rule.ts';

const ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LINK = 5;
const PREMIUM = 6;

interface Placed {
  component: Component;
  path: Problem['path'];
}

function flatten(components: Component[], at: Problem['path']): Placed[] {
  return components.flatMap((component, index) => inside({ component, path: [...at, index] }));
}

function inside(placed: Placed): Placed[] {
  const { component, path } = placed;
  const accessory = component.accessory ? inside({ component: component.accessory, path: [...path, 'accessory'] }) : [];
  return [placed, ...flatten(component.components ?? [], [...path, 'components']), ...accessory];
}

/** All components of a message or modal, with those inside others. */
export function allComponents(components: Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...allComponents(component.components ?? []),
    ...allComponents([component.accessory, component.component].filter((part) => part !== undefined)),
  ]);
}

function checkLink(button: Component, path: Problem['path']): Problem[] {
  const problems: Problem[] = [];
  if (!button.url) problems.push(rule([...path, 'url'], 'BASE_TYPE_REQUIRED', 'A url is required'));
  else if (!/^(https?|discord):\/\//i.test(button.url)) {
    problems.push(rule([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'discord')."));
  }
  if (button.custom_id) {
    const message = 'A custom id and url cannot both be specified';
    problems.push(rule([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL', message));
  }
  return problems;
}

function checkButton(button: Component, path: Problem['path']): Problem[] {
  const problems = button.style === LINK ? checkLink(button, path) : [];
  if (button.style !== LINK && button.url) {
    problems.push(rule([...path, 'url'], 'BUTTON_COMPONENT_URL', 'A url is only for link buttons'));
  }
  if (button.style !== LINK && button.style !== PREMIUM && !button.custom_id) {
    problems.push(rule([...path, 'custom_id'], 'BASE_TYPE_REQUIRED', 'A custom id is required'));
  }
  if (button.style !== PREMIUM && !button.label && !button.emoji) {
    problems.push(rule([...path, 'label'], 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A label or emoji is required'));
  }
  return problems;
}

function checkSelect(select: Component, path: Problem['path']): Problem[] {
  const options = select.options ?? [];
  const [fewest, most] = [select.min_values ?? 1, select.max_values ?? 1];
  const problems: Problem[] = [];
  if (repeated(options, (option) => option.value).length) {
    problems.push(
      rule([...path, 'options'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used'),
    );
  }
  if (most > options.length || fewest > most) {
    problems.push(rule([...path, 'max_values'], 'SELECT_COMPONENT_VALUES', 'min_values <= max_values <= number of options'));
  }
  return problems;
}

function checkRow(row: Component, path: Problem['path']): Problem[] {
  const inner = row.components ?? [];
  if (inner.length < 2 || inner.every((component) => component.type === BUTTON)) return [];
  const message = 'An action row holds up to 5 buttons or a single select menu.';
  return [rule([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)];
}

function checkOne({ component, path }: Placed): Problem[] {
  if (component.type === ROW) return checkRow(component, path);
  if (component.type === BUTTON) return checkButton(component, path);
  return component.type === STRING_SELECT ? checkSelect(component, path) : [];
}

const duplicateId = (path: Problem['path']): Problem =>
  rule(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');

function checkTotals(all: Placed[], at: Problem['path']): Problem[] {
  const problems: Problem[] = [];
  const text = all.reduce((size, { component }) => size + (component.type === TEXT_DISPLAY ? length(component.content) : 0), 0);
  if (all.length > 40) {
    const message = `The total number of components cannot exceed 40 (${all.length})`;
    problems.push(rule(at, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message));
  }
  if (text > 4000) {
    const message = `Total size of displayable text exceeds maximum size of 4000 (${text})`;
    problems.push(rule(at, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message));
  }
  return problems;
}

/** The limits of a message's components; `v2` says whether the message has the components flag. */
export function checkComponents(components: Component[], at: Problem['path'], v2: boolean): Problem[] {
  const all = flatten(components, at);
  const loose = v2
    ? []
    : components.map((component, index) => ({ component, index })).filter((top) => top.component.type !== ROW);
  return [
    ...(!v2 && components.length > 5 ? [rule(at, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')] : []),
    ...loose.map(({ index }) => rule([...at, index, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of {1}.')),
    ...repeated(all, ({ component }) => component.custom_id).map((index) => duplicateId([...all[index]!.path, 'custom_id'])),
    ...all.flatMap(checkOne),
    ...checkTotals(all, at),
  ];
}

function checkInput(input: Component, inRow: boolean, at: Problem['path']): Problem[] {
  const problems: Problem[] = [];
  if (inRow && input.type === TEXT_INPUT && !input.label) problems.push(required([...at, 'components', 0, 'label']));
  if ((input.min_length ?? 0) > (input.max_length ?? Infinity)) {
    problems.push(rule(at, 'NUMBER_TYPE_MAX', 'min_length is above max_length'));
  }
  return problems;
}

/** The limits of a modal: one to five components, unique ids, usable text fields. */
export function checkModal(components: Component[]): Problem[] {
  const at = ['data', 'components'];
  const inputs = components.flatMap((top, index) =>
    [...(top.components ?? []), ...(top.component ? [top.component] : [])].map((input) => ({ top, index, input })),
  );
  const fits = components.length >= 1 && components.length <= 5;
  return [
    ...(fits ? [] : [rule(at, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]),
    ...repeated(inputs, ({ input }) => input.custom_id).map((index) => duplicateId([...at, inputs[index]!.index])),
    ...inputs.flatMap(({ top, index, input }) => checkInput(input, top.type === ROW, [...at, index])),
  ];
}

/** Choices of an autocomplete answer: a text value has at most 100 characters. */
export function checkChoices(choices: { value: string | number }[]): Problem[] {
  return choices.flatMap(({ value }, index) =>
    typeof value === 'string' && length(value) > 100 ? [tooLong(['data', 'choices', index, 'value'], 100)] : [],
  );
}
