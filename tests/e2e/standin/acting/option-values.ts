import type { Core, FileInput } from '../core.ts';
import { describeChannel, describePartialMembership, describeRole, describeUser } from '../describe.ts';
import type { Channel, User } from '../model.ts';
import type { CommandOption } from '../payload.ts';
import { isRecord, length, listed, short } from '../small.ts';

/** What a test gives for an option: a value, the key of a user, channel or role, or a file. */
export type OptionValue = string | number | boolean | FileInput;

/** The users, channels, roles and attachments that an interaction mentions. */
export type Resolved = Record<string, Record<string, unknown>>;

const STRING = 3;
const INTEGER = 4;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
const NUMBER = 10;
const ATTACHMENT = 11;

/** How values are taken: by whom and where, as they stand (raw), or while still typing (partial). */
export interface Filling {
  channel: Channel;
  user: User;
  raw: boolean;
  partial: boolean;
}

function put(resolved: Resolved, kind: string, id: string, value: unknown): string {
  resolved[kind] = { ...resolved[kind], [id]: value };
  return id;
}

/** Describes a user, and as a member with permissions, for an interaction. */
export function resolveUser(core: Core, user: User, channel: Channel, resolved: Resolved): string {
  const member = core.world.guildOf(channel)?.members.get(user.id);
  if (member) {
    put(resolved, 'members', user.id, {
      ...describePartialMembership(member),
      permissions: String(core.world.permissions(user.id, channel)),
    });
  }
  return put(resolved, 'users', user.id, describeUser(user));
}

function assertFits(option: CommandOption, value: OptionValue): void {
  const { name, min_length = 0, max_length = 6000, min_value = -Infinity, max_value = Infinity } = option;
  if (option.type === STRING && typeof value === 'string') {
    const size = length(value);
    const fits = size >= min_length && size <= max_length;
    const hint = "Discord's client would not send this; pass raw: true to force";
    if (!fits) throw new Error(`option "${name}": length ${size} not within ${min_length}..${max_length} (${hint})`);
  }
  if ([INTEGER, NUMBER].includes(option.type) && (Number(value) < min_value || Number(value) > max_value)) {
    throw new Error(`option "${name}": ${Number(value)} out of range`);
  }
}

function choose(option: CommandOption, value: OptionValue): OptionValue {
  if (!option.choices?.length) return value;
  const choice = option.choices.find((candidate) => candidate.value === value || candidate.name === value);
  if (!choice) throw new Error(`"${short(value)}" is not a choice of "${option.name}"`);
  return choice.value;
}

function resolveRole(core: Core, id: string, channel: Channel, resolved: Resolved): string {
  const role = core.world.guildOf(channel)?.roles.get(id);
  if (!role) throw new Error(`no role "${id}"`);
  return put(resolved, 'roles', id, describeRole(role));
}

function resolve(core: Core, type: number, value: OptionValue, filling: Filling, resolved: Resolved): OptionValue {
  const { world } = core;
  if (type === ATTACHMENT) {
    const attachment = core.attach(isRecord(value) ? value : {});
    return put(resolved, 'attachments', attachment.id, attachment);
  }
  if (![USER, CHANNEL, ROLE, MENTIONABLE].includes(type)) return value;
  if (typeof value !== 'string') throw new Error(`a user, channel or role is given by its key, not as ${short(value)}`);
  const key = value;
  if (type === CHANNEL) {
    const channel = world.channel(key);
    const permissions = String(world.permissions(filling.user.id, channel));
    return put(resolved, 'channels', channel.id, { ...describeChannel(world, channel), permissions });
  }
  const isUser = type === USER || (type === MENTIONABLE && world.users.has(world.id(key)));
  if (isUser) return resolveUser(core, world.user(key), filling.channel, resolved);
  return resolveRole(core, world.id(key), filling.channel, resolved);
}

/** Fills in a command's options as Discord's client would, refusing what it would refuse. */
export function fillOptions(
  core: Core,
  options: CommandOption[],
  values: Record<string, OptionValue>,
  filling: Filling,
  resolved: Resolved,
): { name: string; type: number; value: OptionValue }[] {
  const names = options.map((option) => option.name);
  const strange = Object.keys(values).filter((key) => !names.includes(key));
  if (strange.length) throw new Error(`no option "${listed(strange)}"; options: ${listed(names)}`);
  const strict = !filling.partial && !filling.raw;
  return options.flatMap((option) => {
    const given = values[option.name];
    if (given === undefined) {
      if (option.required && strict) throw new Error(`option "${option.name}" is required`);
      return [];
    }
    const chosen = strict ? choose(option, given) : given;
    if (strict) assertFits(option, chosen);
    return [{ name: option.name, type: option.type, value: resolve(core, option.type, chosen, filling, resolved) }];
  });
}
