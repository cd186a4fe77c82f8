import { describe, expect, it } from 'vitest';
import { examine } from '../../src/answer/extractive.ts';
import { hitOf, retrievalOf } from '../support/hits.ts';

const QUESTION = '솔섬 등대는 언제 다시 켜졌나요?';
const WIRE =
  '솔섬 등대는 지난 5월 3일 밤 여덟 시에 주민들이 지켜보는 가운데 다시 켜졌다. 시장은 등대가 마을의 자랑이라고 말했다. 배를 타는 이들은 한밤에도 길을 잃지 않게 됐다며 크게 반겼다.';
const wire = (source: string, text: string, score: number) =>
  hitOf(text, { source, title: `${source} 기사`, cosines: [0.93, 0.8, 0.7], score });

describe('the same words in several articles', () => {
  it('are cited once, with the other places', () => {
    const hits = [wire('a.md', WIRE, 3), wire('b.md', `${WIRE} `, 2.9), wire('c.md', WIRE.replace('자랑', '보배'), 2.8)];
    const { citations } = examine(retrievalOf(QUESTION, hits)).extraction;
    expect(citations.map(({ source }) => source)).toEqual(['a.md']);
    expect(citations[0]?.also.map(({ source, title }) => [source, title])).toEqual([
      ['b.md', 'b.md 기사'],
      ['c.md', 'c.md 기사'],
    ]);
  });

  it('are also those of articles with the very same passage', () => {
    const hit = wire('a.md', WIRE, 3);
    const twin = { ...hit.chunk.article, source: 'twin.md' };
    const { citations } = examine(retrievalOf(QUESTION, [{ ...hit, twins: [twin] }])).extraction;
    expect(citations[0]?.also.map(({ source }) => source)).toEqual(['twin.md']);
  });

  it('are not claimed of an article that says it otherwise', () => {
    const hits = [wire('a.md', WIRE, 3), wire('b.md', WIRE.replace('주민들이', '사람들이'), 2.9)];
    const { citations } = examine(retrievalOf(QUESTION, hits)).extraction;
    expect(citations.flatMap(({ also }) => also)).toEqual([]);
  });

  it('make an answer as sure as one article would', () => {
    const sure = (...hits: Parameters<typeof retrievalOf>[1]) => examine(retrievalOf(QUESTION, hits)).confidence;
    const other = hitOf('빵집이 문을 열었다.', { source: 'z.md', cosines: [0.7], score: 2 });
    expect(sure(wire('a.md', WIRE, 3), wire('b.md', `${WIRE} `, 3), other)).toBeCloseTo(sure(wire('a.md', WIRE, 3), other), 9);
  });
});
