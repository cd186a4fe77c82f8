import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSentences, type Wanted } from '../../src/answer/choose.ts';
import { sentencesOf } from '../../src/answer/sentence.ts';
import { hitOf } from '../support/hits.ts';

const choose = (given: Parameters<typeof chooseSentences>[0], wanted: Partial<Wanted> = {}) =>
  chooseSentences(given, { definition: false, several: false, ...wanted });

function ranked(lengths: readonly number[], probabilities: readonly number[]) {
  return rankedText(
    lengths.map((length, index) => `${String.fromCodePoint(0xac00 + 28 * index).repeat(Math.max(1, length - 2))}다.`).join('\n'),
    probabilities,
  );
}

function rankedText(text: string, probabilities: readonly number[]) {
  const sentences = sentencesOf([hitOf(text)]).filter(({ asks }) => !asks);
  return sentences
    .map((sentence, index) => ({ sentence, probability: probabilities[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

describe('the choice of sentences', () => {
  it('shows one sentence when it is likely enough', () => {
    expect(choose(ranked([30, 30, 30], [0.02, 0.95, 0.03]))).toHaveLength(1);
  });

  it('adds sentences until the answer is likely among them, at most three', () => {
    expect(choose(ranked([30, 30, 30, 30], [0.5, 0.45, 0.03, 0.02]))).toHaveLength(2);
    expect(choose(ranked([30, 30, 30, 30], [0.25, 0.25, 0.25, 0.25]))).toHaveLength(3);
  });

  it('adds no sentence that is unlikely itself', () => {
    expect(choose(ranked([30, 30, 30, 30], [0.88, 0.04, 0.039, 0.039]))).toHaveLength(2);
  });

  it('shows them in reading order', () => {
    const ordinals = choose(ranked([30, 30, 30], [0.2, 0.3, 0.5])).map(({ ordinal }) => ordinal);
    expect(ordinals).toEqual([0, 1, 2]);
  });

  it('shows the likeliest passage first', () => {
    const hits = ['첫 등대는 섬에 있고 불빛이 아주 희다고 한다.', '둘째 등대는 곶에 있고 불빛이 붉다고 한다.'].map((text) =>
      hitOf(text),
    );
    const [first, second] = sentencesOf(hits);
    if (!first || !second) throw new Error('Two sentences are needed.');
    const likely = [
      { sentence: second, probability: 0.6 },
      { sentence: first, probability: 0.4 },
    ];
    expect(choose(likely)).toEqual([second, first]);
  });

  it('leaves out a sentence that would make the answer too long, and takes a shorter one', () => {
    const ordinals = choose(ranked([350, 350, 40], [0.5, 0.3, 0.2])).map(({ ordinal }) => ordinal);
    expect(ordinals).toEqual([0, 2]);
  });

  it('takes along what follows a sentence too short to stand alone, within its paragraph', () => {
    const text = '모두 세 가지다. 결제와 물류와 교육이 그것이라고 그는 말했다.\n다음 날에는 다른 행사가 열려 많은 사람이 모였다.';
    expect(choose(rankedText(text, [0.95, 0.01, 0.04])).map(({ ordinal }) => ordinal)).toEqual([0, 1]);
    expect(choose(rankedText(text, [0.01, 0.95, 0.04])).map(({ ordinal }) => ordinal)).toEqual([1]);
    expect(
      choose(rankedText('짧은 문장이다.\n다음 날에는 다른 행사가 열렸다.', [0.95, 0.05])).map(({ ordinal }) => ordinal),
    ).toEqual([0]);
  });

  it('shows no sentence that says what another said, and takes the next one instead', () => {
    const text =
      '시는 올해 등대 다섯 곳을 새로 세운다고 밝혔다.\n시는 올해 등대 다섯 곳을 새로 세운다고 밝혔다고 한다.\n예산은 아직 정하지 않았다고 덧붙였다.';
    expect(choose(rankedText(text, [0.5, 0.3, 0.2])).map(({ ordinal }) => ordinal)).toEqual([0, 2]);
  });

  it('shows a sentence that holds a heading and says more', () => {
    const text = '연날리기 모임의 안내\n연날리기 모임의 안내에 따르면 모임은 매달 셋째 토요일에 강둑에서 만난다.';
    expect(choose(rankedText(text, [0.6, 0.4])).map(({ ordinal }) => ordinal)).toEqual([0, 1]);
  });

  it('keeps two sentences apart that differ in a number', () => {
    const text =
      '시는 올해 등대 12곳을 바닷가에 새로 세운다고 발표하며 밝혔다.\n시는 올해 등대 15곳을 바닷가에 새로 세운다고 발표하며 밝혔다.';
    expect(choose(rankedText(text, [0.5, 0.5]))).toHaveLength(2);
  });

  describe('when several things are asked', () => {
    const text = [
      '시는 등대를 옮기기로 했다고 오늘 오후에 공식적으로 발표했다.',
      '파도가 해마다 높아져 배가 위험해졌기 때문이다.',
      '또 관광객이 찾기 쉬운 곳이 필요하다는 요구도 있었다.',
      '이 밖에 낡은 전기 설비를 한꺼번에 바꾸려는 뜻도 담겼다.',
      '날씨는 맑았다.',
    ].join(' ');

    it('takes along what explains or goes on counting beside the best sentence', () => {
      const likely = [0.95, 0.01, 0.01, 0.01, 0.02];
      expect(choose(rankedText(text, likely), { several: true }).map(({ ordinal }) => ordinal)).toEqual([0, 1, 2]);
      expect(choose(rankedText(text, likely)).map(({ ordinal }) => ordinal)).toEqual([0]);
    });

    it('leaves no gap before what goes on counting', () => {
      const list =
        '시는 주민을 여러 가지 방법으로 오래도록 도왔다고 밝혔다. 세금을 낼 날짜를 미뤄 주고 이자도 낮췄다. 또한 시장에서 쓸 표를 나눠 주었다.';
      expect(choose(rankedText(list, [0.98, 0.01, 0.01]), { several: true }).map(({ ordinal }) => ordinal)).toEqual([0, 1, 2]);
    });

    it('shows up to four', () => {
      expect(choose(rankedText(text, [0.4, 0.3, 0.1, 0.1, 0.1]), { several: true })).toHaveLength(4);
      expect(choose(rankedText(text, [0.4, 0.3, 0.1, 0.1, 0.1]))).toHaveLength(3);
    });
  });

  it('takes along what follows the beginning of an answer in an interview', () => {
    const text =
      '-한국에서 무엇을 할 건가.\n▲우리는 여러 가지 일을 한꺼번에 하려고 오래 준비했다. 첫째는 결제다. 둘째는 물류다. 셋째는 교육이다.';
    expect(choose(rankedText(text, [0.95, 0.02, 0.02, 0.01])).map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
  });

  it('never shows more than 600 characters beyond a first sentence, and always shows one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 3, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 8,
        }),
        (rows) => {
          const chosen = choose(
            ranked(
              rows.map(([length]) => length),
              rows.map(([, probability]) => probability),
            ),
          );
          const characters = chosen.reduce((sum, { text }) => sum + text.length, 0);
          expect(chosen.length).toBeGreaterThan(0);
          expect(chosen.length === 1 || characters <= 600).toBe(true);
        },
      ),
    );
  });
});
