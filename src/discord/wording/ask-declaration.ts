/** Names and descriptions of the commands that ask, as Discord shows them. */
export const askDeclaration = {
  command: {
    name: 'ask',
    name_localizations: { ko: '질문' },
    description: 'Answers from the articles, word for word and with sources',
    description_localizations: { ko: '기사에 있는 문장을 그대로 인용하고 출처를 붙여 답합니다' },
  },
  question: {
    name: 'question',
    name_localizations: { ko: '질문' },
    description: 'What you want to know',
    description_localizations: { ko: '알고 싶은 내용' },
  },
  private: {
    name: 'private',
    name_localizations: { ko: '나만보기' },
    description: 'Show the answer to you only',
    description_localizations: { ko: '나에게만 답을 보여 줍니다' },
  },
  source: {
    name: 'source',
    name_localizations: { ko: '기사' },
    description: 'Search in this article only',
    description_localizations: { ko: '이 기사에서만 찾습니다' },
  },
  since: {
    name: 'since',
    name_localizations: { ko: '시작일' },
    description: 'Only articles from this day on, such as 2024-03-05 or 2024-03',
    description_localizations: { ko: '이날부터 나온 기사에서만 찾습니다. 예: 2024-03-05, 2024-03' },
  },
  until: {
    name: 'until',
    name_localizations: { ko: '종료일' },
    description: 'Only articles up to this day',
    description_localizations: { ko: '이날까지 나온 기사에서만 찾습니다' },
  },
  message: { name: 'Answer this', name_localizations: { ko: '이 글에 답하기' } },
};
