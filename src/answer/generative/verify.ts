import { glossesIn } from '../../text/claim/glosses.ts';
import { namesTopic, reread, textOf, topicOf, waysToCut } from '../../text/claim/claim-parts.ts';
import { isSameWord } from '../../text/claim/same-word.ts';
import { isUnsafe } from '../../text/claim/orders.ts';
import { claimWords, type ClaimWord } from '../../text/claim/words.ts';
import { collapseSpaces, isMostlyHangul } from '../../text/normalize.ts';
import { acrossProblem } from './support-across.ts';
import { numbersHold, supportProblem } from './support.ts';
import { readSources, withoutMarkup, type Passage, type Source } from './source.ts';

/** Cosine of a written sentence with a sentence of a passage; null where there is no embedding model. */
export type Similarity = ((claim: string, source: string) => Promise<number>) | null;

/** A sentence that holds: its text without the markers, and the sentences of the passages that say so, in the order of its parts. */
export interface Verified {
  text: string;
  sources: Source[];
}

/** Between languages only the meaning says whether a sentence is supported, beyond its numbers and names; fitted in tests/answer/generative. */
const ACROSS_COSINE = 0.78;
/** Models write the numbers in bold, too. */
const MARKER = /(?:\*\*)?\[\s*([^\][]{0,40}?)\s*\](?:\*\*)?/gu;
const LONGEST = 400;
const MOST_CITED = 3;

/** Checks what a language model wrote against the passages that it cites. Pure but for the similarity it is given. */
export class Verifier {
  readonly #sources: Source[][];
  readonly #glosses: ReturnType<typeof glossesIn>;
  readonly #similarity: Similarity;

  /** @param texts Further texts that give names in two scripts, such as the whole articles. */
  constructor(passages: readonly Passage[], similarity: Similarity, texts: readonly string[] = []) {
    this.#sources = passages.map(readSources);
    const glossed = [...passages.flatMap(({ title, text }) => [title, text]), ...texts];
    this.#glosses = glossed.flatMap(glossesIn);
    this.#similarity = similarity;
  }

  /**
   * The sentence with its sources if it holds, else undefined. It must cite existing passages only, and each of its parts must be what one
   * sentence of a cited passage says.
   */
  async check(written: string): Promise<Verified | undefined> {
    const cited = citedIn(written, this.#sources.length);
    const text = withoutMarkup(collapseSpaces(written.replace(MARKER, ' ')));
    if (!cited || text === '' || text.length > LONGEST || isUnsafe(text)) return undefined;
    const candidates = cited.flatMap((number) => this.#sources[number - 1] ?? []).filter(({ trusted }) => trusted);
    const korean = isMostlyHangul(text);
    const same = candidates.filter((source) => source.korean === korean);
    const sources =
      supportOf(text, same) ??
      (await this.#supportAcross(
        text,
        candidates.filter((source) => source.korean !== korean),
      ));
    return sources && { text, sources };
  }

  async #supportAcross(text: string, sources: readonly Source[]): Promise<Source[] | undefined> {
    if (!this.#similarity || sources.length === 0) return undefined;
    const source = await this.#nearest(claimWords(text), sources);
    return source && [source];
  }

  async #nearest(part: readonly ClaimWord[], sources: readonly Source[]): Promise<Source | undefined> {
    let best: { source: Source; cosine: number } | undefined;
    for (const source of sources) {
      if (acrossProblem(part, source, this.#glosses) !== null) continue;
      const cosine = (await this.#similarity?.(textOf(part), source.text)) ?? 0;
      if (cosine >= ACROSS_COSINE && cosine > (best?.cosine ?? 0)) best = { source, cosine };
    }
    return best?.source;
  }
}

/** The numbers of the passages that a sentence cites; undefined when it cites none, too many, or anything that is no passage. */
function citedIn(written: string, passages: number): number[] | undefined {
  const markers = [...written.matchAll(MARKER)].flatMap(([, inside = '']) => inside.split(/[,\s]+/u));
  if (markers.length === 0 || !markers.every((marker) => /^[1-9]\d?$/u.test(marker) && Number(marker) <= passages))
    return undefined;
  const numbers = [...new Set(markers.map(Number))];
  return numbers.length <= MOST_CITED ? numbers : undefined;
}

/** The sentences that say what each part says, for the first way of cutting that succeeds. */
function supportOf(text: string, sources: readonly Source[]): Source[] | undefined {
  const words = claimWords(text);
  const topic = topicOf(words);
  // The same part comes in many ways of cutting.
  const known = new Map<string, Source | undefined>();
  const sourceOf = (part: readonly ClaimWord[], isFirst: boolean): Source | undefined => {
    const key = `${isFirst} ${textOf(part)}`;
    if (!known.has(key)) {
      const again = reread(part);
      known.set(
        key,
        sources.find((source) => (isFirst || keepsTopic(part, topic, source)) && supportProblem(again, source) === null),
      );
    }
    return known.get(key);
  };
  for (const parts of waysToCut(words)) {
    const found = parts.map((part, index) => sourceOf(part, index === 0));
    if (found.every((source) => source !== undefined) && countsHold(parts, found)) return distinct(found);
  }
  return undefined;
}

/** A later clause is about the topic of the first: its source must be, too, unless the clause names a topic of its own. */
function keepsTopic(part: readonly ClaimWord[], topic: readonly ClaimWord[], source: Source): boolean {
  if (namesTopic(part)) return true;
  if (topic.length === 0) return false;
  return topic.every((word) => [...source.words, ...source.context].some((other) => isSameWord(word, other)));
}

/** Parts with one source may not claim one of its numbers twice. */
function countsHold(parts: readonly (readonly ClaimWord[])[], sources: readonly Source[]): boolean {
  return distinct(sources).every((source) =>
    numbersHold(textOf(parts.filter((_, index) => sources[index] === source).flat()), source),
  );
}

function distinct(sources: readonly Source[]): Source[] {
  return [...new Set(sources)];
}
