import { describe, expect, it } from 'vitest';
import { sharedCoverage, sharedShares } from '../../src/answer/across.ts';
import { sentencesOf } from '../../src/answer/sentence.ts';
import type { OtherNames } from '../../src/search/other-names.ts';
import type { Retrieval } from '../../src/search/retriever.ts';
import { hitOf, retrievalOf } from '../support/hits.ts';

const QUESTION = 'Where did Sol Han open a bakery in 2019?';
const NAMES: OtherNames[] = [
  { start: 10, end: 17, written: 'Sol Han', others: ['한솔'], isName: true },
  { start: 25, end: 31, written: 'bakery', others: ['빵집', '제과점'], isName: false },
];

function asked(text: string, question = QUESTION): Retrieval {
  return { ...retrievalOf(question, [hitOf(text, { title: '솔섬' })]), names: NAMES };
}

function recalls(text: string, question?: string): number[] {
  const retrieval = asked(text, question);
  return sharedShares(retrieval, sentencesOf(retrieval.hits)).map(({ recall }) => recall);
}

describe('what a question shares with a sentence in the other script', () => {
  it('is its names, its numbers and the meanings of its words', () => {
    const [all = 0, some = 0, none = 0] = recalls('한솔 씨는 2019년에 빵집을 열었다. 제과점은 희다. 바다가 보인다.');
    expect(all).toBe(1);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(none).toBe(0);
  });

  it('counts what stands beside the sentence or in the title separately', () => {
    const retrieval = asked('한솔 씨는 바다를 본다. 2019년에 열었다.');
    const [first, second] = sharedShares(retrieval, sentencesOf(retrieval.hits));
    expect(first?.gain).toBeGreaterThan(0);
    expect(second?.gain).toBeGreaterThan(0);
    expect((first?.recall ?? 0) + (first?.gain ?? 0)).toBeLessThan(1);
  });

  it('is nothing within one script', () => {
    expect(recalls('한솔 씨는 2019년에 빵집을 열었다.', '한솔 씨는 2019년에 어디에 빵집을 열었나요?')).toEqual([0]);
  });

  it('takes a word of one syllable only where it stands alone', () => {
    const names = [{ start: 10, end: 15, written: 'river', others: ['강'], isName: false }];
    const recall = (text: string): number => {
      const retrieval = { ...retrievalOf('Where is a river?', [hitOf(text)]), names };
      return sharedShares(retrieval, sentencesOf(retrieval.hits))[0]?.recall ?? 0;
    };
    expect(recall('강은 동쪽으로 흐른다.')).toBe(1);
    expect(recall('강연은 동쪽에서 열린다.')).toBe(0);
  });
});

describe('how much of a question a passage covers', () => {
  const covered = (text: string): number => {
    const retrieval = asked(text);
    const [sentence] = sentencesOf(retrieval.hits);
    if (!sentence) throw new Error('no sentence');
    return sharedCoverage(retrieval, sentence);
  };

  it('falls more with a missing name or number than with a missing word', () => {
    expect(covered('한솔 씨는 2019년에 빵집을 열었다.')).toBe(1);
    expect(covered('한솔 씨는 2019년에 문을 열었다.')).toBeGreaterThan(covered('누군가 2019년에 빵집을 열었다.'));
  });

  it('falls with a name that no article has', () => {
    const retrieval = { ...retrievalOf('Did Shirley open a bakery?', [hitOf('빵집이 열렸다.')]), names: NAMES.slice(1) };
    const [sentence] = sentencesOf(retrieval.hits);
    expect(sentence && sharedCoverage(retrieval, sentence)).toBeCloseTo(1 / 3);
  });
});
