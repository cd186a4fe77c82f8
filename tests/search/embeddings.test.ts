import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEmbeddings, type LocalEmbeddings } from '../../src/search/embeddings.ts';
import { readModelCard } from '../../src/search/model-card.ts';
import { bundledModel, copyOfBundledModel } from '../support/bundled-model.ts';

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('the bundled embedding model', () => {
  let embeddings: LocalEmbeddings;
  beforeAll(async () => {
    embeddings = await loadEmbeddings({ ...bundledModel, allowRemote: false });
  });

  it('is a LangChain Embeddings that says what it is', async () => {
    expect(embeddings).toBeInstanceOf(Embeddings);
    expect(embeddings.info).toEqual({
      name: bundledModel.model,
      fingerprint: (await readModelCard(bundledModel)).fingerprint,
      dimensions: 384,
      maxTokens: 512,
    });
  });

  it('gives vectors of length 1 with as many components as it says', async () => {
    const vectors = [
      await embeddings.embedQuery('기사'),
      ...(await embeddings.embedDocuments(['지하철 요금이 오른다.', 'Fares will rise.'])),
    ];
    for (const vector of vectors) {
      expect(vector).toHaveLength(384);
      expect(dot(vector, vector)).toBeCloseTo(1, 10);
    }
  });

  it('finds the passage that answers a question, across languages too', async () => {
    const passages = await embeddings.embedDocuments([
      '시는 내년부터 지하철 기본요금을 150원 올리기로 했다.',
      '올해 사과 수확량은 지난해보다 크게 줄었다.',
      '대표팀은 연장 접전 끝에 결승에 올랐다.',
    ]);
    for (const [question, answer] of [
      ['지하철 요금은 얼마나 오르나요?', 0],
      ['How was the apple harvest this year?', 1],
      ['누가 결승에 진출했나요?', 2],
    ] as const) {
      const query = await embeddings.embedQuery(question);
      const scores = passages.map((passage) => dot(query, passage));
      expect(scores.indexOf(Math.max(...scores)), question).toBe(answer);
    }
  });

  it('gives questions and passages different prefixes', async () => {
    const [passage] = await embeddings.embedDocuments(['지하철 요금']);
    expect(dot(await embeddings.embedQuery('지하철 요금'), passage!)).toBeLessThan(0.999);
  });

  it('gives vectors in the order of the texts whatever their lengths', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `${i}번 버스는 ${'아주 천천히 '.repeat((i * 7) % 23)}달린다.`);
    const together = await embeddings.embedDocuments(texts);
    for (const i of [0, 3, 17, 39]) {
      const [alone] = await embeddings.embedDocuments([texts[i]!]);
      const scores = together.map((vector) => dot(vector, alone!));
      // The int8 network scales its activations by the whole batch: company changes a vector a little (cosine about .997).
      expect(scores[i]).toBeGreaterThan(0.99);
      expect(scores.indexOf(Math.max(...scores))).toBe(i);
    }
  });

  it('gives no vectors for no texts', async () => {
    expect(await embeddings.embedDocuments([])).toEqual([]);
  });

  it('gives the vector of its prefix for an empty text', async () => {
    const [empty, spaces] = await embeddings.embedDocuments(['', '  \n ']);
    expect(dot(empty!, empty!)).toBeCloseTo(1, 10);
    expect(dot(empty!, spaces!)).toBeGreaterThan(0.99);
  });

  it('reads the last words of a text far beyond its limit', async () => {
    const long = '시의회는 예산안을 심의했다. '.repeat(300);
    const [plain, ending] = await embeddings.embedDocuments([long, `${long}돌고래가 항구에서 발견됐다.`]);
    const query = await embeddings.embedQuery('돌고래가 발견된 곳은?');
    expect(dot(plain!, ending!)).toBeLessThan(0.99999);
    expect(dot(query, ending!)).toBeGreaterThan(dot(query, plain!));
    expect(dot(ending!, ending!)).toBeCloseTo(1, 10);
  });

  it('accepts lone surrogates, control characters and special tokens as text', async () => {
    const vectors = await embeddings.embedDocuments(['\ud83d 반쪽', '\u0000\u0007', '</s><pad><mask>', '🙂'.repeat(50)]);
    for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1, 10);
  });

  it('agrees with the pooling of the library', async () => {
    const { pipeline } = await import('@xenova/transformers');
    const extract = await pipeline('feature-extraction', bundledModel.model);
    const text = '시는 내년부터 지하철 기본요금을 150원 올리기로 했다.';
    const expected = await extract(`passage: ${text}`, { pooling: 'mean', normalize: true });
    const [vector] = await embeddings.embedDocuments([text]);
    vector!.forEach((value, i) => {
      expect(value).toBeCloseTo(Number(expected.data[i]), 6);
    });
  });
});

describe('loading a model', () => {
  it('refuses a model whose vectors differ from its known answers', async () => {
    const place = await copyOfBundledModel();
    await changeKnownAnswer(place.directory, (answer) => {
      answer.first8[3]! += 0.02;
    });
    await expect(loadEmbeddings({ ...place, allowRemote: false })).rejects.toThrow(/gives another vector for "query: 기사"/);
  });

  it('refuses a model whose tokenizer differs from its known answers', async () => {
    const place = await copyOfBundledModel();
    await changeKnownAnswer(place.directory, (answer) => {
      answer.tokens[1]! += 1;
    });
    await expect(loadEmbeddings({ ...place, allowRemote: false })).rejects.toThrow(/cuts "query: 기사" into other tokens/);
  });

  it('keeps the library away from the network and from caches of its own', async () => {
    await loadEmbeddings({ ...bundledModel, allowRemote: false });
    const { env } = await import('@xenova/transformers');
    expect([env.allowRemoteModels, env.useFSCache]).toEqual([false, false]);
  });

  it('checks the hashes of all files before it opens one', async () => {
    const place = await copyOfBundledModel();
    const path = join(place.directory, 'onnx/model_quantized.onnx');
    const bytes = await readFile(path);
    bytes[20_000_000]! ^= 1;
    await writeFile(path, bytes);
    await expect(loadEmbeddings({ ...place, allowRemote: false })).rejects.toThrow(
      /onnx\/model_quantized\.onnx of the embedding model is damaged .*git checkout/,
    );
  });
});

async function changeKnownAnswer(
  directory: string,
  change: (answer: { tokens: number[]; first8: number[] }) => void,
): Promise<void> {
  const path = join(directory, 'model.json');
  const card = JSON.parse(await readFile(path, 'utf8')) as { knownAnswers: { tokens: number[]; first8: number[] }[] };
  change(card.knownAnswers[0]!);
  await writeFile(path, JSON.stringify(card));
}
