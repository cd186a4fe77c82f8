import { expect, it } from 'vitest';
import { rankPassages } from '../../src/answer/passages.ts';
import { sentencesOf } from '../../src/answer/sentence.ts';
import { hitOf } from '../support/hits.ts';

const TEXTS = ['첫 등대는 섬에 있다. 불빛은 희다.', '둘째 등대는 곶에 있다. 불빛은 붉다.', '빵집은 일곱 시에 연다.'];
const HITS = TEXTS.map((text) => hitOf(text));
/** The sentences of the first two hits. */
const SENTENCES = sentencesOf(HITS.slice(0, 2));
const order = (probabilities: readonly number[]) =>
  rankPassages(
    HITS.map((hit) => [hit]),
    SENTENCES.map((sentence, index) => ({ sentence, probability: probabilities[index] ?? 0 })),
  ).map(([{ chunk, probability }]) => [TEXTS.indexOf(chunk.text), Number(probability.toFixed(6))]);

it('puts first the passage whose sentences together are the likeliest', () => {
  expect(order([0.4, 0.05, 0.3, 0.25])).toEqual([
    [1, 0.55],
    [0, 0.45],
    [2, 0],
  ]);
});

it('keeps the order of the search where nothing tells passages apart', () => {
  expect(order([0, 0, 0, 0]).map(([index]) => index)).toEqual([0, 1, 2]);
});

it('keeps a hit beside the one that it repeats', () => {
  const [first, second, third] = HITS;
  if (!first || !second || !third) throw new Error('Three hits are needed.');
  const likely = SENTENCES.map((sentence) => ({ sentence, probability: sentence.hit === second ? 0.4 : 0.1 }));
  const ranked = rankPassages([[first], [second, third]], likely);
  expect(ranked.flat().map(({ chunk, probability }) => [TEXTS.indexOf(chunk.text), probability])).toEqual([
    ...[
      [1, 0.8],
      [2, 0.8],
      [0, 0.2],
    ],
  ]);
});
