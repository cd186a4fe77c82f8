import { around, statementsOf, type Written } from './passages.ts';
import type { Passage } from '../../../src/answer/generative/source.ts';

type Lie = (sentence: string, passage: Passage, passages: readonly Passage[]) => string[];

/** Each number changed by itself: one more, ten times as much, two digits exchanged. */
const number: Lie = (sentence) =>
  [...sentence.matchAll(/(?<![\d.])\d[\d,]*(?!\.\d)/gu)].flatMap(({ 0: digits, index }) => {
    const value = Number(digits.replaceAll(',', ''));
    const turned = digits.replace(/^(\d)(\d)/u, '$2$1');
    return [String(value + 1), `${digits}0`, turned]
      .filter((other) => other !== digits && Number(other) !== value)
      .map((other) => sentence.slice(0, index) + other + sentence.slice(index + digits.length));
  });

/** Each number replaced by another one of the same passage. */
const numberOfPassage: Lie = (sentence, { text }) => {
  const others = [...new Set(text.match(/\d[\d,]*/gu) ?? [])];
  return [...sentence.matchAll(/\d[\d,]*/gu)].flatMap(({ 0: digits, index }) =>
    others
      .filter((other) => other !== digits)
      .slice(0, 4)
      .map((other) => sentence.slice(0, index) + other + sentence.slice(index + digits.length)),
  );
};

const unit: Lie = (sentence) =>
  (
    [
      [/만(?= ?[장명개])/u, '억'],
      [/억(?= ?[원개명])/u, '조'],
      [/(?<=[\d억만조] ?)원(?=을|의|,| )/u, '달러'],
      [/달러/u, '원'],
      [/%/u, '배'],
      [/(?<=\d)명/u, '곳'],
      [/(?<=\d)개국/u, '개 도시'],
      [/(?<=\d)월/u, '년'],
      [/(?<=년간|년 동안)/u, ' 매년'],
    ] as const
  ).flatMap(([pattern, other]) => (pattern.test(sentence) ? [sentence.replace(pattern, other)] : []));

const date: Lie = (sentence) =>
  (
    [
      [/(\d{4})년/u, (year: string) => `${Number(year) - 1}년`],
      [/(\d{1,2})월/u, (month: string) => `${(Number(month) % 12) + 1}월`],
      [/(\d{1,2})일/u, (day: string) => `${(Number(day) % 28) + 1}일`],
      [/(\d{4})년/u, (year: string) => `${Number(year) + 10}년`],
    ] as const
  ).flatMap(([pattern, other]) => {
    const match = pattern.exec(sentence);
    return match ? [sentence.replace(pattern, other(match[1] ?? ''))] : [];
  });

/** The form of a particle that the word before it wants. */
function withParticles(sentence: string): string {
  return sentence.replace(/([가-힣]{2,})(은|는|이|가|을|를|과|와)(?=[\s,])/gu, (all, before: string, particle: string) => {
    const isClosed = (before.charCodeAt(before.length - 1) - 0xac00) % 28 > 0;
    const pair = ['은는', '이가', '을를', '과와'].find((each) => each.includes(particle)) ?? '은는';
    return CHANGED.test(before) ? before + pair.charAt(isClosed ? 0 : 1) : all;
  });
}

const CHANGED =
  /(?:레이 장|씨에|한송이|마동석|임현준|둥번훙|마윈|코틀러|알리익스프레스|알리바바|마이뱅크|타오바오|티몰|라자다|알리페이|코리안페이|쿠팡|애플|아마존|가트너|레노버|평창|강원|서울|한국|중국|일본|대만)$/u;

const NAMES =
  /레이 장|리온 씨에|한송이|마동석|임현준|둥번훙|마윈|필립 코틀러|알리익스프레스|알리바바|마이뱅크|타오바오|티몰|라자다|알리페이|코리안페이|쿠팡|애플|아마존|가트너|레노버|평창|강원|서울|한국|중국|일본|대만/gu;

/** Each name replaced by other names, of the same passage first. */
const name: Lie = (sentence, { text }, passages) => {
  const here = [...new Set(text.match(NAMES) ?? [])];
  const elsewhere = [...new Set(passages.flatMap((passage) => passage.text.match(NAMES) ?? []))];
  return [...sentence.matchAll(NAMES)].slice(0, 3).flatMap(({ 0: own, index }) =>
    [...here, ...elsewhere]
      .filter((other) => !sentence.includes(other) && !own.includes(other) && !other.includes(own))
      .slice(0, 4)
      .map((other) => sentence.slice(0, index) + other + sentence.slice(index + own.length)),
  );
};

/** Two names of one sentence exchanged. */
const exchanged: Lie = (sentence) => {
  const names = [...new Set(sentence.match(NAMES) ?? [])];
  const [first, second] = names;
  if (first === undefined || second === undefined || first.includes(second) || second.includes(first)) return [];
  return [sentence.replaceAll(first, '\u0000').replaceAll(second, first).replaceAll('\u0000', second)];
};

const negation: Lie = (sentence) =>
  (
    [
      [/했다\.$/u, '하지 않았다.'],
      [/한다\.$/u, '하지 않는다.'],
      [/됐다\.$/u, '되지 않았다.'],
      [/된다\.$/u, '되지 않는다.'],
      [/있다\.$/u, '있지 않다.'],
      [/([가-힣])이다\.$/u, '$1은 아니다.'],
      [/([줄늘올열렸])였다\.$/u, '$1이지 않았다.'],
      [/없다\.$/u, '있다.'],
      [/(?<!뿐 )아니(?:라|며|다)/u, '맞으며'],
      [/지 않(?:았|는)다\.$/u, '게 된다.'],
      [/([가-힣]+)했다\.$/u, '안 $1했다.'],
      [/했으며/u, '하지 않았으며'],
      [/하고(?=,| )/u, '하지 않고'],
    ] as const
  ).flatMap(([pattern, other]) => (pattern.test(sentence) ? [sentence.replace(pattern, other)] : []));

const TOPIC = /^((?:[^\s,]+ ){0,4}[^\s,]+(?:은|는)) (.*)$/u;

/** The topic of one sentence with what another sentence says of something else. */
const mixed: Lie = (sentence, passage, passages) => {
  const topic = TOPIC.exec(sentence)?.[1];
  if (topic === undefined) return [];
  const [own = ''] = /[^\s]+(?=은$|는$)/u.exec(topic) ?? [];
  return [passage, passages[3]!, passages[5]!]
    .flatMap(statementsOf)
    .flatMap((other) => {
      const match = TOPIC.exec(other);
      if (
        !match ||
        other.includes(own) ||
        (match[1]!.match(NAMES) ?? []).some((each) => topic.includes(each)) ||
        /^(?:이|그|이런|이 )/u.test(match[1]!)
      )
        return [];
      return [`${topic} ${match[2]!}`];
    })
    .slice(0, 3);
};

const INVENTED = [
  '매출도 두 배로 늘었다',
  '업계의 거센 비판을 받았다',
  '정부의 승인을 얻었다',
  '경쟁사를 모두 앞질렀다',
  '직원 대부분을 해고했다',
  '주가가 크게 올랐다',
  '소비자 단체가 소송을 냈다',
  '전문가들은 실패를 점쳤다',
];

/** Something that no article says, behind what one says. */
const invented: Lie = (sentence) => {
  const clauses = Array.from(sentence).reduce((sum, character) => sum + character.charCodeAt(0), 0);
  const [one = '', two = ''] = [INVENTED[clauses % INVENTED.length], INVENTED[(clauses + 3) % INVENTED.length]];
  return [
    sentence.replace(/다\.$/u, `고, ${one}.`),
    `${one}고, ${sentence}`,
    `${sentence.replace(/\.$/u, '')}. ${two}.`.replace('. ', ' 그리고 '),
  ];
};

const PREDICATES = [
  '취소했다.',
  '중단했다.',
  '거부했다.',
  '실패했다.',
  '인수했다.',
  '줄였다.',
  '판매했다.',
  '비판했다.',
  '완료했다.',
  '사과했다.',
];

const predicate: Lie = (sentence) => {
  const at = sentence.lastIndexOf(' ');
  const seed = sentence.length;
  return [0, 4]
    .map((step) => PREDICATES[(seed + step) % PREDICATES.length]!)
    .filter((other) => !sentence.includes(other.slice(0, 2)))
    .map((other) => `${sentence.slice(0, at)} ${other}`);
};

/** Plans told as facts. */
const certain: Lie = (sentence) =>
  (
    [
      [/할 (?:계획|예정|방침)이다\.$/u, '했다.'],
      [/하는 방안(?:도|을)? (?:검토하고 있다|고려 대상이라고 답했다)\.$/u, '했다.'],
      [/([가-힣]+)(?:하고|하려고) (?:싶다는 뜻도 밝혔다|한다)\.$/u, '$1했다.'],
      [/하려 한다(?:고 강조했다)?\.$/u, '했다.'],
      [/하기를 바란다고 말했다\.$/u, '했다.'],
    ] as const
  ).flatMap(([pattern, other]) => (pattern.test(sentence) ? [sentence.replace(pattern, other)] : []));

/** Who does what to whom, the wrong way round. */
const roles: Lie = (sentence) => {
  const match = /^((?:[^\s,]+ ){0,2})([가-힣]+)(은|는|이|가) (.*? )?([가-힣]{2,})(을|를|와|과|에게) (.*)$/u.exec(sentence);
  if (!match) return [];
  const [, lead = '', one = '', first = '', between = '', two = '', second = '', rest = ''] = match;
  const josa = (word: string, pair: string): string =>
    word + pair.charAt((word.charCodeAt(word.length - 1) - 0xac00) % 28 > 0 ? 0 : 1);
  const pairOf = (particle: string): string =>
    ['은는', '이가', '을를', '과와'].find((each) => each.includes(particle)) ?? `${particle}${particle}`;
  return one === two || rest.includes(one) || /[하말]$/u.test(two)
    ? []
    : [`${lead}${josa(two, pairOf(first))} ${between}${josa(one, pairOf(second))} ${rest}`];
};

const LIES: Readonly<Record<string, Lie>> = {
  ...{ number, numberOfPassage, unit, date, name, exchanged, negation, mixed, invented, predicate, certain, roles },
};

const MARKERS: readonly [string, string][] = [
  ...[
    '',
    '[0]',
    '[9]',
    '[-1]',
    '[1][9]',
    '[0][1]',
    '[1.5]',
    '[one]',
    '(1)',
    '[1',
    '1]',
    '[２',
    '[^1]',
    '[1-9]',
    '[99999999999999999999]',
  ].map((marker): [string, string] => ['marker', marker]),
  ['foreign', '[2]'],
  ['foreign', '[3]'],
  ['foreign', '[5]'],
];

/** Sentences that do not hold, made from what the passages say. */
export function lyingSentences(passages: readonly Passage[]): Written[] {
  return passages.flatMap((passage, index) => {
    const given = around(passages, index);
    return statementsOf(passage).flatMap((sentence, place) => [
      ...Object.entries(LIES).flatMap(([kind, lie]) =>
        (!/[가-힣]{4}/u.test(sentence) && kind !== 'number' ? [] : lie(sentence, passage, passages)).map((text) => ({
          kind,
          text: `${withParticles(text)} [1]`,
          passages: given,
        })),
      ),
      ...MARKERS.filter((_, number) => number % 5 === place % 5).map(([kind, marker]) => ({
        ...{ kind, text: `${sentence} ${marker}`, passages: given },
      })),
    ]);
  });
}
