import { describe, expect, it } from 'vitest';
import { confidence, levelOf } from '../../src/answer/confidence.ts';
import { featuresOf } from '../../src/answer/features.ts';
import { sentencesOf } from '../../src/answer/sentence.ts';
import { signalsOf } from '../../src/answer/signals.ts';
import type { OtherNames } from '../../src/search/other-names.ts';
import type { Retrieval } from '../../src/search/retriever.ts';
import { hitOf, retrievalOf } from '../support/hits.ts';

function score(question: string, text: string, cosine: number | undefined, probability = 0.9): number {
  const hit = hitOf(text, cosine === undefined ? {} : { cosines: [cosine] });
  return confidenceOf(retrievalOf(question, [hit]), probability);
}

/** Of the first sentence, as if it had this probability. */
function confidenceOf(retrieval: Retrieval, probability: number): number {
  const sentences = sentencesOf(retrieval.hits);
  const [sentence] = sentences;
  const [features] = featuresOf(retrieval, sentences);
  if (!sentence || !features) throw new Error('no sentence');
  return confidence(retrieval, sentence, signalsOf(retrieval, { sentence, features, probability }));
}

const TEXT = '알리바바는 2017년 1월 국제올림픽위원회와 12년간의 후원 계약을 맺었다.';

describe('the confidence of an answer', () => {
  it('is high when the question stands in the sentence and its meaning is near', () => {
    expect(levelOf(score('알리바바는 국제올림픽위원회와 언제 후원 계약을 맺었나요?', TEXT, 0.93))).toBe('answered');
  });

  it('is low when neither words nor meaning fit', () => {
    expect(levelOf(score('오늘 서울 날씨 알려줘', TEXT, 0.76))).toBe('unanswered');
  });

  it('falls when a number of the question is missing from the passage', () => {
    const asked = (year: string) => score(`알리바바는 ${year}년 국제올림픽위원회와 어떤 계약을 맺었나요?`, TEXT, 0.92);
    expect(asked('2017') - asked('2002')).toBeGreaterThan(1);
  });

  it('falls when a count is asked and the passage holds none', () => {
    const without = '알리바바는 국제올림픽위원회와 후원 계약을 맺은 뒤 직원을 늘렸다.';
    const withCount = '알리바바는 국제올림픽위원회와 후원 계약을 맺은 뒤 직원 30명을 늘렸다.';
    const question = '알리바바는 후원 계약을 맺은 뒤 직원을 몇 명 늘렸나요?';
    expect(score(question, withCount, 0.9)).toBeGreaterThan(score(question, without, 0.9) + 0.5);
  });

  it('falls when a date is asked and the passage holds none', () => {
    const question = '알리바바는 언제 후원 계약을 맺었나요?';
    expect(score(question, TEXT, 0.9)).toBeGreaterThan(score(question, '알리바바는 후원 계약을 맺었다.', 0.9));
  });

  it('falls when an amount is asked and the passage holds no money', () => {
    const question = '알리바바의 투자 금액은 얼마인가요?';
    expect(score(question, '알리바바의 투자 금액은 100억 원이다.', 0.9)).toBeGreaterThan(
      score(question, '알리바바의 투자 금액은 크다.', 0.9) + 1.5,
    );
  });

  it('falls when another passage fits as well: then neither stands out', () => {
    const asked = (other: number) => {
      const hits = [hitOf(TEXT, { cosines: [0.9], score: 3 }), hitOf('다른 회사 이야기다.', { source: 'b.md', score: other })];
      return confidenceOf(retrievalOf('알리바바는 언제 후원 계약을 맺었나요?', hits), 0.9);
    };
    expect(asked(2.5) - asked(2.9)).toBeGreaterThan(0.5);
  });

  it('does not rise because there is no other passage to compare with', () => {
    expect(score('오늘 서울 날씨 알려줘', '서울에서 대회가 열렸다.', 0.8, 1)).toBeLessThan(0);
  });

  it('rests on meaning and shared names between languages', () => {
    const asked = (question: string, cosine: number, names: OtherNames[], probability = 0.9): number =>
      confidenceOf({ ...retrievalOf(question, [hitOf(TEXT, { cosines: [cosine] })]), names }, probability);
    const named = (written: string, others: string[]): OtherNames[] => [{ start: 0, end: 1, written, others, isName: true }];
    const question = 'When did Alibaba sign a sponsorship contract?';
    expect(levelOf(asked(question, 0.86, named('Alibaba', ['알리바바'])))).toBe('answered');
    expect(asked(question, 0.86, named('Alibaba', ['알리오']))).toBeLessThan(
      asked(question, 0.86, named('Alibaba', ['알리바바'])) - 1,
    );
    expect(levelOf(asked('What is the capital of Mongolia?', 0.75, named('Mongolia', ['몽골']), 0.3))).toBe('unanswered');
  });

  it('works without an embedding model', () => {
    expect(levelOf(score('알리바바는 국제올림픽위원회와 언제 후원 계약을 맺었나요?', TEXT, undefined))).toBe('answered');
    expect(levelOf(score('비트코인 가격 전망은 어때?', TEXT, undefined, 0.3))).toBe('unanswered');
  });
});
