import type { Localized } from './localized.ts';

/** What any command may have to say. */
export interface CommonWords {
  failed: (reference: string) => string;
  engineBusy: string;
  closing: string;
  expired: string;
  administratorsOnly: string;
  serversOnly: string;
  forbidden: string;
}

export const commonWords: Localized<CommonWords> = {
  ko: {
    failed: (reference) => `문제가 생겼습니다. 잠시 후 다시 시도해 주세요. (오류 번호 ${reference})`,
    engineBusy: '답이 제때 나오지 않았습니다. 잠시 후 다시 시도해 주세요.',
    closing: '기사봇을 다시 시작하고 있습니다. 잠시 후 다시 시도해 주세요.',
    expired: '오래된 버튼입니다. 다시 질문해 주세요.',
    administratorsOnly: '서버 관리 권한이 있는 분만 사용할 수 있습니다.',
    serversOnly: '서버 안에서만 사용할 수 있습니다.',
    forbidden: '이 채널에 글을 쓸 권한이 없습니다. 서버 관리자에게 채널 권한을 확인해 달라고 요청해 주세요.',
  },
  en: {
    failed: (reference) => `Something went wrong. Please try again in a moment. (Error ${reference})`,
    engineBusy: 'There was no answer in time. Please try again in a moment.',
    closing: 'The bot is restarting. Please try again in a moment.',
    expired: 'This button is outdated. Please ask again.',
    administratorsOnly: 'Only those who manage the server can use this.',
    serversOnly: 'This works in a server only.',
    forbidden: 'I may not write in this channel. Please ask the administrators to check its permissions.',
  },
};
