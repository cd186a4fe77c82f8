import fc from 'fast-check';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cite } from '../../src/answer/citations.ts';
import { passageOf } from '../../src/answer/passage.ts';
import { sentencesOf } from '../../src/answer/sentence.ts';
import { splitDocument } from '../../src/articles/split.ts';
import { contextsOf, embeddingKey } from '../../src/indexing/context.ts';
import { EmbeddingJournal } from '../../src/indexing/journal.ts';
import { JOURNAL_FILE } from '../../src/search/generation-files.ts';
import { quantize } from '../../src/search/sentence-vectors.ts';
import type { IndexedChunk } from '../../src/search/index-port.ts';
import { hashQuote } from '../../src/text/quote-hash.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { Document } from '../../src/types.ts';
import { hitOf } from '../support/hits.ts';
import { mixedText } from '../support/mixed-text.ts';
import { holds, propertiesHeld } from './properties/holds.ts';

const LONGEST_CHUNK = 1000;
/** Files in memory, where the system has such a folder. */
const MEMORY = '/dev/shm';
const WIDE = /[\p{Script=Hangul}\p{Script=Han}]/gu;

const article = fc.tuple(mixedText, mixedText, fc.array(fc.nat({ max: 40 }))).map(([one, other, picks]): Document => {
  const text = `${one}\n${other}`.replaceAll('\r', '').toWellFormed();
  const starts = [0, ...[...text.matchAll(/\n/g)].map((line) => line.index + 1)];
  const found = [...new Set(picks)].toSorted((a, b) => a - b).flatMap((pick) => starts[pick] ?? []);
  const headings = found.map((start, index) => ({ start, level: (index % 3) + 1 }));
  return { source: 'a.md', text, headings, warnings: [], title: '제목', publisher: null, reporter: null, date: null, url: null };
});

const chunksOf = (document: Document): IndexedChunk[] => {
  const { chunk: whole } = hitOf(document.text);
  return splitDocument(document, { target: 100 }).map((chunk, id) => {
    return { ...chunk, id, key: String(id), article: whole.article, text: document.text.slice(chunk.start, chunk.end) };
  });
};

describe('G7: chunks', () => {
  it('hold every sentence once, in order and whole, and all of the text between them', () => {
    holds(
      fc.property(article, fc.integer({ min: 20, max: 600 }), (document, target) => {
        const chunks = splitDocument(document, { target });
        expect(chunks.flatMap((chunk) => chunk.sentences)).toEqual(splitSentences(document.text));
        for (const { start, end, sentences } of chunks)
          expect([start, end]).toEqual([sentences[0]?.start, sentences.at(-1)?.end]);
        const joined = chunks.map(({ start, end }) => document.text.slice(start, end)).join('');
        expect(joined.replace(/\s/gu, '')).toBe(document.text.replace(/\s/gu, ''));
      }),
    );
  });

  it('keep to the limits unless they are a single sentence, and are well-formed', () => {
    holds(
      fc.property(article, fc.integer({ min: 20, max: 300 }), (document, maximum) => {
        for (const { start, end, sentences } of splitDocument(document, { target: maximum / 2, maximum })) {
          const text = document.text.slice(start, end);
          expect(text.length).toBeLessThanOrEqual(LONGEST_CHUNK);
          expect(text.isWellFormed()).toBe(true);
          if (sentences.length === 1) continue;
          expect((text.length - sentences.length + (text.match(WIDE)?.length ?? 0)) / 2).toBeLessThanOrEqual(maximum);
        }
      }),
    );
  });

  it('and the keys of their embeddings are the same every time, and others for other texts', () => {
    holds(
      fc.property(article, (document) => {
        const contexts = contextsOf(document.title, document.text, splitDocument(document));
        expect(contextsOf(document.title, document.text, splitDocument(structuredClone(document)))).toEqual(contexts);
        expect(new Set(contexts.map(embeddingKey)).size).toBe(new Set(contexts).size);
        for (const context of contexts) expect(embeddingKey(context)).toMatch(/^[\da-f]{32}$/);
      }),
    );
  });
});

describe('G7: citations', () => {
  it('quote the article character for character, and are found again by their hash', () => {
    holds(
      fc.property(article, fc.array(fc.nat({ max: 60 }), { maxLength: 5 }), (document, picks) => {
        const chunks = chunksOf(document);
        const hits = chunks.map((chunk) => ({ ...hitOf(chunk.text), chunk }));
        const sentences = sentencesOf(hits);
        const chosen = [...new Set(picks)].toSorted((a, b) => a - b).flatMap((pick) => sentences[pick] ?? []);
        for (const { quote, start, end, chunk } of cite(chosen, hits)) {
          expect(quote).toBe(document.text.slice(start, end));
          const passage = passageOf(chunks, {
            source: 'a.md',
            citation: { chunk, start, end, quoteHash: hashQuote(quote) },
            step: 0,
          });
          expect(passage?.text.slice(passage.quote?.start, passage.quote?.end)).toBe(quote);
          expect(passage?.state).toBe('same');
        }
      }),
    );
  });
});

describe('G7: vectors', () => {
  const component = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  const vectors = fc.array(component, { minLength: 1, maxLength: 24 });
  const lengthOf = (vector: ArrayLike<number>) => Math.hypot(...Array.from(vector));

  it('are stored within int8, with their length and their signs', () => {
    holds(
      fc.property(vectors, (vector) => {
        fc.pre(lengthOf(vector) > 1e-6);
        const { values, scale } = quantize(vector);
        expect(lengthOf(values) * scale).toBeCloseTo(lengthOf(vector), 3);
        vector.forEach((value, index) => {
          expect(Math.abs(values[index]!)).toBeLessThanOrEqual(127);
          expect(Math.abs(values[index]! * scale - value)).toBeLessThanOrEqual(
            (lengthOf(vector) / 127) * Math.sqrt(vector.length),
          );
          if (values[index] !== 0) expect(Math.sign(values[index]!)).toBe(Math.sign(value));
        });
      }),
    );
  });

  it('come back from the journal as they were noted', () => {
    const directory = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'gisabot-journal-'));
    try {
      holds(
        fc.property(vectors, fc.string({ unit: 'binary' }), (vector, text) => {
          const entry = [embeddingKey(text), quantize(vector)] as const;
          const before = new EmbeddingJournal(directory, 'model', vector.length);
          before.add([entry]);
          before.close();
          const after = new EmbeddingJournal(directory, 'model', vector.length);
          expect(after.get(entry[0])).toEqual(entry[1]);
          after.close();
          rmSync(join(directory, JOURNAL_FILE));
        }),
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

it('G7: every property of an index was tried', () => {
  expect(propertiesHeld()).toBe(6);
});
