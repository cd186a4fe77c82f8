import type { Core } from '../core.ts';
import type { Channel, User } from '../model.ts';
import type { Command, CommandOption, Localizations } from '../payload.ts';
import { ALL_PERMISSIONS, permission } from '../permissions.ts';
import { listed } from '../small.ts';

export const SLASH = 1;
const SUBCOMMAND_GROUP = 2;
const FALLBACK = new Map([
  ['en-US', 'en-GB'],
  ['en-GB', 'en-US'],
  ['es-419', 'es-ES'],
]);

/** A command as a user's client would show it. */
export interface VisibleItem {
  name: string;
  description: string | undefined;
  defaultName: string;
  choices: string[];
  options: VisibleItem[];
}

/** A command with the options of its chosen subcommand, and the steps that led there. */
export interface Chosen {
  command: Command;
  options: CommandOption[];
  steps: { name: string; type: number }[];
}

/** The global commands and those of a guild. */
export const allCommands = ({ commands }: Core, guildId: string | null): Command[] => [
  ...commands.global,
  ...(commands.guild.get(guildId ?? '') ?? []),
];

/** A command by its default name; type null means any. A guild command hides a global one of the same name. */
export const findCommand = (core: Core, name: string, type: number | null, guildId: string | null): Command | undefined =>
  allCommands(core, guildId).findLast((command) => command.name === name && (type === null || command.type === type));

function whyHiddenInGuild(core: Core, command: Command, user: User, channel: Channel): string | null {
  const has = core.world.permissions(user.id, channel);
  if (has === ALL_PERMISSIONS) return null;
  const needed = command.default_member_permissions ?? null;
  if (needed !== null && (BigInt(needed) === 0n || (has & BigInt(needed)) !== BigInt(needed))) {
    return `default_member_permissions ${needed} are missing`;
  }
  return has & permission('USE_APPLICATION_COMMANDS') ? null : 'the user may not use application commands here';
}

/** Why a user's client would not offer a command in a channel; null when it would. */
export function whyHidden(core: Core, command: Command, user: User, channel: Channel): string | null {
  const guild = core.world.guildOf(channel);
  const context = guild ? 0 : 1;
  if (command.guild_id && command.guild_id !== guild?.id) return 'it is a command of another guild';
  if (command.contexts && !command.contexts.includes(context)) {
    return `its contexts ${JSON.stringify(command.contexts)} leave out ${context} (${guild ? 'GUILD' : 'BOT_DM'})`;
  }
  if (guild) return whyHiddenInGuild(core, command, user, channel);
  return command.dm_permission === false && !command.contexts ? 'dm_permission is false' : null;
}

/** The command list as a user would see it: localised, and without what the user may not use. */
export function visibleCommands(core: Core, user: User, channel: Channel, locale: string): VisibleItem[] {
  const pick = (text: string | undefined, localized: Localizations): string | undefined =>
    localized?.[locale] ?? localized?.[FALLBACK.get(locale) ?? ''] ?? text;
  const view = (item: CommandOption | Command): VisibleItem => ({
    name: pick(item.name, item.name_localizations) ?? item.name,
    description: pick(item.description, item.description_localizations),
    defaultName: item.name,
    choices: ('choices' in item ? (item.choices ?? []) : []).map(
      (choice) => pick(choice.name, choice.name_localizations) ?? choice.name,
    ),
    options: (item.options ?? []).map(view),
  });
  return allCommands(core, channel.guild_id ?? null)
    .filter((command) => whyHidden(core, command, user, channel) === null)
    .map(view);
}

/** Waits for a command ("ask") or subcommand ("docs search") to be registered, and finds it. */
export async function chooseCommand(core: Core, name: string, type: number, channel: Channel): Promise<Chosen> {
  const [first = '', ...rest] = type === SLASH ? name.split(' ') : [name];
  const guildId = channel.guild_id ?? null;
  const registered = (): string => listed(allCommands(core, guildId).map((command) => `${command.name}(${command.type})`));
  const command = await core.until(
    () => findCommand(core, first, type, guildId),
    5000,
    () => `no command "${first}" of type ${type}; registered: ${registered()}`,
  );
  let options = command.options ?? [];
  const steps: Chosen['steps'] = [];
  for (const step of rest) {
    const option = options.find((candidate) => candidate.name === step && candidate.type <= SUBCOMMAND_GROUP);
    if (!option) throw new Error(`/${first} has no subcommand "${step}"`);
    steps.push({ name: step, type: option.type });
    options = option.options ?? [];
  }
  const open = options.filter((option) => option.type <= SUBCOMMAND_GROUP).map((option) => option.name);
  if (open.length) throw new Error(`/${name} needs a subcommand: ${listed(open)}`);
  return { command, options, steps };
}
