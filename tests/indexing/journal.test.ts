import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddingKey } from '../../src/indexing/context.ts';
import { EmbeddingJournal } from '../../src/indexing/journal.ts';
import { quantize } from '../../src/search/sentence-vectors.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';

const DIMENSIONS = 32;
const RECORD = 16 + 4 + DIMENSIONS + 4;
const pathIn = (directory: string) => join(directory, 'embeddings.journal');

async function entry(text: string) {
  const vector = await new FakeEmbeddings({ dimensions: DIMENSIONS }).embedQuery(text);
  return [embeddingKey(text), quantize(vector)] as const;
}

async function journalOf(directory: string, ...texts: string[]): Promise<void> {
  const journal = new EmbeddingJournal(directory, 'model', DIMENSIONS);
  for (const text of texts) journal.add([await entry(text)]);
  journal.close();
}

function keysKnown(directory: string, texts: readonly string[], model = 'model', dimensions = DIMENSIONS): string[] {
  const journal = new EmbeddingJournal(directory, model, dimensions);
  journal.close();
  return texts.filter((text) => journal.get(embeddingKey(text)));
}

describe('the journal of embeddings', () => {
  it('gives back what a former run left', async () => {
    const directory = await temporaryDirectory();
    await journalOf(directory, 'one', 'two');
    const journal = new EmbeddingJournal(directory, 'model', DIMENSIONS);
    const [key, vector] = await entry('two');
    expect(journal.get(key)).toEqual(vector);
    expect(journal.size).toBe(2);
    expect(journal.get(embeddingKey('three'))).toBeUndefined();
    journal.close();
  });

  it('makes no file before the first embedding', async () => {
    const directory = await temporaryDirectory();
    await journalOf(directory);
    expect(existsSync(pathIn(directory))).toBe(false);
  });

  it('goes on where a former run stopped', async () => {
    const directory = await temporaryDirectory();
    await journalOf(directory, 'one');
    await journalOf(directory, 'two', 'three');
    expect(keysKnown(directory, ['one', 'two', 'three'])).toHaveLength(3);
  });

  it('reads more records than one block holds', async () => {
    const directory = await temporaryDirectory();
    const texts = Array.from({ length: 5000 }, (_, i) => `text ${i}`);
    const journal = new EmbeddingJournal(directory, 'model', DIMENSIONS);
    journal.add(await Promise.all(texts.map(entry)));
    journal.close();
    expect(keysKnown(directory, texts)).toHaveLength(5000);
  });

  it.each([1, 20, RECORD - 1])(
    'cuts off a record that was torn %d bytes before its end, and goes on after the last whole one',
    async (bytes) => {
      const directory = await temporaryDirectory();
      await journalOf(directory, 'one', 'two');
      truncateSync(pathIn(directory), statSync(pathIn(directory)).size - bytes);
      expect(keysKnown(directory, ['one', 'two'])).toEqual(['one']);
      await journalOf(directory, 'three');
      expect(keysKnown(directory, ['one', 'two', 'three'])).toEqual(['one', 'three']);
      await journalOf(directory, 'four');
      expect(keysKnown(directory, ['one', 'three', 'four'])).toHaveLength(3);
    },
  );

  it('leaves nothing of a longer torn tail behind what it adds', async () => {
    const directory = await temporaryDirectory();
    await journalOf(directory, 'one');
    writeFileSync(pathIn(directory), Buffer.concat([readFileSync(pathIn(directory)), Buffer.alloc(10 * RECORD)]));
    await journalOf(directory, 'two');
    expect(keysKnown(directory, ['one', 'two'])).toHaveLength(2);
    expect(statSync(pathIn(directory)).size).toBeLessThan(4 * RECORD);
  });

  it.each([0, 17, 25, RECORD - 2])('trusts nothing from a record on whose byte %d was changed', async (byte) => {
    const directory = await temporaryDirectory();
    await journalOf(directory, 'one', 'two', 'three');
    const bytes = readFileSync(pathIn(directory));
    bytes[bytes.length - 2 * RECORD + byte]! ^= 4;
    writeFileSync(pathIn(directory), bytes);
    expect(keysKnown(directory, ['one', 'two', 'three'])).toEqual(['one']);
  });

  it('does not count what was embedded by another model or with other dimensions', async () => {
    const directory = await temporaryDirectory();
    await journalOf(directory, 'one');
    expect(keysKnown(directory, ['one'], 'other')).toEqual([]);
    expect(keysKnown(directory, ['one'], 'model', DIMENSIONS * 2)).toEqual([]);
    const journal = new EmbeddingJournal(directory, 'other', DIMENSIONS);
    journal.add([await entry('two')]);
    journal.close();
    expect(keysKnown(directory, ['one', 'two'], 'other')).toEqual(['two']);
    expect(keysKnown(directory, ['one'])).toEqual([]);
  });

  it.each(['', 'x', '{"journal":1}\n', '\0'.repeat(5000)])('starts anew over a file that is no journal: %j', async (content) => {
    const directory = await temporaryDirectory();
    writeFileSync(pathIn(directory), content);
    await journalOf(directory, 'one');
    expect(keysKnown(directory, ['one'])).toEqual(['one']);
  });
});
