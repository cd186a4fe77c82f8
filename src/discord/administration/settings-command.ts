import type { Guild, MessageComponentInteraction } from 'discord.js';
import type { ServerSettingsChange } from '../../store/server-settings.ts';
import type { Bot } from '../bot.ts';
import type { Call, ComponentHandler, SlashCommand } from '../handlers.ts';
import { acknowledge, acknowledgeUpdate, edit, tell, type Answerable, type Content } from '../respond.ts';
import { commonWords } from '../wording/common.ts';
import { settingsDeclaration, type ListSetting } from '../wording/settings.ts';
import { ADMINISTRATORS } from '../scope.ts';
import { HANDLERS, settingsPanel, type PanelFacts } from './settings-panel.ts';

const LISTS: readonly ListSetting[] = ['allowedChannels', 'deniedChannels', 'channelsWithoutMention', 'allowedRoles'];

/** One private panel; what is chosen in it holds at once. */
export const settingsCommand: SlashCommand = {
  administrators: true,
  declaration: { ...settingsDeclaration, ...ADMINISTRATORS },
  async run(interaction, call) {
    await acknowledge(interaction, { isPrivate: true });
    const { bot, reader } = call;
    await bot.ready;
    const settings = await bot.settings.get(interaction.guildId);
    const content: Content = settings
      ? settingsPanel(settings, panelFacts(bot, interaction.guild), reader.private)
      : { content: commonWords[reader.private].serversOnly };
    await edit(interaction, content);
  },
};

const list: ComponentHandler = {
  name: HANDLERS.list,
  administrators: true,
  async press(interaction, [name], call) {
    const setting = LISTS.find((each) => each === name);
    const isOfItsKind = setting === 'allowedRoles' ? interaction.isRoleSelectMenu() : interaction.isChannelSelectMenu();
    if (!setting || !isOfItsKind || !interaction.isAnySelectMenu()) return expired(interaction, call);
    await change(interaction, call, { [setting]: interaction.values });
  },
};

const replies: ComponentHandler = {
  name: HANDLERS.replies,
  administrators: true,
  async press(interaction, [value], call) {
    if (value !== 'inline' && value !== 'thread') return expired(interaction, call);
    await change(interaction, call, { replies: value });
  },
};

const language: ComponentHandler = {
  name: HANDLERS.language,
  administrators: true,
  async press(interaction, [value], call) {
    if (value !== 'auto' && value !== 'ko' && value !== 'en') return expired(interaction, call);
    await change(interaction, call, { language: value });
  },
};

const reset: ComponentHandler = {
  name: HANDLERS.reset,
  administrators: true,
  async press(interaction, _, call) {
    await change(interaction, call, 'reset');
  },
};

/** Stores a change and draws the panel again. */
async function change(
  interaction: MessageComponentInteraction,
  { bot, reader }: Call,
  changes: ServerSettingsChange | 'reset',
): Promise<void> {
  const { guildId: server } = interaction;
  if (server === null) return tell(interaction, commonWords[reader.private].serversOnly);
  await acknowledgeUpdate(interaction);
  const settings = await (changes === 'reset' ? bot.settings.reset(server) : bot.settings.change(server, changes));
  bot.log.info({ server, by: interaction.user.id, changes }, 'settings changed');
  await edit(interaction, settingsPanel(settings, panelFacts(bot, interaction.guild), reader.private));
}

function panelFacts({ readsMessages }: Bot, guild: Guild | null): PanelFacts {
  return {
    readsMessages,
    exists: (setting, id) => {
      if (!guild) return false;
      return setting === 'allowedRoles' ? guild.roles.cache.has(id) : guild.channels.cache.has(id);
    },
  };
}

function expired(interaction: Answerable, { reader }: Call): Promise<void> {
  return tell(interaction, commonWords[reader.private].expired);
}

export const settingsHandlers: ComponentHandler[] = [list, replies, language, reset];
