import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { generationName } from '../../src/search/generation-files.ts';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { givenAnswer, storeOptions } from '../store/examples.ts';
import { indexFolder, putFiles } from '../support/index-fixtures.ts';
import { memoryDirectory } from '../support/memory-directory.ts';

/** A clock that was never set, one that is right, the second after 32 bits are full, and one far ahead. */
const CLOCKS = ['1970-01-01T00:00:00Z', '2026-03-02T09:00:00Z', '2038-01-19T03:14:08Z', '2106-02-07T06:28:17Z'];
const BACK_AND_FORTH = [...CLOCKS].reverse().concat(CLOCKS);

function setClock(time: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
}

afterEach(() => {
  vi.useRealTimers();
});

async function folders(): Promise<{ articles: string; data: string }> {
  const directory = await memoryDirectory();
  const [articles, data] = [join(directory, 'articles'), join(directory, 'data')];
  mkdirSync(articles);
  return { articles, data };
}

describe('S11: a clock that jumps', () => {
  it('does not order generations: their numbers do', async () => {
    const { articles, data } = await folders();
    for (const [i, time] of BACK_AND_FORTH.entries()) {
      setClock(time);
      putFiles(articles, { 'a.md': `${i}번째 소식이다. 끝이다.` });
      expect(await indexFolder(articles, data)).toMatchObject({ generation: generationName(i + 1) });
      // The folder of the newest one is as old as can be.
      utimesSync(join(data, generationName(i + 1)), new Date(0), new Date(0));
      const { generation, alerts } = await openNewestGeneration(data);
      expect({ number: generation?.manifest.generation, alerts }).toEqual({ number: i + 1, alerts: [] });
      expect(await generation?.text('a.md')).toBe(`${i}번째 소식이다. 끝이다.`);
      expect(generation?.manifest.created).toBe(new Date(time).toISOString());
      await generation?.close();
    }
  });

  it('does not hide a change of an article: its bytes tell, whatever time its file has', async () => {
    const { articles, data } = await folders();
    for (const [i, time] of BACK_AND_FORTH.entries()) {
      putFiles(articles, { 'a.md': `${i}번째 소식이다. 끝이다.` });
      utimesSync(join(articles, 'a.md'), new Date(time), new Date(time));
      expect(await indexFolder(articles, data)).toMatchObject(i === 0 ? { added: 1 } : { updated: 1 });
      expect(await indexFolder(articles, data)).toMatchObject({ skipped: 1, generation: generationName(i + 1) });
    }
  });

  it('does not order what people did, and a clock that is behind deletes nothing', async () => {
    const path = join(await memoryDirectory(), 'store.sqlite');
    const ids = BACK_AND_FORTH.map((time, i) => {
      const store = storeAt(path, time);
      expect(store.gaps.add({ server: '1', member: String(i), question: `${i}번은 어디인가요?` })).toBe(true);
      const id = store.answers.add(givenAnswer());
      store.close();
      return id;
    });
    const store = storeAt(path, CLOCKS[0]!);
    expect(store.gaps.list('1', { limit: 20 }).entries.map(({ example }) => example)).toEqual(
      BACK_AND_FORTH.map((_, i) => `${i}번은 어디인가요?`).reverse(),
    );
    expect(ids.filter((id) => store.answers.find(id) === undefined)).toEqual([]);
  });
});

/** A store that keeps things for longer than the clocks are apart. */
function storeAt(path: string, time: string): Store {
  const store = openStore(path, storeOptions({ now: () => Date.parse(time), questionDays: 100_000, answerDays: 100_000 }));
  onTestFinished(() => {
    store.close();
  });
  return store;
}
