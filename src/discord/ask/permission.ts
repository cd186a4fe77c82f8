import type { GuildMember, APIInteractionGuildMember } from 'discord.js';
import type { ServerSettings } from '../../store/server-settings.ts';
import type { AskWords } from '../wording/ask.ts';

/** Where and by whom a question is asked. */
export interface Asker {
  /** The channel and, in a thread, the channel above it. */
  channels: readonly string[];
  roles: readonly string[];
}

/** Why the administrators do not want a question to be answered here; undefined when they do not mind. What is denied counts before what is allowed. */
export function refusedBy(
  settings: ServerSettings | undefined,
  { channels, roles }: Asker,
): keyof Pick<AskWords, 'deniedChannel' | 'deniedRole'> | undefined {
  if (!settings) return undefined;
  const { allowedChannels, deniedChannels, allowedRoles } = settings;
  if (channels.some((channel) => deniedChannels.includes(channel))) return 'deniedChannel';
  if (allowedChannels.length > 0 && !channels.some((channel) => allowedChannels.includes(channel))) return 'deniedChannel';
  return allowedRoles.length > 0 && !roles.some((role) => allowedRoles.includes(role)) ? 'deniedRole' : undefined;
}

/** Ids of a member's roles. */
export function rolesOf(member: GuildMember | APIInteractionGuildMember | null): string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
