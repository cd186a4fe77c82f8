import {
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APIChannelSelectComponent,
  type APIRoleSelectComponent,
} from 'discord.js';
import type { ServerSettings } from '../../store/server-settings.ts';
import type { Language } from '../../types.ts';
import { customId } from '../custom-id.ts';
import { rows, type Row } from '../render/components.ts';
import type { Content } from '../respond.ts';
import { settingsWords, type ListSetting } from '../wording/settings.ts';

/** Names of the handlers of what the panel carries. */
export const HANDLERS = {
  list: 'settings-list',
  replies: 'settings-replies',
  language: 'settings-language',
  reset: 'settings-reset',
} as const;

/** What the panel is drawn from beside the settings themselves. */
export interface PanelFacts {
  /** Whether a channel or role is still there: Discord does not take back one that is gone. */
  exists: (setting: ListSetting, id: string) => boolean;
  readsMessages: boolean;
}

/** Discord's limit. */
export const MOST_CHOSEN = 25;
/** So many stand in the text; the menus show all of them. */
const NAMED = 10;

const { GuildText, GuildAnnouncement, GuildForum, GuildVoice, GuildStageVoice } = ChannelType;
/** Where questions can be asked at all, and where messages and posts that do not mention the bot are to be read. */
const ASKING_PLACES = [GuildText, GuildAnnouncement, GuildForum, GuildVoice, GuildStageVoice] as const;
const READING_PLACES = [GuildText, GuildAnnouncement, GuildForum] as const;

const NEXT_REPLIES = { inline: 'thread', thread: 'inline' } as const;
const NEXT_LANGUAGE = { auto: 'ko', ko: 'en', en: 'auto' } as const;

/** The settings in words, and five rows to change them. */
export function settingsPanel(settings: ServerSettings, facts: PanelFacts, language: Language): Content {
  const words = settingsWords[language];
  const { replies, language: spoken } = settings;
  const line = (setting: ListSetting) => `**${words.lists[setting].name}** ${listText(setting, settings, language)}`;
  const isUnread = settings.channelsWithoutMention.length > 0 && !facts.readsMessages;
  return {
    content: [
      `### ${words.title}`,
      ...(['allowedChannels', 'deniedChannels', 'channelsWithoutMention'] as const).map(line),
      ...(isUnread ? [`⚠️ ${words.noMessageContent}`] : []),
      line('allowedRoles'),
      `**${words.replies}** ${words.repliesNow[replies]}`,
      `**${words.language}** ${words.languageNow[spoken]}`,
    ].join('\n'),
    components: [
      row(channelMenu('allowedChannels', settings, facts, language)),
      row(channelMenu('deniedChannels', settings, facts, language)),
      row(channelMenu('channelsWithoutMention', settings, facts, language)),
      row(roleMenu(settings, facts, language)),
      // A button says what it does, so that pressing it twice does it once.
      ...rows([
        { id: customId(HANDLERS.replies, NEXT_REPLIES[replies]), label: words.repliesTo[NEXT_REPLIES[replies]] },
        { id: customId(HANDLERS.language, NEXT_LANGUAGE[spoken]), label: words.languageTo[NEXT_LANGUAGE[spoken]] },
        { id: customId(HANDLERS.reset), label: words.reset, style: 'danger' },
      ]),
    ],
  };
}

function listText(setting: ListSetting, settings: ServerSettings, language: Language): string {
  const words = settingsWords[language];
  const ids = settings[setting];
  if (ids.length === 0) return words.lists[setting].none;
  const sign = setting === 'allowedRoles' ? '@&' : '#';
  const named = ids.slice(0, NAMED).map((id) => `<${sign}${id}>`);
  const hidden = ids.length - named.length;
  return [...named, ...(hidden > 0 ? [words.more(hidden)] : [])].join(' ');
}

function channelMenu(
  setting: Exclude<ListSetting, 'allowedRoles'>,
  settings: ServerSettings,
  { exists }: PanelFacts,
  language: Language,
): APIChannelSelectComponent {
  const chosen = settings[setting].filter((id) => exists(setting, id)).slice(0, MOST_CHOSEN);
  return {
    ...{ type: ComponentType.ChannelSelect, custom_id: customId(HANDLERS.list, setting) },
    placeholder: settingsWords[language].lists[setting].placeholder,
    channel_types: setting === 'channelsWithoutMention' ? [...READING_PLACES] : [...ASKING_PLACES],
    default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
    ...{ min_values: 0, max_values: MOST_CHOSEN },
  };
}

function roleMenu({ allowedRoles }: ServerSettings, { exists }: PanelFacts, language: Language): APIRoleSelectComponent {
  const chosen = allowedRoles.filter((id) => exists('allowedRoles', id)).slice(0, MOST_CHOSEN);
  return {
    ...{ type: ComponentType.RoleSelect, custom_id: customId(HANDLERS.list, 'allowedRoles') },
    placeholder: settingsWords[language].lists.allowedRoles.placeholder,
    default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
    ...{ min_values: 0, max_values: MOST_CHOSEN },
  };
}

function row(component: APIChannelSelectComponent | APIRoleSelectComponent): Row {
  return { type: ComponentType.ActionRow, components: [component] };
}
