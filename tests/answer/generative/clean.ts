import { around, statementsOf, type Written } from './passages.ts';
import type { Passage } from '../../../src/answer/generative/source.ts';

/** The polite form in which a bot speaks: 했다 → 했습니다, 이다 → 입니다. */
export function polite(sentence: string): string | undefined {
  if (!/[가-힣]다\.$/u.test(sentence)) return undefined;
  return sentence.replace(/([가-힣])다\.$/u, (_, last: string) => {
    const offset = last.charCodeAt(0) - 0xac00;
    const final = offset % 28;
    if (last === '이') return '입니다.';
    if (final === 20 || last === '없' || last === '같') return `${last}습니다.`;
    if (last === '는') return '습니다.';
    if (final === 4) return `${String.fromCharCode(last.charCodeAt(0) - 4 + 17)}니다.`;
    if (final === 0) return `${last}입니다.`;
    return `${last}습니다.`;
  });
}

const TOPIC = /^((?:[^\s,]+ ){0,4}[^\s,]+(?:은|는)) /u;

/** The topic and the last clause. */
function shortened(sentence: string): string | undefined {
  const topic = TOPIC.exec(sentence)?.[1];
  const at = sentence.lastIndexOf(', ');
  if (topic === undefined || at < topic.length || !/(?:고|며|지만|으며)$/u.test(sentence.slice(0, at))) return undefined;
  const rest = sentence.slice(at + 2);
  if (TOPIC.test(rest) || rest.split(' ').length < 4) return undefined;
  return `${topic} ${rest}`;
}

/** The topic and the first clause, ended as a sentence. */
function firstClause(sentence: string): string | undefined {
  const match = /^(.{15,}?[가-힣])(했|였|었|았|됐|렸|혔|켰|웠|췄|졌)(?:고|으며|지만), /u.exec(sentence);
  return match ? `${match[1]}${match[2]}다.` : undefined;
}

/** The topic behind the first phrase that says when or where. */
function reordered(sentence: string): string | undefined {
  const match =
    /^((?:[^\s,]+ ){0,3}[^\s,]+(?:은|는)) (\d{4}년 \d{1,2}월(?: \d{1,2}일)?(?:부터|에)?|[^\s,]+ [^\s,]+에서(?:는)?|[^\s,]+에서) (.*)$/u.exec(
      sentence,
    );
  return match ? `${match[2]} ${match[1]} ${match[3]}` : undefined;
}

/** Other words for the same, by rule. */
function reworded(sentence: string): string | undefined {
  const other = sentence
    .replace(/(?:밝혔|말했|설명했|강조했|전했)다\.$/u, '덧붙였다.')
    .replace(/제품/gu, '상품')
    .replace(/방침이다\.$/u, '계획이다.')
    .replace(/지식재산권/u, '지적재산권')
    .replace(/최근/u, '요즘')
    .replace(/매우/u, '아주');
  return other === sentence ? undefined : other;
}

/** Numbers and dates as they are also written. */
function renumbered(sentence: string): string | undefined {
  const other = sentence
    .replace(/(\d{1,3})만 (\d{4})(?=개)/u, (_, tenThousands: string, rest: string) =>
      `${tenThousands}${rest}`.replace(/(\d{3})$/u, ',$1'),
    )
    .replace(/(\d)억 원/u, '$1억원')
    .replace(/(\d+)만 장/u, (_, count: string) => `${count}0000장`)
    .replace(/(\d)00만 명/u, '$1,000,000명')
    .replace(/(\d+)%/u, '$1퍼센트')
    .replace(/ (\d+)개/u, ' 총 $1개');
  return other === sentence ? undefined : other;
}

/** Without words that only describe. */
function plain(sentence: string): string | undefined {
  const other = sentence.replace(/(?<=\s)(?:매우|더욱|크게|아주|꾸준히|앞으로|특히|주요|다양한|여러|많은|이런|모두) /gu, '');
  return other === sentence ? undefined : other;
}

function attributed(sentence: string): string | undefined {
  return /^[가-힣]/u.test(sentence) ? `기사에 따르면 ${sentence}` : undefined;
}

const WAYS: Readonly<Record<string, (sentence: string) => string | undefined>> = {
  ...{
    verbatim: (sentence: string) => sentence,
    polite,
    shortened,
    firstClause,
    reordered,
    reworded,
    renumbered,
    plain,
    attributed,
  },
};

/** Sentences that hold, made from what the passages say: word for word, and in the ways in which an honest model retells. */
export function cleanSentences(passages: readonly Passage[]): Written[] {
  return passages.flatMap((passage, index) =>
    statementsOf(passage).flatMap((sentence) =>
      Object.entries(WAYS).flatMap(([kind, way]) => {
        const text = way(sentence);
        return text === undefined ? [] : [{ kind, text: `${text} [1]`, passages: around(passages, index) }];
      }),
    ),
  );
}
