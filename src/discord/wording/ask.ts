import type { Localized } from './localized.ts';

/** What the bot says around questions and answers. Times are Discord's timestamps, which show the reader's own clock. */
export interface AskWords {
  question: string;
  inherited: (words: readonly string[]) => string;
  /** On the button that opens the passage of citation n. */
  passage: (number: number) => string;
  closest: string;
  widen: string;
  /** Asks the question without what it inherited. */
  alone: string;
  share: string;
  sharedBy: (name: string) => string;
  shared: string;
  alreadyShared: string;
  previous: string;
  next: string;
  position: (number: number, of: number) => string;
  changed: string;
  gone: string;
  thanks: string;
  reasonTitle: string;
  reasonLabel: string;
  reasonPlaceholder: string;
  gettingReady: string;
  empty: string;
  overlong: (maximum: number) => string;
  noPlainText: string;
  personLimit: (limit: number, reset: string) => string;
  serverLimit: (limit: number, reset: string) => string;
  busy: string;
  deniedChannel: string;
  deniedRole: string;
  unknownSource: (text: string) => string;
  wrongDate: string;
  noDates: string;
  lateAnswer: (person: string) => string;
}

export const askWords: Localized<AskWords> = {
  ko: {
    question: '질문',
    inherited: (words) => `이어받음: ${words.join(' · ')}`,
    passage: (number) => `[${number}] 원문 보기`,
    closest: '가까운 문장 보기',
    widen: '조건 없이 다시 찾기',
    alone: '이어받지 않고 찾기',
    share: '채널에 공유',
    sharedBy: (name) => `${name} 님이 공유한 답변입니다.`,
    shared: '채널에 공유했습니다.',
    alreadyShared: '이미 공유한 답변입니다.',
    previous: '이전',
    next: '다음',
    position: (number, of) => `단락 ${number}/${of}`,
    changed: '답변 이후 수정된 기사입니다. 인용한 문장은 더 이상 없으며, 지금의 내용을 보여 드립니다.',
    gone: '답변 이후 색인에서 빠진 기사입니다. 인용한 단락은 더 이상 없습니다.',
    thanks: '의견을 보내 주셔서 감사합니다.',
    reasonTitle: '의견 보내기',
    reasonLabel: '어떤 점이 아쉬웠습니까?',
    reasonPlaceholder: '예: 오래된 기사입니다. 질문과 다른 내용입니다.',
    gettingReady: '기사를 읽을 준비를 하고 있습니다. 준비를 마치면 이 자리에 답해 드리겠습니다.',
    empty: '질문이 비어 있습니다. 기사에서 찾고 싶은 내용을 문장으로 적어 주세요. 예: `올림픽은 언제 열리나요?`',
    overlong: (maximum) => `질문은 ${maximum}자까지 쓸 수 있습니다. 줄여서 다시 질문해 주세요.`,
    noPlainText: '메시지 내용을 읽을 수 없습니다. 저를 멘션하거나 `/질문` 명령을 사용해 주세요.',
    personLimit: (limit, reset) => `질문 한도(1시간 ${limit}회)를 모두 쓰셨습니다. ${reset}에 다시 질문하실 수 있습니다.`,
    serverLimit: (limit, reset) => `이 서버의 질문 한도(1시간 ${limit}회)를 모두 썼습니다. ${reset}에 다시 질문하실 수 있습니다.`,
    busy: '질문이 몰려 있습니다. 잠시 후 다시 시도해 주세요.',
    deniedChannel: '이 채널에서는 질문을 받지 않습니다. 다른 채널에서 질문해 주세요.',
    deniedRole: '질문할 수 있는 역할이 아닙니다. 서버 관리자에게 문의해 주세요.',
    unknownSource: (text) => `‘${text}’에 맞는 기사를 찾지 못했습니다. 입력하면 나오는 목록에서 골라 주세요.`,
    wrongDate: '날짜를 읽을 수 없습니다. `2024-03-05` 또는 `2024-03`처럼 적어 주세요.',
    noDates: '시작일이 종료일보다 늦습니다. 기간을 다시 적어 주세요.',
    lateAnswer: (person) => `${person} 님의 질문에 대한 답변이 늦었습니다.`,
  },
  en: {
    question: 'Question',
    inherited: (words) => `Carried over: ${words.join(' · ')}`,
    passage: (number) => `[${number}] Passage`,
    closest: 'Show the nearest sentences',
    widen: 'Search without the conditions',
    alone: 'Ask on its own',
    share: 'Share in the channel',
    sharedBy: (name) => `Shared by ${name}.`,
    shared: 'Shared in the channel.',
    alreadyShared: 'This answer is shared already.',
    previous: 'Previous',
    next: 'Next',
    position: (number, of) => `Passage ${number} of ${of}`,
    changed: 'The article was changed after the answer. The quoted words are gone; this is what it says now.',
    gone: 'The article left the index after the answer. The quoted passage is gone.',
    thanks: 'Thank you for your feedback.',
    reasonTitle: 'Send feedback',
    reasonLabel: 'What could be better?',
    reasonPlaceholder: 'For example: the article is outdated; this is not what I asked.',
    gettingReady: 'I am getting ready to read the articles. The answer will appear here as soon as I am.',
    empty: 'The question is empty. Write what you want to find in the articles as a sentence, such as `When do the games open?`',
    overlong: (maximum) => `A question has at most ${maximum} characters. Please shorten it and ask again.`,
    noPlainText: 'I cannot read the text of that message. Mention me, or use `/ask`.',
    personLimit: (limit, reset) =>
      `You have asked ${limit} questions within an hour, which is the limit. You can ask again ${reset}.`,
    serverLimit: (limit, reset) => `This server has reached its limit of ${limit} questions an hour. You can ask again ${reset}.`,
    busy: 'Too many questions are waiting. Please try again in a moment.',
    deniedChannel: 'Questions are not answered in this channel. Please ask in another one.',
    deniedRole: 'Your roles do not allow questions. Please ask the administrators of this server.',
    unknownSource: (text) => `No article fits “${text}”. Choose one of the list that appears while you type.`,
    wrongDate: 'The date cannot be read. Write it like `2024-03-05` or `2024-03`.',
    noDates: 'The first day comes after the last. Please correct the dates.',
    lateAnswer: (person) => `A late answer to the question of ${person}.`,
  },
};
