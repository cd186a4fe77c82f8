import type { Localized } from './localized.ts';

/** How the bot is used. Commands come in ready to be shown. */
export interface HelpWords {
  about: string;
  asking: string;
  /** Ways to ask. @param ask The command. */
  ways: (ask: string) => readonly string[];
  /** A further way, where the bot reads messages that do not mention it. */
  withoutMention: string;
  quotes: string;
  commands: string;
  administration: string;
  privacy: string;
  kept: (days: number) => string;
  notKept: string;
  logged: string;
  onlyHere: string;
  sent: (host: string) => string;
}

export const helpWords: Localized<HelpWords> = {
  ko: {
    about:
      '기사봇은 정해진 기사 안에서 답을 찾아, 기사 문장을 그대로 인용하고 출처를 붙여 답합니다. 기사에 없는 내용은 지어내지 않습니다.',
    asking: '질문하는 방법',
    ways: (ask) => [
      `${ask}에 질문을 적어 주세요.`,
      '저를 멘션하고 질문을 적어 주세요.',
      '제 답변에 답장하거나 제가 답한 스레드에 글을 쓰면 이어서 질문할 수 있습니다.',
      '다이렉트 메시지(DM)로 질문하면 질문한 분만 답변을 볼 수 있습니다.',
      '메시지의 메뉴에서 ‘앱’, ‘이 글에 답하기’를 고르면 그 글에 답합니다.',
    ],
    withoutMention: '관리자가 정한 채널에서는 멘션 없이 질문해도 답합니다.',
    quotes: '답변의 번호 단추를 누르면 인용한 문장이 있는 단락을 볼 수 있습니다.',
    commands: '명령',
    administration: '관리자 명령',
    privacy: '개인정보',
    kept: (days) =>
      `질문은 전화번호와 주민등록번호 등을 가리고 ${days}일 동안 저장합니다. 관리자가 부족한 기사를 찾는 데 씁니다.`,
    notKept: '질문은 저장하지 않습니다.',
    logged: '질문의 내용이 운영 기록에 남습니다.',
    onlyHere: '질문과 기사를 디스코드가 아닌 다른 서비스로 보내지 않습니다.',
    sent: (host) => `질문과 찾은 단락을 언어 모델(${host})로 보내 답을 정리합니다. 그 밖의 서비스로는 보내지 않습니다.`,
  },
  en: {
    about:
      'gisabot looks for answers in a collection of articles. It quotes them word for word with their sources, and makes nothing up that they do not say.',
    asking: 'How to ask',
    ways: (ask) => [
      `Use ${ask} and write your question.`,
      'Mention me and write your question.',
      'Reply to an answer of mine, or write in a thread I answered in, to ask on.',
      'Send me a direct message; only you see the answer.',
      'Choose “Apps” and “Answer this” in the menu of a message.',
    ],
    withoutMention: 'In channels that the administrators chose I also answer questions that do not mention me.',
    quotes: 'The numbered buttons under an answer show the passages it quotes.',
    commands: 'Commands',
    administration: 'Commands for administrators',
    privacy: 'Privacy',
    kept: (days) =>
      `Questions are stored for ${days} days, with phone and resident numbers and the like masked, so that administrators see which articles are missing.`,
    notKept: 'Questions are not stored.',
    logged: 'The text of questions appears in the operator’s log.',
    onlyHere: 'No question and no article is sent to any service but Discord.',
    sent: (host) => `Questions and the passages found for them are sent to a language model (${host}), and to no other service.`,
  },
};

/** Name and description of the command, as Discord shows them. */
export const helpDeclaration = {
  name: 'help',
  name_localizations: { ko: '도움말' },
  description: 'How to ask, and what the commands do',
  description_localizations: { ko: '질문하는 방법과 명령을 알려 줍니다' },
};
