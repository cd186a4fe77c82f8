import type { ServerSettings } from '../../store/server-settings.ts';
import { figure } from './figures.ts';
import type { Localized } from './localized.ts';

/** A setting that is a list of channels or roles. */
export type ListSetting = 'allowedChannels' | 'deniedChannels' | 'channelsWithoutMention' | 'allowedRoles';

interface ListWords {
  name: string;
  /** What an empty list means. */
  none: string;
  /** In the menu while nothing is chosen; at most 150 characters. */
  placeholder: string;
}

/** What the bot says about a server's settings. */
export interface SettingsWords {
  title: string;
  lists: Readonly<Record<ListSetting, ListWords>>;
  more: (hidden: number) => string;
  replies: string;
  repliesNow: Readonly<Record<ServerSettings['replies'], string>>;
  /** On the button that changes to it. */
  repliesTo: Readonly<Record<ServerSettings['replies'], string>>;
  language: string;
  languageNow: Readonly<Record<ServerSettings['language'], string>>;
  languageTo: Readonly<Record<ServerSettings['language'], string>>;
  reset: string;
  noMessageContent: string;
}

export const settingsWords: Localized<SettingsWords> = {
  ko: {
    title: '이 서버의 설정',
    lists: {
      allowedChannels: {
        name: '질문을 받는 채널',
        none: '모든 채널',
        placeholder: '질문을 받는 채널: 고르지 않으면 모든 채널',
      },
      deniedChannels: { name: '질문을 받지 않는 채널', none: '없음', placeholder: '질문을 받지 않는 채널' },
      channelsWithoutMention: {
        name: '멘션 없이 답하는 채널',
        none: '없음',
        placeholder: '멘션 없이 답하는 채널과 포럼',
      },
      allowedRoles: { name: '질문할 수 있는 역할', none: '모두', placeholder: '질문할 수 있는 역할: 고르지 않으면 모두' },
    },
    more: (hidden) => `외 ${figure(hidden, 'ko')}개`,
    replies: '답변 위치',
    repliesNow: { inline: '질문한 채널', thread: '새 스레드' },
    repliesTo: { inline: '채널에 바로 답하기', thread: '스레드에서 답하기' },
    language: '언어',
    languageNow: { auto: '자동(서버의 언어)', ko: '한국어', en: '영어' },
    languageTo: { auto: '언어: 자동으로', ko: '언어: 한국어로', en: '언어: 영어로' },
    reset: '처음 설정으로',
    noMessageContent:
      '멘션이 없는 메시지의 내용을 읽을 권한이 없어 멘션 없이 답할 수 없습니다. 운영자가 디스코드 개발자 포털에서 Message Content Intent를 켜고 기사봇을 다시 시작해야 합니다.',
  },
  en: {
    title: 'Settings of this server',
    lists: {
      allowedChannels: {
        name: 'Channels where questions are answered',
        none: 'all',
        placeholder: 'Channels where questions are answered: all unless chosen',
      },
      deniedChannels: {
        name: 'Channels where they are not',
        none: 'none',
        placeholder: 'Channels where questions are not answered',
      },
      channelsWithoutMention: {
        name: 'Channels answered without a mention',
        none: 'none',
        placeholder: 'Channels and forums answered without a mention',
      },
      allowedRoles: {
        name: 'Roles that may ask',
        none: 'everyone',
        placeholder: 'Roles that may ask: everyone unless chosen',
      },
    },
    more: (hidden) => `and ${figure(hidden, 'en')} more`,
    replies: 'Where answers go',
    repliesNow: { inline: 'the channel of the question', thread: 'a new thread' },
    repliesTo: { inline: 'Answer in the channel', thread: 'Answer in threads' },
    language: 'Language',
    languageNow: { auto: 'automatic (the server’s)', ko: 'Korean', en: 'English' },
    languageTo: { auto: 'Language: automatic', ko: 'Language: Korean', en: 'Language: English' },
    reset: 'Reset everything',
    noMessageContent:
      'I may not read messages that do not mention me, so I cannot answer without a mention. The operator has to turn on the Message Content Intent in Discord’s developer portal and start me again.',
  },
};

/** Name and description of the command, as Discord shows them. */
export const settingsDeclaration = {
  name: 'settings',
  name_localizations: { ko: '설정' },
  description: 'Channels, roles, replies and language of this server (administrators)',
  description_localizations: { ko: '이 서버의 채널, 역할, 답변 위치, 언어를 정합니다(관리자용)' },
};
