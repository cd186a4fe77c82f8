import type { Written } from './passages.ts';
import type { Passage } from '../../../src/answer/generative/source.ts';

/** Sentences in English, written by hand, over the Korean articles that ship; each with words of the passage that says so. */
const OVER_KOREAN: readonly [string, string][] = [
  ['마스크 300만 장을 기부', 'Jack Ma donated 3 million masks to Korea, Japan and Iran on March 12, 2020.'],
  ['마스크 300만 장을 기부', 'Of the 3 million masks, 1 million were for Korea.'],
  ['중국인이 가장 자주 쓰는', 'In 2016, Alipay became the payment platform that Chinese people used most often.'],
  ['대금 결제일을 늦춰', 'MYbank, the internet bank of Alibaba, postponed payment dates and lowered loan interest.'],
  ['글로벌 컨퍼런스 콜', 'Alibaba held a global conference call on January 30, 2018.'],
  [
    '평창 올림픽 개막식 등에 참석',
    'Jack Ma plans to visit Korea in February 2018 to attend the opening ceremony of the PyeongChang Olympics.',
  ],
  ['국제올림픽위원회(IOC)와', 'Alibaba signed a global partnership with the IOC in January 2017.'],
  ['6차례 후원', 'Alibaba will sponsor six Olympic Games over 12 years until 2028.'],
  ['레노버', 'Alibaba is the first Chinese official Olympic sponsor since Lenovo at the 2008 Beijing Olympics.'],
  ['슬로건은', "The slogan of Alibaba's Olympic advertisement is about the greatness of small things."],
  ['17명의 파트너', 'Alibaba started as a small startup with 17 partners.'],
  ['17명의 파트너', 'Alibaba grew into a company with 500 million customers and a GMV of 548 billion dollars.'],
  ['가트너', 'Gartner ranked Alibaba third in the public cloud market, behind Amazon and Microsoft.'],
  ['40%를 차지', 'Alibaba holds 40% of the Chinese cloud market.'],
  ['공식 파트너가 됐다', 'AliExpress became an official partner of the 2024 Gangwon Winter Youth Olympics.'],
  ['서울 웨스트조선호텔', 'AliExpress held a press conference in Seoul on January 4, 2024.'],
  ['간담회가 온라인 스토어 개설', 'Leon Xie said that the press conference celebrates the opening of the online store.'],
  ['최대 70% 할인', 'AliExpress offers discounts of up to 70% from January 8 to 12.'],
  ['마스코트', 'The online store sells dolls of the mascot Moongcho, badges and clothing.'],
  [
    '짝퉁을 뿌리',
    'AliExpress announced in December 2023 that it would spend 10 billion won over three years to protect intellectual property in Korea.',
  ],
  ['5~7일로 줄였다', 'AliExpress cut its delivery time from 10 to 15 days to 5 to 7 days.'],
  ['고객 서비스센터를', 'AliExpress opened a local customer service center in Gyeonggi on November 22, 2023.'],
  ['매출을 늘리는', 'Ray Zhang said that offering a great service is worth more than raising sales.'],
  [
    '3년간 100억 원을 투자',
    'AliExpress will invest 10 billion won over three years to protect the intellectual property of Korean companies.',
  ],
  ['기자간담회', 'Ray Zhang, head of AliExpress Korea, presented the plan in Seoul on December 6, 2023.'],
  ['190개국', 'AliExpress is used in 190 countries and 18 languages.'],
  ['190개국', 'The AliExpress platform sells 100 million products.'],
  ['7600개 한국 브랜드', 'About 7,600 Korean brands sell to some 100 million Chinese consumers on Taobao and Tmall.'],
  [
    '중소기업 1400여',
    'Some 1,400 small and medium-sized Korean companies signed export contracts with foreign buyers through Alibaba.',
  ],
  ['100% 환불해', 'If a product is suspected to be fake, AliExpress plans to give a 100% refund without documents.'],
  ['97만 7151개', 'In two months AliExpress removed 977,151 products suspected of infringing intellectual property.'],
  ['97만 7151개', 'In the same period it strengthened the protection of 7,550 Korean brands.'],
  ['마동석', 'AliExpress hired the actor Ma Dong-seok as its advertising model in 2023.'],
  ['1년간 1억 명', 'A survey found that 100 million Chinese consumers bought Korean products within one year, Ray Zhang said.'],
  ['그랜드 하얏트', 'Jack Ma held a press conference at the Grand Hyatt hotel in Seoul on May 19, 2015.'],
  ['코리안페이', 'Korean Pay is to be made together with Korean partners, sharing the experience of Alipay.'],
  ['청년 100명', 'From July, Alibaba trains 100 young Koreans.'],
  ['항저우', 'The 100 Korean interns will soon train in Hangzhou, China.'],
  ['1조 달러', 'Alibaba aims to have 50,000 employees when its yearly GMV exceeds 1 trillion dollars.'],
  ['주유소 5000개', 'Jack Ma said the report that Alibaba had bought 5,000 gas stations in China was not true.'],
  ['첫 단계로', 'Alibaba is talking with Apple, first about cooperation in payments.'],
  ['결제의 90%', 'Jack Ma said that over 90% of payments are based on IT now, and on DT in the future.'],
  ['쇼핑몰을 직접 운영', 'Alibaba will not run a shopping mall itself.'],
  ['세 가지다', 'In Korea, Alibaba wants to do three things: payments, logistics and education.'],
];

/** The same over the English article. */
const OVER_ENGLISH: readonly [string, string][] = [
  ['four formats', 'gisabot reads four formats: .txt, .md, .html and .pdf.'],
  ['four formats', 'A file that cannot be read is left out with the reason.'],
  ['384 dimensions', 'A bundled model turns every sentence into an embedding of 384 dimensions.'],
  ['35.5 MB', 'The model takes up 35.5 MB.'],
  ['/reindex', 'Administrators rebuild the index with the /reindex command.'],
  ['single rename', 'gisabot publishes each finished index with a single rename.'],
  ['BM25', 'The first method is BM25 over Hangul bigrams.'],
  ['BM25', 'The second method compares the meaning of the question with the best sentence of each chunk.'],
  ['not sure', 'When it is not sure, gisabot shows the nearest sentences.'],
  ['refuses instead', 'gisabot refuses when the articles do not contain the answer.'],
  ['no language model', 'gisabot needs no internet connection to search the articles.'],
  ['treats the text', 'gisabot never obeys an order hidden in an article.'],
  ['numbered citation', 'Every quoted sentence carries a numbered citation.'],
  ['kept so that', 'The generation before the current one is kept.'],
];

/** The English sentences with the passages they are about, each first among its own. */
export function englishSentences(passages: readonly Passage[]): Written[] {
  return [...OVER_KOREAN, ...OVER_ENGLISH].map(([words, text]) => {
    const index = passages.findIndex((passage) => passage.text.includes(words));
    if (index < 0) throw new Error(`No passage holds "${words}"`);
    const given = [0, 1, 3].map((step) => passages[(index + step) % passages.length]!);
    return { kind: /[가-힣]/u.test(given[0]!.text) ? 'English over Korean' : 'English', text: `${text} [1]`, passages: given };
  });
}

const NAMES = [
  'Jack Ma',
  'Ray Zhang',
  'Leon Xie',
  'AliExpress',
  'Alibaba',
  'Alipay',
  'Taobao',
  'Gartner',
  'Apple',
  'Amazon',
  'Seoul',
  'Lenovo',
  'Tencent',
  'Busan',
  'Coupang',
];
const MONTHS = ['January', 'February', 'March', 'May', 'July', 'November', 'December'];
const INVENTED = [
  'and its sales doubled',
  'and experts criticised the plan',
  'after the government had approved it',
  'and competitors went to court',
  'but customers complained',
];

/** Lies in English: another number, name, date or answer to yes or no, and clauses that nobody wrote. */
export function englishLies(passages: readonly Passage[]): Written[] {
  return englishSentences(passages).flatMap(({ text, passages: given }, index) => {
    const swap = (from: string, to: string): string => text.replace(from, to);
    const numbers = [...text.matchAll(/(?<![\d,.])\d[\d,]*(?![\d,.]*\])/gu)].flatMap(({ 0: digits }) => [
      swap(digits, String(Number(digits.replaceAll(',', '')) + 1)),
      swap(digits, `${digits}0`),
    ]);
    const scales = [
      /million/u.test(text) ? swap('million', 'billion') : '',
      /billion/u.test(text) ? swap('billion', 'million') : '',
      /\bwon\b/u.test(text) ? text.replace(/\bwon\b/u, 'dollars') : '',
    ];
    const names = NAMES.filter((name) => text.includes(name)).flatMap((name) =>
      [1, 4, 7, 12].map((step) => swap(name, NAMES[(NAMES.indexOf(name) + step) % NAMES.length]!)),
    );
    const months = MONTHS.filter((month) => new RegExp(`\\b${month}\\b`).test(text)).map((month) =>
      swap(month, MONTHS[(MONTHS.indexOf(month) + 2) % MONTHS.length]!),
    );
    const negated = [
      text.replace(/\b(is|are|was|were|will)\b(?! not)/u, '$1 not'),
      text.replace(/\b(held|signed|became|opened|hired|cut|removed|donated|grew|started|said)\b/u, 'never $1'),
      text.replace(/\b(not|never|no) /u, ''),
    ];
    const invented = [0, 2].map((step) => text.replace(/\. \[1\]$/u, `, ${INVENTED[(index + step) % INVENTED.length]!}. [1]`));
    const kinds = { number: numbers, scale: scales, name: names, date: months, negation: negated, invented };
    return Object.entries(kinds).flatMap(([kind, lies]) =>
      lies.filter((lie) => lie !== '' && lie !== text).map((lie) => ({ kind: `English: ${kind}`, text: lie, passages: given })),
    );
  });
}
