import { describe, expect, it } from 'vitest';
import { examine } from '../../src/answer/extractive.ts';
import { sentencesOf } from '../../src/answer/sentence.ts';
import { hitOf, retrievalOf } from '../support/hits.ts';

const MASCOT = '대회는 1월 19일에 열린다. 대회 마스코트의 이름은 ‘뭉초’다. 입장권은 현장에서 판다.';

describe('an extractive answer', () => {
  it('cites the sentence that holds the answer, as it stands in the article', () => {
    const { extraction } = examine(
      retrievalOf('대회 마스코트의 이름은 무엇인가요?', [hitOf(MASCOT, { cosines: [0.8, 0.93, 0.78] })]),
    );
    expect(extraction.kind).toBe('answered');
    for (const { quote, start, end } of extraction.citations) expect(MASCOT.slice(start, end)).toBe(quote);
    expect(extraction.citations.map(({ quote }) => quote).join(' ')).toContain('‘뭉초’다.');
  });

  it('works without an embedding model', () => {
    const { extraction } = examine(retrievalOf('대회 마스코트의 이름은 무엇인가요?', [hitOf(MASCOT)]));
    expect(extraction.citations[0]?.quote).toContain('뭉초');
  });

  it('refuses with the nearest articles when nothing of the question stands in the articles', () => {
    const hit = hitOf(MASCOT, { source: 'sports/games.md', title: '대회 소식', score: 0.2, cosines: [0.74, 0.75, 0.73] });
    const { extraction } = examine(retrievalOf('비트코인 가격 전망은 어때?', [hit]));
    expect(extraction).toMatchObject({ kind: 'unanswered', reason: 'not-in-articles', citations: [] });
    expect(extraction.nearest.map(({ number, source, title }) => ({ number, source, title }))).toEqual([
      { number: 1, source: 'sports/games.md', title: '대회 소식' },
    ]);
  });

  it('warns, however well the rest fits, when no article has a letter of what the question is about', () => {
    const kindFor = (question: string): string => {
      const retrieval = retrievalOf(question, [hitOf(MASCOT, { cosines: [0.8, 0.93, 0.78] })]);
      const idf = new Map([...retrieval.idf.keys()].map((term) => [term, MASCOT.includes(term.replace('=', '')) ? 1 : 7]));
      const archive = { dates: null, allDated: false, unknownWeight: 7 };
      return examine({ ...retrieval, idf }, { archive }).extraction.kind;
    };
    expect(kindFor('대회 마스코트의 이름은 무엇인가요?')).toBe('answered');
    expect(kindFor('쿼카섬 대회 마스코트의 이름은 무엇인가요?')).toBe('unsure');
  });

  it('refuses when there is nothing to search', () => {
    expect(examine(retrievalOf('질문', [])).extraction).toMatchObject({ kind: 'unanswered', citations: [], nearest: [] });
  });

  it('quotes neighbouring sentences of a paragraph as one passage and others each by itself', () => {
    const text = '알파 상의 상금은 100만 원이다. 베타 상의 상금은 50만 원이다. 날씨는 맑았다. 감마 상의 상금은 10만 원이다.';
    const { extraction } = examine(
      retrievalOf('알파 베타 감마 상의 상금은 얼마인가요?', [hitOf(text, { cosines: [0.9, 0.9, 0.7, 0.9] })]),
    );
    expect(extraction.citations.map(({ number, quote }) => [number, quote])).toEqual([
      [1, '알파 상의 상금은 100만 원이다. 베타 상의 상금은 50만 원이다.'],
      [2, '감마 상의 상금은 10만 원이다.'],
    ]);
  });

  it('gives the most probable sentence of each nearest article, as it stands there', () => {
    const other = '날씨는 맑았다. 시장이 인사했다.';
    const hits = [
      hitOf(MASCOT, { source: 'a.md', cosines: [0.6, 0.75, 0.5] }),
      hitOf(other, { source: 'b.md', cosines: [0.4, 0.5] }),
    ];
    const { nearest } = examine(retrievalOf('비트코인 마스코트 이름의 가격 전망은 어때?', hits)).extraction;
    expect(nearest.map(({ number, source, quote }) => [number, source, quote])).toEqual([
      [1, 'a.md', '대회 마스코트의 이름은 ‘뭉초’다.'],
      [2, 'b.md', expect.stringMatching(/날씨|시장/)],
    ]);
    expect(MASCOT.slice(nearest[0]?.start, nearest[0]?.end)).toBe(nearest[0]?.quote);
  });

  it('gives the first sentence of a near article that only asks', () => {
    const hits = [hitOf('왜 왔나?', { source: 'a.md' })];
    expect(examine(retrievalOf('왜?', hits)).extraction.nearest.map(({ quote }) => quote)).toEqual(['왜 왔나?']);
  });

  it('names each nearest article once', () => {
    const hits = [
      hitOf('가나다 라마바.', { source: 'a.md' }),
      hitOf('사아자 차카타.', { source: 'a.md' }),
      hitOf('파하.', { source: 'b.md' }),
    ];
    expect(examine(retrievalOf('전혀 다른 질문', hits)).extraction.nearest.map(({ source }) => source)).toEqual(['a.md', 'b.md']);
  });
});

describe('a question what a thing is', () => {
  const text = [
    '코리안페이 구상 공개',
    "회장은 '코리안페이'를 만들겠다고 밝혔다. 한국에 맞춘 결제 서비스라는 설명이다.",
    '코리안페이가 나오면 코리안페이를 쓰는 가게가 늘 것이라고 코리안페이 담당자는 내다봤다.',
  ].join('\n');

  it('is answered with the sentence that first names it, not with a headline, and with the one that follows', () => {
    const { extraction } = examine(retrievalOf('코리안페이는 무엇인가요?', [hitOf(text, { cosines: [0.9, 0.89, 0.88, 0.9] })]));
    expect(extraction.citations.map(({ quote }) => quote)).toContain(
      "회장은 '코리안페이'를 만들겠다고 밝혔다. 한국에 맞춘 결제 서비스라는 설명이다.",
    );
  });
});

describe('an interview', () => {
  const interview = '-한국에서는 구체적으로 무엇을 할 건가.\n▲세 가지를 할 거다. 결제와 물류와 교육이다. 오늘은 날씨가 좋다.';

  it('is never answered with the question that the interviewer asked', () => {
    const { ranked } = examine(
      retrievalOf('한국에서는 구체적으로 무엇을 할 건가요?', [hitOf(interview, { cosines: [0.99, 0.85, 0.85, 0.7] })]),
    );
    expect(ranked.map(({ sentence }) => sentence.text)).not.toContain('-한국에서는 구체적으로 무엇을 할 건가.');
  });

  it('lends the words of the question to the first two sentences of the answer', () => {
    const { ranked } = examine(
      retrievalOf('한국에서는 구체적으로 무엇을 할 건가요?', [hitOf(interview, { cosines: [0.9, 0.8, 0.8, 0.8] })]),
    );
    expect(ranked[2]?.sentence.text).toBe('오늘은 날씨가 좋다.');
  });

  it('does not lend them to the third sentence', () => {
    const [first, second, third] = sentencesOf([hitOf(interview)]).filter(({ asks }) => !asks);
    expect([first, second, third].map((sentence) => sentence?.compact.includes('구체적으로'))).toEqual([true, true, false]);
  });

  it('keeps a paragraph that merely ends in a question', () => {
    const text = '대회가 열렸다. 관중이 많이 왔다. 내년에는 어떨까?';
    const { ranked } = examine(retrievalOf('내년에는 어떨까요?', [hitOf(text, { cosines: [0.8, 0.8, 0.9] })]));
    expect(ranked).toHaveLength(3);
  });
});
