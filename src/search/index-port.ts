import type { Chunk, Metadata } from '../types.ts';
import type { Manifest } from './manifest.ts';
import type { QuantizedVector } from './sentence-vectors.ts';

/** Restricts a search; all given conditions hold together. An article answers to the sources of its copies too. */
export interface Filter {
  /** An empty list matches nothing. */
  sources?: readonly string[];
  exceptSources?: readonly string[];
  /** First and last publication day, YYYY-MM-DD, inclusive. Articles without a date match neither. */
  since?: string;
  until?: string;
}

/** An article as an index knows it. */
export interface IndexedArticle extends Metadata {
  id: number;
  source: string;
  /** sha256 of the file's bytes; empty for a former text whose file is to be read again as soon as it can be. */
  hash: string;
  /** Other files with the same bytes, which are not indexed a second time. */
  copies: string[];
  /** Written mostly in Hangul. */
  korean: boolean;
  chunks: number;
}

/** A file of the articles folder as it was when the index was made. */
export interface IndexedFile {
  source: string;
  /** sha256 of its bytes; null when they could not be read. */
  hash: string | null;
  /** Size and modification time (milliseconds): a cheap first look whether it changed. */
  bytes: number;
  modified: number;
  /** Why it was left out; null when it was indexed. */
  reason: string | null;
}

/** A chunk as an index returns it: offsets count in its article's text. */
export interface IndexedChunk extends Chunk {
  id: number;
  /** Unique in the index; stays the same as long as the article's path and the chunk's text stay the same. */
  key: string;
  article: IndexedArticle;
  text: string;
}

/** A chunk that lexical or vector search brought up. */
export interface Candidate {
  /** Id of the chunk. */
  id: number;
  article: IndexedArticle;
  /** BM25 over its highest possible value, 0..1. */
  lexical: number;
  /** Cosine of the question with each sentence of the chunk, empty without a question vector. */
  cosines: Float32Array;
}

/** Terms of a question that name something, and for each of its other names the terms of that. A chunk gets the better of them. */
export interface Alternative {
  replaced: readonly string[];
  options: readonly (readonly string[])[];
}

/** Another name of something, and how many articles state that it is. */
export interface NamedAlias {
  name: string;
  articles: number;
}

/** A word of the index (Hangul: without its particle, or the beginning of one), and how many chunks hold it. */
export interface SpokenWord {
  word: string;
  chunks: number;
}

/** What is searched: terms for BM25, a normalised vector (or null for lexical search alone), candidates wanted from each side. */
export interface IndexQuery {
  terms: readonly string[];
  alternatives?: readonly Alternative[];
  vector: Float32Array | null;
  candidates: number;
  filter?: Filter;
}

/** One complete, immutable state of the index. */
export interface IndexReader {
  readonly manifest: Manifest;
  /**
   * Lexical and vector search side by side; every candidate of either carries both scores, computed exactly. In no order.
   * @throws RangeError for a vector of another length than the index's, or with a component that is not finite.
   */
  search(query: IndexQuery): Promise<Candidate[]>;
  /** Inverse document frequency of each term, the highest possible for unknown ones. */
  idf(terms: readonly string[]): Promise<Map<string, number>>;
  /** In how many chunks each term stands. */
  chunkCounts(terms: readonly string[]): Promise<Map<string, number>>;
  /** What articles also call the thing with this name (its key: text/aliases.ts), most often stated first. */
  aliases(key: string): Promise<NamedAlias[]>;
  /** Words of either script whose consonants sound like this (text/transliteration.ts). */
  wordsSounding(skeleton: string): Promise<SpokenWord[]>;
  /** The chunks with these ids, in their order. Throws StoreError for an unknown id. */
  chunks(ids: readonly number[]): Promise<IndexedChunk[]>;
  articles(): Promise<IndexedArticle[]>;
  files(): Promise<IndexedFile[]>;
  /** The chunks of an article, in order; none when the source is unknown. */
  chunksOf(source: string): Promise<IndexedChunk[]>;
  /** The article's whole text; undefined when the source is unknown. */
  text(source: string): Promise<string | undefined>;
  /** The article as it was given to the writer, to be carried into the next index; undefined when the source is unknown. */
  record(source: string): Promise<ArticleRecord | undefined>;
  close(): Promise<void>;
}

/** One article to be stored: its metadata and text, its chunks, and one vector for each of their sentences, in order. */
export interface ArticleRecord {
  article: Omit<IndexedArticle, 'id' | 'chunks'>;
  text: string;
  chunks: readonly Chunk[];
  vectors: readonly QuantizedVector[];
}
