import { withParticle } from '../text/particles.ts';
import { EXAMPLE_QUESTION } from './example.ts';
import type { Wording } from './wording.ts';

const NOT_FOUND = '기사에서 답을 찾지 못했습니다.';

export const ko: Wording = {
  unsure: '기사에 정확한 답은 없을 수 있습니다. 가장 가까운 문장입니다.',
  unanswered: {
    'empty-question': () => '질문이 비어 있습니다. 기사에서 찾고 싶은 내용을 문장으로 적어 주세요.',
    'no-articles': () => '색인된 기사가 없습니다. 기사 폴더에 기사를 넣고 다시 색인해 주세요.',
    'outside-dates': ({ dates }) =>
      `그 시기의 기사가 없습니다.${dates === null ? '' : ` ${koreanPeriod(dates)} 기사만 있습니다.`}`,
    'unknown-name': ({ name }) =>
      name === null ? NOT_FOUND : `기사에는 ${withParticle(`‘${name}’`, '이라/라')}는 말이 나오지 않습니다.`,
    'fact-not-given': () => '이 주제를 다룬 기사는 있지만, 물어보신 내용은 기사에 나오지 않습니다.',
    'too-vague': () => '무엇을 찾으시는지 알기 어렵습니다. 이름이나 사건처럼 기사에 나올 만한 말을 넣어 다시 질문해 주세요.',
    'not-in-articles': () => NOT_FOUND,
  },
  difference: (kind, values) =>
    `기사마다 ${kind === 'date' ? '날짜가' : '수치가'} 다릅니다: ${values
      .map(({ citation, date, value }) => `${date === null ? '' : `${koreanDate(date)} 기사 `}${value} [${citation}]`)
      .join(', ')}`,
  also: (places) => `같은 내용: ${places.map(ko.sourceLine).join(' · ')}`,
  nearest: '가까운 기사:',
  proof: '근거',
  quotesOnly: {
    failed: '언어 모델이 제때 답하지 않아 기사 문장만 보여 드립니다.',
    budget: '오늘 쓸 수 있는 언어 모델 답변을 모두 써서 기사 문장만 보여 드립니다.',
    unsupported: '언어 모델이 쓴 답을 기사에서 확인하지 못해 기사 문장만 보여 드립니다.',
  },
  chat: {
    greeting: '안녕하세요. 기사에 있는 내용을 질문하시면 기사 문장과 출처로 답해 드립니다.',
    thanks: '도움이 되었다니 다행입니다. 더 궁금한 내용이 있으면 질문해 주세요.',
    help: `색인된 기사에서 답을 찾아 기사 문장 그대로 출처와 함께 보여 드립니다. 예를 들어 “${EXAMPLE_QUESTION}”라고 질문해 보세요. “지난달 기사에서”처럼 기간을 적을 수도 있습니다.`,
    identity:
      '저는 기사 폴더에 있는 글에서만 답을 찾는 질문 응답 봇, 기사봇입니다. 사람이 아니며, 답은 모두 기사 문장과 출처로 보여 드립니다.',
    goodbye: '안녕히 가세요. 언제든지 다시 질문해 주세요.',
    praise: '고맙습니다. 답이 맞는지는 함께 보여 드리는 출처에서 확인해 주세요.',
    complaint:
      '죄송합니다. 기사에 쓰인 이름이나 날짜를 넣어 다시 질문해 주시면 더 잘 찾을 수 있습니다. 답변 아래의 👎 단추로 알려 주셔도 됩니다.',
  },
  corrected: (question) => `다음으로 찾았습니다: ${question}`,
  period: ({ since, until }) => {
    const [from, to] = [since, until].map((date) => (date === null ? '' : koreanDate(date)));
    const isOneYear = since !== null && until !== null && since.slice(0, 4) === until.slice(0, 4);
    return `기간: ${from ?? ''}~${isOneYear ? koreanDate(until.slice(5)) : (to ?? '')}`;
  },
  resolved: (dates) => dates.map(({ phrase, date }) => `${phrase} = ${koreanDate(date)}`).join(', '),
  sources: '출처',
  sourceLine: ({ title, publisher, date }) =>
    [`「${title}」`, publisher === null ? '' : `『${publisher}』`, date === null ? '' : koreanDate(date)]
      .filter((part) => part !== '')
      .join(', '),
};

/** 2024. 3. 1.~6. 30., the year once where it is the same. */
function koreanPeriod({ first, last }: { first: string; last: string }): string {
  if (first === last) return koreanDate(first);
  const end = koreanDate(last);
  return `${koreanDate(first)}~${first.slice(0, 4) === last.slice(0, 4) ? end.slice('2024. '.length) : ` ${end}`}`.replace(
    '~ ',
    '~',
  );
}

/** 2024-03-05 → 2024. 3. 5. */
function koreanDate(date: string): string {
  return date
    .split('-')
    .map((part) => `${Number(part)}.`)
    .join(' ');
}
