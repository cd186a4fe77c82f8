import type { Problem } from '../api-errors.ts';
import type { Choice, CommandBody, CommandOption, Localizations } from '../payload.ts';
import { length } from '../small.ts';
import { repeated, required, rule, tooLong } from './rule.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi ' +
    'sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'
  ).split(' '),
);
const SLASH = 1;
const SUBCOMMAND_GROUP = 2;
const MAXIMUM_SIZE = 8000;
const MAXIMUM_NUMBERS = new Map([
  [SLASH, 100],
  [2, 15],
  [3, 15],
  [4, 1],
]);

type Named = Pick<CommandBody, 'name' | 'description' | 'name_localizations' | 'description_localizations'>;

const longest = (text: string | undefined, localized: Localizations): number =>
  Math.max(length(text), ...Object.values(localized ?? {}).map(length));

const namedSize = (item: Named): number =>
  longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations);

const choiceSize = ({ name, name_localizations, value }: Choice): number =>
  longest(name, name_localizations) + (typeof value === 'string' ? length(value) : 0);

const optionSize = (option: CommandOption): number =>
  namedSize(option) +
  (option.choices ?? []).reduce((size, choice) => size + choiceSize(choice), 0) +
  (option.options ?? []).reduce((size, inner) => size + optionSize(inner), 0);

function checkName(name: string, at: Problem['path']): Problem[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  return [rule(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid (1 to 32 letters, lower case)')];
}

function checkLocales(localized: Localizations, at: Problem['path']): Problem[] {
  return Object.keys(localized ?? {})
    .filter((locale) => !LOCALES.has(locale))
    .map((locale) => rule([...at, locale], 'BASE_TYPE_CHOICES', `"${locale}" is not a Discord locale`));
}

function checkNames(item: Named, at: Problem['path']): Problem[] {
  const localized = Object.entries(item.name_localizations ?? {});
  return [
    ...checkName(item.name, [...at, 'name']),
    ...localized.flatMap(([locale, name]) => checkName(name, [...at, 'name_localizations', locale])),
  ];
}

const checkItemLocales = (item: Named, at: Problem['path']): Problem[] => [
  ...checkLocales(item.name_localizations, [...at, 'name_localizations']),
  ...checkLocales(item.description_localizations, [...at, 'description_localizations']),
];

function checkChoice(choice: Choice, at: Problem['path']): Problem[] {
  const long = typeof choice.value === 'string' && length(choice.value) > 100;
  return [
    ...checkLocales(choice.name_localizations, [...at, 'name_localizations']),
    ...(long ? [tooLong([...at, 'value'], 100)] : []),
  ];
}

function checkAutocomplete(option: CommandOption, at: Problem['path']): Problem[] {
  if (!option.autocomplete) return [];
  const path = [...at, 'autocomplete'];
  const problems: Problem[] = [];
  if (option.choices?.length) {
    const message = 'autocomplete may not be set to true if choices are present';
    problems.push(rule(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES', message));
  }
  if (![3, 4, 10].includes(option.type)) {
    problems.push(rule(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_TYPE', 'autocomplete is for STRING, INTEGER and NUMBER options'));
  }
  return problems;
}

const checkOption = (option: CommandOption, at: Problem['path']): Problem[] => [
  ...checkNames(option, at),
  ...checkItemLocales(option, at),
  ...checkAutocomplete(option, at),
  ...(option.choices ?? []).flatMap((choice, index) => checkChoice(choice, [...at, 'choices', index])),
  ...checkOptions(option.options ?? [], [...at, 'options']),
];

function checkOrder(options: CommandOption[], at: Problem['path']): Problem[] {
  const isValue = (option: CommandOption): boolean => option.type > SUBCOMMAND_GROUP;
  const firstOptional = options.findIndex((option) => isValue(option) && !option.required);
  const message = 'Required options must be placed before non-required options';
  return options.flatMap((option, index) =>
    isValue(option) && option.required && firstOptional >= 0 && index > firstOptional
      ? [rule([...at, index], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message)]
      : [],
  );
}

function checkUniqueness(options: CommandOption[], at: Problem['path']): Problem[] {
  const code = 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS';
  const locales = new Set(options.flatMap((option) => Object.keys(option.name_localizations ?? {})));
  const clashing = [...locales].filter(
    (locale) => repeated(options, (option) => option.name_localizations?.[locale] ?? option.name).length,
  );
  return [
    ...repeated(options, (option) => option.name).map((index) =>
      rule([...at, index, 'name'], code, 'Option name already exists'),
    ),
    ...clashing.map((locale) => rule(at, code, `two options have the same name in locale ${locale}`)),
  ];
}

function checkOptions(options: CommandOption[], at: Problem['path']): Problem[] {
  const subcommands = options.filter((option) => option.type <= SUBCOMMAND_GROUP).length;
  const mixed = subcommands > 0 && subcommands < options.length;
  const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
  return [
    ...options.flatMap((option, index) => checkOption(option, [...at, index])),
    ...checkOrder(options, at),
    ...checkUniqueness(options, at),
    ...(mixed ? [rule(at, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message)] : []),
  ];
}

function checkSlash(command: CommandBody, at: Problem['path']): Problem[] {
  return [...checkNames(command, at), ...(command.description ? [] : [required([...at, 'description'])])];
}

function checkContextMenu(command: CommandBody, at: Problem['path']): Problem[] {
  const refused = (field: 'description' | 'options'): Problem =>
    rule([...at, field], `APPLICATION_COMMAND_${field.toUpperCase()}_NOT_ALLOWED`, `Context menu commands cannot have ${field}`);
  return [...(command.description ? [refused('description')] : []), ...(command.options?.length ? [refused('options')] : [])];
}

function checkGuildFields(command: CommandBody, at: Problem['path']): Problem[] {
  return (['contexts', 'integration_types'] as const)
    .filter((field) => command[field]?.length)
    .map((field) => rule([...at, field], 'APPLICATION_COMMAND_GUILD_ONLY_FIELDS', `${field} is for global commands only`));
}

function checkMemberPermissions(command: CommandBody, at: Problem['path']): Problem[] {
  const value = command.default_member_permissions ?? 0;
  if (/^\d+$/.test(String(value))) return [];
  return [rule([...at, 'default_member_permissions'], 'BASE_TYPE_BAD_TYPE', 'Must be a permission bit set as a string')];
}

/** Checks one command against the limits that only the prose states; `guild` is true for a command of one guild. */
export function checkCommand(command: CommandBody, at: Problem['path'], guild: boolean): Problem[] {
  const options = command.options ?? [];
  const size = namedSize(command) + options.reduce((total, option) => total + optionSize(option), 0);
  return [
    ...checkItemLocales(command, at),
    ...((command.type ?? SLASH) === SLASH ? checkSlash(command, at) : checkContextMenu(command, at)),
    ...(guild ? checkGuildFields(command, at) : []),
    ...checkMemberPermissions(command, at),
    ...checkOptions(options, [...at, 'options']),
    ...(size > MAXIMUM_SIZE
      ? [rule(at, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAXIMUM_SIZE}): ${size}`)]
      : []),
  ];
}

/** Checks a whole set of commands: each one, unique names, and how many there may be of a type. */
export function checkCommandList(commands: CommandBody[], guild: boolean): Problem[] {
  const duplicates = repeated(commands, (command) => `${command.type ?? SLASH}:${command.name}`);
  const crowded = [...MAXIMUM_NUMBERS].filter(
    ([type, most]) => commands.filter((command) => (command.type ?? SLASH) === type).length > most,
  );
  return [
    ...commands.flatMap((command, index) => checkCommand(command, [index], guild)),
    ...duplicates.map((index) => rule([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Command names must be unique')),
    ...crowded.map(([type, most]) => rule([], 'APPLICATION_COMMANDS_MAX', `More than ${most} commands of type ${type}.`)),
  ];
}
