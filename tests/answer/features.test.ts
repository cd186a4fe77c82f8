import { describe, expect, it } from 'vitest';
import { featureOf, featuresOf, type FEATURES } from '../../src/answer/features.ts';
import { sentencesOf } from '../../src/answer/sentence.ts';
import { hitOf, retrievalOf } from '../support/hits.ts';

/** One feature of each sentence of a text, for a question. */
function feature(name: (typeof FEATURES)[number], question: string, text: string): number[] {
  const retrieval = retrievalOf(question, [hitOf(text)]);
  return featuresOf(retrieval, sentencesOf(retrieval.hits)).map((row) => Number(featureOf(row, name).toFixed(3)));
}

const TEXT = '솔섬 등대 지기는 해마다 봄에 불빛을 고친다. 빵집은 일곱 시에 문을 연다.';

describe('what a sentence shares with the question', () => {
  it('is found however either side is spaced', () => {
    const [spaced = 0, other = 0] = feature('unspacedRecall', '솔섬 등대지기는 불빛을 고친다', TEXT);
    expect(spaced).toBeGreaterThan(0.7);
    expect(other).toBeLessThan(0.1);
    expect(feature('unspacedRecall', '솔섬등대지기는불빛을고친다', TEXT)[0]).toBe(spaced);
  });

  it('counts in the sentence before or after only what it does not share itself', () => {
    const question = '솔섬 등대 빵집';
    const [before = 0] = feature('nextGain', question, TEXT);
    const [, after = 0] = feature('previousGain', question, TEXT);
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(before);
    expect(feature('nextGain', question, '솔섬 등대 빵집이다. 솔섬 등대 빵집이다.')).toEqual([0, 0]);
  });

  it('is a word in another form, too', () => {
    expect(feature('beginnings', '고치던 불빛', '불빛을 고치며 켰다. 문을 열었다.')).toEqual([1, 0]);
    expect(feature('lastBeginnings', '문을 고치던 불빛', '불빛을 고치며 켰다. 문을 열었다.')).toEqual([1, 0]);
  });

  it('is not the beginning of a question without spaces: that is one word of many', () => {
    expect(feature('beginnings', '불빛을고친등대지기의이름', '불빛이 희다. 이름을 모른다.')).toEqual([0, 0]);
  });
});

describe('what the question quotes', () => {
  it('is looked for word for word, whatever marks and spaces', () => {
    const text = '"새 벽"은 이름이다. 새로 벽을 쌓았다. 벽이 새롭다.';
    expect(feature('quoted', "'새벽'은 무슨 뜻인가요?", text)).toEqual([1, 0, 0]);
    expect(feature('quoted', '새벽은 무슨 뜻인가요?', text)).toEqual([0, 0, 0]);
  });
});
