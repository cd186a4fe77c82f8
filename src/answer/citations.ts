import { foldText, withoutSpaces } from '../text/normalize.ts';
import type { Hit } from '../search/retriever.ts';
import type { Span } from '../types.ts';
import type { Citation, Nearest, Place } from './answer.ts';
import type { RankedSentence } from './scorer.ts';
import type { Sentence } from './sentence.ts';

const NEAREST = 3;

/**
 * One citation for each run of neighbouring sentences of a paragraph: the quote is the article's text from the first to the last of them.
 * @param hits Where the same words may stand too.
 */
export function cite(chosen: readonly Sentence[], hits: readonly Hit[]): Citation[] {
  const runs: { hit: Hit; start: number; end: number; last: number }[] = [];
  for (const { hit, span, ordinal } of chosen) {
    const run = runs.at(-1);
    const between = run && hit.chunk.text.slice(run.end - hit.chunk.start, span.start - hit.chunk.start);
    if (run?.hit === hit && run.last === ordinal - 1 && between?.includes('\n') === false)
      Object.assign(run, { end: span.end, last: ordinal });
    else runs.push({ hit, start: span.start, end: span.end, last: ordinal });
  }
  return runs.map(({ hit, ...span }, index) => {
    const quoted = quoteOf(hit, span, index + 1);
    return { ...quoted, highlight: null, also: otherPlaces(quoted, hits) };
  });
}

/** The most probable sentence of each of the nearest articles; its best chunk's first one where none was ranked. */
export function nearestSentences(hits: readonly Hit[], ranked: readonly RankedSentence[]): Nearest[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) if (!best.has(hit.chunk.article.source)) best.set(hit.chunk.article.source, hit);
  return [...best].slice(0, NEAREST).map(([source, hit], index) => {
    const sentence = ranked.find((each) => each.sentence.hit.chunk.article.source === source)?.sentence;
    return quoteOf(sentence?.hit ?? hit, sentence?.span ?? hit.chunk.sentences[0] ?? hit.chunk, index + 1);
  });
}

function quoteOf({ chunk }: Hit, { start, end }: Span, number: number): Nearest {
  const { source, title, publisher, date, url } = chunk.article;
  const quote = chunk.text.slice(start - chunk.start, end - chunk.start);
  return { number, source, title, publisher, date, url, quote, start, end, chunk: chunk.key };
}

/** The other articles among the hits in which the quote stands word for word, white space aside; the best first. */
function otherPlaces({ quote, source }: Nearest, hits: readonly Hit[]): Place[] {
  const words = withoutSpaces(foldText(quote));
  const holding = hits.filter(({ chunk }) => withoutSpaces(foldText(chunk.text)).includes(words));
  const articles = holding.flatMap(({ chunk, twins }) => [chunk.article, ...twins]);
  const places = articles.map(({ source: other, title, publisher, date, url }): Place => {
    return { source: other, title, publisher, date, url };
  });
  return [...new Map(places.map((place) => [place.source, place])).values()].filter((place) => place.source !== source);
}
