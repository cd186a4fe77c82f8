import { expect, it } from 'vitest';
import { FakeEmbeddings } from './fake-embeddings.ts';

const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

it('fake embeddings give similar vectors to texts that share words', async () => {
  const fake = new FakeEmbeddings({ dimensions: 384 });
  const [fares, harvest] = await fake.embedDocuments(['지하철 기본요금이 내년에 오른다', '올해 사과 수확량이 줄었다']);
  const query = await fake.embedQuery('지하철 요금은 언제 오르나');
  expect(product(query, fares!)).toBeGreaterThan(product(query, harvest!) + 0.1);
  expect(product(query, query)).toBeCloseTo(1, 10);
  expect(await new FakeEmbeddings({ dimensions: 384 }).embedQuery('지하철 요금은 언제 오르나')).toEqual(query);
});

it('fake embeddings count calls and texts', async () => {
  const fake = new FakeEmbeddings();
  await fake.embedDocuments(['', 'a', '🙂']);
  await fake.embedQuery('b');
  expect([fake.calls, fake.textsEmbedded]).toEqual([2, 4]);
});
