import type { Wording } from './wording.ts';

export const ko: Wording = {
  unsure: '기사에 정확한 답은 없을 수 있습니다. 가장 가까운 문장입니다.',
  unanswered: {
    'empty-question': '질문이 비어 있습니다. 기사에서 찾고 싶은 내용을 문장으로 적어 주세요.',
    'no-articles': '색인된 기사가 없습니다. 기사 폴더에 기사를 넣고 다시 색인해 주세요.',
    'not-in-articles': '기사에서 답을 찾지 못했습니다.',
  },
  nearest: '가까운 기사:',
  chat: '안녕하세요. 기사에 있는 내용을 질문하시면 기사 문장과 출처로 답해 드립니다.',
  sources: '출처',
  sourceLine: ({ title, publisher, date }) =>
    [`「${title}」`, publisher === null ? '' : `『${publisher}』`, date === null ? '' : koreanDate(date)]
      .filter((part) => part !== '')
      .join(', '),
};

/** 2024-03-05 → 2024. 3. 5. */
function koreanDate(date: string): string {
  return date
    .split('-')
    .map((part) => `${Number(part)}.`)
    .join(' ');
}
