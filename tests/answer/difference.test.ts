import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/answer/extractive.ts';
import type { Hit } from '../../src/search/retriever.ts';
import { hitOf, retrievalOf } from '../support/hits.ts';

function dated(text: string, source: string, date: string | null, cosine = 0.93): Hit {
  const hit = hitOf(text, { source, cosines: [cosine], score: 3 });
  return { ...hit, chunk: { ...hit.chunk, article: { ...hit.chunk.article, date } } };
}

const extract = (question: string, ...hits: Hit[]) => examine(retrievalOf(question, hits)).extraction;
const QUESTION = '솔섬 등대 수리 비용은 얼마인가요?';
const OLD = dated('솔섬 등대의 수리 비용은 모두 3억 원이라고 시가 밝혔다.', 'old.md', '2023-12-06');
const NEW = dated('시의회는 솔섬 등대 수리 비용이 5억 원으로 늘었다고 전했다.', 'new.md', '2024-03-05', 0.92);

describe('two articles that give different values', () => {
  it('are both cited, the newer one first, and the difference is named', () => {
    const { citations, difference } = extract(QUESTION, OLD, NEW);
    expect(citations.map(({ number, source }) => [number, source])).toEqual([
      [1, 'new.md'],
      [2, 'old.md'],
    ]);
    expect(difference).toEqual({
      kind: 'number',
      values: [
        { citation: 1, value: '5억 원' },
        { citation: 2, value: '3억 원' },
      ],
    });
  });

  it('may also differ in a date', () => {
    const question = '솔섬 등대는 언제 다시 켜지나요?';
    const { difference } = extract(
      question,
      dated('솔섬 등대는 5월 3일 다시 켜진다고 시가 알렸다.', 'a.md', '2024-01-01'),
      dated('솔섬 등대는 수리가 늦어져 6월 10일 다시 켜진다.', 'b.md', '2024-02-01'),
    );
    expect(difference).toMatchObject({ kind: 'date', values: [{ value: '6월 10일' }, { value: '5월 3일' }] });
  });
});

describe('there is no difference', () => {
  it.each([
    ['when both give the same value in another form', '시의회는 솔섬 등대 수리 비용이 300,000,000원이라고 전했다.'],
    ['when the other speaks of something else', '시의회는 큰섬 등대 수리 비용이 5억 원이라고 전했다.'],
    ['when the other counts something else', '시의회는 솔섬 등대 수리 비용을 시민 5명이 냈다고 전했다.'],
    ['when the other gives two values', '솔섬 등대 수리 비용은 5억 원에서 7억 원 사이라고 한다.'],
  ])('%s', (_, other) => {
    expect(extract(QUESTION, OLD, dated(other, 'new.md', '2024-03-05', 0.92)).difference).toBeNull();
  });

  it('when the other sentence is further from the question', () => {
    const far = dated('시의회는 솔섬 등대 수리 비용이 5억 원으로 늘었다고 전했다.', 'new.md', '2024-03-05', 0.88);
    expect(extract(QUESTION, OLD, far).difference).toBeNull();
  });

  it('within one article', () => {
    const text = '솔섬 등대의 수리 비용은 3억 원이라고 시가 밝혔다. 솔섬 등대의 수리 비용은 5억 원으로 늘었다.';
    expect(extract(QUESTION, hitOf(text, { cosines: [0.93, 0.93], score: 3 })).difference).toBeNull();
  });

  it('when one date is only less exact', () => {
    const { difference } = extract(
      '솔섬 등대는 언제 다시 켜지나요?',
      dated('솔섬 등대는 2024년 5월 다시 켜진다고 시가 알렸다.', 'a.md', '2024-01-01'),
      dated('솔섬 등대는 5월 3일 다시 켜진다고 한다.', 'b.md', '2024-02-01'),
    );
    expect(difference).toBeNull();
  });

  it('when no number and no date is asked', () => {
    expect(extract('솔섬 등대 수리 비용은 누가 내나요?', OLD, NEW).difference).toBeNull();
  });
});

describe('a value', () => {
  it('always stands in the quote of its citation', () => {
    const amount = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom('억 원', '만 원', '원', '조 원', '명', ' ㎞', '％'),
    );
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const { citations, difference } = extract(
          QUESTION,
          dated(`솔섬 등대 수리 비용은 ${one.join('')}이라고 밝혔다.`, 'a.md', '2024-01-01'),
          dated(`솔섬 등대 수리 비용은 ${other.join('')}이라고 전했다.`, 'b.md', null),
        );
        for (const { citation, value } of difference?.values ?? [])
          expect(citations.find(({ number }) => number === citation)?.quote).toContain(value);
      }),
    );
  });
});
