import { splitDocument } from '../articles/split.ts';
import { StoreError } from '../errors.ts';
import type { Generation } from '../search/generation.ts';
import type { ArticleRecord } from '../search/index-port.ts';
import type { QuantizedVector } from '../search/sentence-vectors.ts';
import type { Document } from '../types.ts';
import { isMostlyHangul } from '../text/normalize.ts';
import { contextsOf, embeddingKey } from './context.ts';

/** An article on its way into a generation: the vectors of sentences that are not known yet are undefined. */
export interface PendingRecord extends Omit<ArticleRecord, 'vectors'> {
  contexts: string[];
  vectors: (QuantizedVector | undefined)[];
}

/** A document that was just loaded, with the embeddings its former version already had. */
export async function newRecord(document: Document, hash: string, copies: string[], before: Generation | undefined): Promise<PendingRecord> {
  const { source, title, publisher, reporter, date, url, text } = document;
  const chunks = splitDocument(document);
  const contexts = contextsOf(title, text, chunks);
  const known = await knownVectors(before, source);
  return {
    article: { source, hash, copies, title, publisher, reporter, date, url, korean: isMostlyHangul(text) },
    ...{ text, chunks, contexts },
    vectors: contexts.map((context) => known.get(embeddingKey(context))),
  };
}

/** An article as the generation before holds it, under its present source and with its present copies. */
export async function storedRecord(before: Generation, storedSource: string, source: string, copies: string[]): Promise<PendingRecord> {
  const article = (await before.articles()).find((each) => each.source === storedSource);
  const text = await before.text(storedSource);
  if (!article || text === undefined) throw new StoreError(`${storedSource} is not in the index`);
  const { id: _id, chunks: _chunks, ...metadata } = article;
  return {
    article: { ...metadata, source, copies },
    text,
    chunks: await before.chunksOf(storedSource),
    contexts: [],
    vectors: before.vectorsOf(storedSource),
  };
}

async function knownVectors(before: Generation | undefined, source: string): Promise<Map<string, QuantizedVector>> {
  const article = (await before?.articles())?.find((each) => each.source === source);
  const text = await before?.text(source);
  if (!before || !article || text === undefined) return new Map();
  const contexts = contextsOf(article.title, text, await before.chunksOf(source));
  const vectors = before.vectorsOf(source);
  return new Map(contexts.flatMap((context, row) => (vectors[row] ? [[embeddingKey(context), vectors[row]]] : [])));
}
