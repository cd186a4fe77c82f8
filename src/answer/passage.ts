import { hashQuote } from '../text/quote-hash.ts';
import type { IndexedArticle, IndexedChunk } from '../search/index-port.ts';
import type { Span } from '../types.ts';

/** Which passage of an article is wanted: so many steps from a citation's own one, or from the article's first. */
export interface PassageRequest {
  source: string;
  /** As it was when the answer was given: the key of its chunk, its offsets in the article's text, the hash of its quote. */
  citation?: { chunk: string; start: number; end: number; quoteHash: string };
  step: number;
}

/** A chunk of an article, to be read in full. */
export interface Passage {
  article: IndexedArticle;
  /** Which passage of the article it is, from 1, and how many there are. */
  number: number;
  of: number;
  text: string;
  /** Where the citation's quote stands in the text, word for word; null on other passages and when it is not there any more. */
  quote: Span | null;
  /** Whether the quote still stands in the article as it was cited; plain on a passage that is not the citation's own. */
  state: 'same' | 'changed' | 'plain';
}

/**
 * The passage that is asked for; steps beyond the first or the last passage stay there. A quote whose article was indexed again is found
 * by its words, wherever they stand now; where they are gone the passage nearest to the former place is shown.
 * @param chunks All chunks of the article, in order; none when there is no such article any more.
 */
export function passageOf(chunks: readonly IndexedChunk[], { citation, step }: PassageRequest): Passage | undefined {
  const place = citation ? placeOf(chunks, citation) : { index: 0, quote: null };
  const index = Math.min(Math.max(place.index + step, 0), chunks.length - 1);
  const chunk = chunks[index];
  if (!chunk) return undefined;
  const isOwn = citation !== undefined && index === place.index;
  const quote = isOwn ? place.quote : null;
  const state = !isOwn ? 'plain' : quote ? 'same' : 'changed';
  return { article: chunk.article, number: index + 1, of: chunks.length, text: chunk.text, quote, state };
}

type Citation = NonNullable<PassageRequest['citation']>;

/** Where a citation stands: the position of its chunk, and the place of its quote in that chunk's text. */
interface Place {
  index: number;
  quote: Span | null;
}

function placeOf(chunks: readonly IndexedChunk[], citation: Citation): Place {
  const own = chunks.findIndex(({ key }) => key === citation.chunk);
  const chunk = chunks[own];
  if (chunk) return { index: own, quote: findQuote(chunk, citation, everyOffset(chunk, citation)) };
  const byDistance = chunks
    .map((each, index) => ({ chunk: each, index, distance: distanceTo(each, citation) }))
    .sort((a, b) => a.distance - b.distance);
  for (const { chunk: other, index } of byDistance) {
    // Quotes begin where sentences do. Every offset of a long article would keep the engine busy for seconds.
    const quote = findQuote(other, citation, sentenceOffsets(other));
    if (quote) return { index, quote };
  }
  return { index: byDistance[0]?.index ?? 0, quote: null };
}

/** The first place, in the order of the offsets, where the chunk's text has the quote's length and hash. */
function findQuote({ text }: IndexedChunk, { start, end, quoteHash }: Citation, offsets: Iterable<number>): Span | null {
  const length = end - start;
  if (length <= 0) return null;
  for (const offset of offsets) {
    if (offset >= 0 && offset + length <= text.length && hashQuote(text.slice(offset, offset + length)) === quoteHash)
      return { start: offset, end: offset + length };
  }
  return null;
}

/** The former place first: the same words may stand twice in a chunk. */
function* everyOffset(chunk: IndexedChunk, citation: Citation): Generator<number> {
  yield citation.start - chunk.start;
  for (let offset = 0; offset < chunk.text.length; offset += 1) yield offset;
}

function sentenceOffsets({ start, sentences }: IndexedChunk): number[] {
  return sentences.map((sentence) => sentence.start - start);
}

/** Characters between a chunk and where the quote began; 0 inside. */
function distanceTo({ start, end }: Span, citation: Citation): number {
  return Math.max(start - citation.start, citation.start - (end - 1), 0);
}
