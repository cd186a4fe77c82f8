import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js';

const integration_types = [ApplicationIntegrationType.GuildInstall];

/** Where a command is offered to everyone: servers and direct messages with the bot. */
export const EVERYWHERE = { contexts: [InteractionContextType.Guild, InteractionContextType.BotDM], integration_types };

/** Where and to whom an administrators' command is offered. Servers can give it to others: the code checks, too. */
export const ADMINISTRATORS = {
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  contexts: [InteractionContextType.Guild],
  integration_types,
};
