import { splitDocument } from '../articles/split.ts';
import { ArticleError, StoreError } from '../errors.ts';
import type { ArticleRecord, IndexReader } from '../search/index-port.ts';
import type { QuantizedVector } from '../search/sentence-vectors.ts';
import type { Document } from '../types.ts';
import { isMostlyHangul } from '../text/normalize.ts';
import { contextsOf } from './context.ts';
import type { PlannedArticle } from './plan.ts';

/** An article on its way into a generation: the vectors of sentences that are not known yet are undefined. */
export interface PendingRecord extends Omit<ArticleRecord, 'vectors'> {
  /** The text to embed for each sentence. */
  contexts: string[];
  vectors: (QuantizedVector | undefined)[];
}

/** Vectors by the text that was embedded. */
export type KnownVectors = ReadonlyMap<string, QuantizedVector>;

/**
 * A document that was just loaded.
 * @throws ArticleError when it holds half characters, which no database keeps.
 */
export function loadedRecord(document: Document, { hash, copies }: PlannedArticle, known: KnownVectors): PendingRecord {
  const { source, title, publisher, reporter, date, url, text } = document;
  const chunks = splitDocument(document);
  if (!chunks.every(({ start, end }) => text.slice(start, end).isWellFormed()))
    throw new ArticleError('its text is not valid Unicode');
  const contexts = contextsOf(title, text, chunks);
  return {
    article: { source, hash, copies, title, publisher, reporter, date, url, korean: isMostlyHangul(text) },
    ...{ text, chunks, contexts },
    vectors: contexts.map((context) => known.get(context)),
  };
}

/** An article as the index before holds it, under its present sources. */
export function keptRecord(
  stored: ArticleRecord,
  { source, copies, hash }: PlannedArticle,
  vectorsServe: boolean,
): PendingRecord {
  const article = { ...stored.article, source, copies, hash };
  if (vectorsServe) return { ...stored, article, contexts: [], vectors: [...stored.vectors] };
  const contexts = contextsOf(article.title, stored.text, stored.chunks);
  return { ...stored, article, contexts, vectors: contexts.map(() => undefined) };
}

/** @throws StoreError when the index before does not hold it after all. */
export async function readRecord(before: IndexReader | undefined, source: string): Promise<ArticleRecord> {
  const record = await before?.record(source);
  if (!record) throw new StoreError(`${source} is not in the index`);
  return record;
}

/** The vectors of a stored article by the texts they were made of. */
export function knownVectors({ article, text, chunks, vectors }: ArticleRecord): KnownVectors {
  const contexts = contextsOf(article.title, text, chunks);
  return new Map(contexts.flatMap((context, row) => (vectors[row] ? [[context, vectors[row]]] : [])));
}
