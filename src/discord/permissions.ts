import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** A permission that the bot asks for; the name as Discord shows it in English. */
interface Permission {
  name: string;
  flag: bigint;
  reason: string;
}

/** Everything the bot may do on a server, and nothing that it does not use. */
export const PERMISSIONS: readonly Permission[] = [
  { name: 'View Channels', flag: PermissionFlagsBits.ViewChannel, reason: 'see the messages that mention it' },
  { name: 'Send Messages', flag: PermissionFlagsBits.SendMessages, reason: 'answer them' },
  {
    name: 'Send Messages in Threads',
    flag: PermissionFlagsBits.SendMessagesInThreads,
    reason: 'answer in threads and forum posts',
  },
  { name: 'Create Public Threads', flag: PermissionFlagsBits.CreatePublicThreads, reason: 'open a thread for further questions' },
  {
    name: 'Read Message History',
    flag: PermissionFlagsBits.ReadMessageHistory,
    reason: 'reply to a message, and know what it replies to',
  },
  { name: 'Embed Links', flag: PermissionFlagsBits.EmbedLinks, reason: 'show answers and sources as a card' },
];

/** The address with which somebody who manages a server adds the bot to it. */
export function inviteLink(applicationId: string): string {
  const permissions = PERMISSIONS.reduce((sum, { flag }) => sum | flag, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
