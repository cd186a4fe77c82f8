import { describe, expect, it } from 'vitest';
import { passageOf, type PassageRequest } from '../../src/answer/passage.ts';
import type { IndexedChunk } from '../../src/search/index-port.ts';
import { hashQuote } from '../../src/text/quote-hash.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { hitOf } from '../support/hits.ts';

const { article } = hitOf('x').chunk;

/** The chunks of an article, one a text, as an index gives them: their keys follow from their texts. */
function chunksOf(...texts: string[]): IndexedChunk[] {
  let start = 0;
  return texts.map((text, id) => {
    const sentences = splitSentences(text).map((span) => ({ start: start + span.start, end: start + span.end }));
    const chunk = { id, key: hashQuote(text), article, text, start, end: start + text.length, headings: [], sentences };
    start = chunk.end + 1;
    return chunk;
  });
}

/** A citation of a quote as it stands in these chunks. */
function citing(chunks: readonly IndexedChunk[], quote: string): NonNullable<PassageRequest['citation']> {
  const chunk = chunks.find(({ text }) => text.includes(quote))!;
  const start = chunk.start + chunk.text.indexOf(quote);
  return { chunk: chunk.key, start, end: start + quote.length, quoteHash: hashQuote(quote) };
}

const TEXTS = ['등대가 켜졌다. 배가 돌아왔다.', '빵이 익었다. 모두 먹었다.', '비가 왔다. 강이 불었다.'];
const QUOTE = '모두 먹었다.';
const before = chunksOf(...TEXTS);
const citation = citing(before, QUOTE);
const open = (chunks: readonly IndexedChunk[], step = 0) => {
  const passage = passageOf(chunks, { source: 'a.md', citation, step });
  if (!passage) return undefined;
  const { number, text, quote, state } = passage;
  return { number, quote: quote && text.slice(quote.start, quote.end), state };
};

describe('the passage of a citation', () => {
  it('is its chunk, with the quote in it', () => {
    const passage = passageOf(before, { source: 'a.md', citation, step: 0 });
    expect(passage).toEqual({
      ...{ article, number: 2, of: 3, text: TEXTS[1], state: 'same' },
      quote: { start: TEXTS[1]!.indexOf(QUOTE), end: TEXTS[1]!.length },
    });
  });

  it('has neighbours, which are plain', () => {
    expect([-1, 1].map((step) => open(before, step))).toEqual([
      { number: 1, quote: null, state: 'plain' },
      { number: 3, quote: null, state: 'plain' },
    ]);
  });

  it.each([
    [-100, 1],
    [100, 3],
  ])('has none before the first and after the last: %d', (step, number) => {
    expect(open(before, step)?.number).toBe(number);
  });

  it('is still its own when there is no other to go to', () => {
    expect(open(chunksOf(TEXTS[1]!), 1)).toEqual({ number: 1, quote: QUOTE, state: 'same' });
  });

  it('shows the cited one of two quotes of the same words', () => {
    const chunks = chunksOf('비가 왔다. 해가 떴다. 비가 왔다.');
    const start = chunks[0]!.text.lastIndexOf('비가');
    const second = { ...citing(chunks, '비가 왔다.'), start, end: start + 6 };
    expect(passageOf(chunks, { source: 'a.md', citation: second, step: 0 })?.quote?.start).toBe(start);
  });
});

describe('after the article was indexed again, the passage of a citation', () => {
  it('is found when its chunk moved', () => {
    expect(open(chunksOf('새 머리말이 생겼다.', ...TEXTS))).toEqual({ number: 3, quote: QUOTE, state: 'same' });
  });

  it('is found in a chunk that moved to where its sentences are not told apart as before', () => {
    const moved = chunksOf('새 머리말이 생겼다.', ...TEXTS).map((chunk) => ({ ...chunk, sentences: [] }));
    expect(open(moved)).toEqual({ number: 3, quote: QUOTE, state: 'same' });
  });

  it('is found when its chunk was changed around it', () => {
    expect(open(chunksOf(TEXTS[0]!, '빵이 잘 익었다. 모두 먹었다.', TEXTS[2]!))).toEqual({
      ...{ number: 2, quote: QUOTE, state: 'same' },
    });
  });

  it('is found when the article was divided otherwise', () => {
    expect(open(chunksOf(`${TEXTS[0]!} 빵이 익었다.`, `모두 먹었다. ${TEXTS[2]!}`))).toEqual({
      ...{ number: 2, quote: QUOTE, state: 'same' },
    });
  });

  it('is the nearest one, without a quote, when its words are gone', () => {
    expect(open(chunksOf(TEXTS[0]!, '빵이 탔다. 아무도 먹지 않았다.', TEXTS[2]!))).toEqual({
      ...{ number: 2, quote: null, state: 'changed' },
    });
    expect(open(chunksOf('짧다.'))).toEqual({ number: 1, quote: null, state: 'changed' });
  });

  it('does not take other words of the same place for the quote', () => {
    expect(open(chunksOf(TEXTS[0]!, '빵이 익었다. 다시 구웠다.', TEXTS[2]!))?.quote).toBeNull();
  });

  it('is none when the article is gone', () => {
    expect(open([])).toBeUndefined();
  });
});

describe('a passage without a citation', () => {
  it('is counted from the first, and plain', () => {
    const numbers = [0, 1, 9].map((step) => passageOf(before, { source: 'a.md', step }));
    expect(numbers.map((passage) => [passage?.number, passage?.state, passage?.quote])).toEqual([
      [1, 'plain', null],
      [2, 'plain', null],
      [3, 'plain', null],
    ]);
  });
});

describe('a citation that makes no sense', () => {
  it.each([
    [{ start: 9, end: 5 }],
    [{ start: -50, end: -40 }],
    [{ start: 5, end: 5 }],
    [{ start: 0, end: 1e9 }],
    [{ quoteHash: '' }],
  ])('shows a passage without a quote: %j', (wrong) => {
    const passage = passageOf(before, { source: 'a.md', citation: { ...citation, ...wrong }, step: 0 });
    expect(passage).toMatchObject({ quote: null, state: 'changed' });
  });
});
