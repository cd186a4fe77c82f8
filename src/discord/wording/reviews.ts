import { figure } from './figures.ts';
import type { Localized } from './localized.ts';

/** What the bot says about what administrators look through: questions without an answer, and votes. */
export interface ReviewsWords {
  page: (number: number) => string;
  previous: string;
  next: string;
  gaps: string;
  noGaps: string;
  notKept: string;
  asked: (times: number, moment: string) => string;
  resolve: string;
  resolved: string;
  gone: string;
  feedback: string;
  noFeedback: string;
  question: string;
  reason: string;
  cited: string;
  more: (hidden: number) => string;
  answerGone: string;
}

export const reviewsWords: Localized<ReviewsWords> = {
  ko: {
    page: (number) => `${figure(number, 'ko')}쪽`,
    previous: '이전',
    next: '다음',
    gaps: '답을 찾지 못한 질문',
    noGaps: '답을 찾지 못한 질문이 없습니다.',
    notKept:
      '질문을 저장하지 않고 있어 새로 쌓이지 않습니다. 운영자가 `KEEP_QUESTIONS=on`으로 기사봇을 다시 시작하면 여기에 모입니다.',
    asked: (times, moment) => `${figure(times, 'ko')}회 · ${moment}`,
    resolve: '해결한 질문을 고르면 목록에서 뺍니다.',
    resolved: '목록에서 뺐습니다. 다시 질문을 받으면 새로 나타납니다.',
    gone: '이미 목록에 없는 질문입니다.',
    feedback: '답변에 대한 의견',
    noFeedback: '아직 의견이 없습니다.',
    question: '질문',
    reason: '이유',
    cited: '인용한 기사',
    more: (hidden) => `외 ${figure(hidden, 'ko')}건`,
    answerGone: '보관 기간이 지난 답변입니다.',
  },
  en: {
    page: (number) => `Page ${figure(number, 'en')}`,
    previous: 'Previous',
    next: 'Next',
    gaps: 'Questions without an answer',
    noGaps: 'There are no questions without an answer.',
    notKept:
      'Questions are not stored, so no new ones appear here. They do when the operator starts the bot with `KEEP_QUESTIONS=on`.',
    asked: (times, moment) => `${times === 1 ? 'asked once' : `asked ${figure(times, 'en')} times`} · ${moment}`,
    resolve: 'Choose a question that is dealt with to take it off the list.',
    resolved: 'It is off the list. It comes back when it is asked again.',
    gone: 'This question is not on the list any more.',
    feedback: 'Feedback on answers',
    noFeedback: 'There is no feedback yet.',
    question: 'Question',
    reason: 'Reason',
    cited: 'Cited',
    more: (hidden) => `and ${figure(hidden, 'en')} more`,
    answerGone: 'The answer is no longer stored.',
  },
};

/** Names and descriptions of the commands, as Discord shows them. */
export const gapsDeclaration = {
  name: 'gaps',
  name_localizations: { ko: '빈틈' },
  description: 'Questions that the articles did not answer (administrators)',
  description_localizations: { ko: '기사에서 답을 찾지 못한 질문을 보여 줍니다(관리자용)' },
};

export const feedbackDeclaration = {
  name: 'feedback',
  name_localizations: { ko: '의견' },
  description: 'What members think of the answers (administrators)',
  description_localizations: { ko: '답변에 대한 의견을 보여 줍니다(관리자용)' },
};
