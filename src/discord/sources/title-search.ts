import { setImmediate } from 'node:timers/promises';
import type { IndexedArticle } from '../../search/index-port.ts';
import { collapseSpaces, foldText, readHanja, withoutSpaces } from '../../text/normalize.ts';
import { stemOf, wordsOf } from '../../text/stems.ts';
import { termsOfFolded } from '../../text/terms.ts';

/** An article as a search finds it; `score` is 1 for its whole title, SURE or more when its title holds everything that was typed. */
export interface TitleMatch {
  article: IndexedArticle;
  score: number;
}

/** From here on nothing that was typed is missing in the title. */
export const SURE = 0.7;

/** What a title is compared by. */
interface Entry {
  article: IndexedArticle;
  /** The title folded, its white space and punctuation removed; and the same of its words without particles. */
  letters: string;
  stems: string;
  /** Outlet, day and file name. */
  details: string;
}

/** Articles prepared between two turns of the event loop. */
const ARTICLES_A_TURN = 100;
const LEAST_SHARE = 0.5;

/** Finds articles by what a person remembers of their titles: spaces, case, width, punctuation, Hanja and particles are forgiven. */
export class TitleSearch {
  readonly #entries: readonly Entry[];
  /** For each term of a title, the positions of the entries that have it. */
  readonly #postings: ReadonlyMap<string, readonly number[]>;

  private constructor(entries: readonly Entry[], postings: ReadonlyMap<string, readonly number[]>) {
    this.#entries = entries;
    this.#postings = postings;
  }

  /** @param articles In the order in which equally good matches are to be listed. */
  static async over(articles: readonly IndexedArticle[]): Promise<TitleSearch> {
    const entries: Entry[] = [];
    const postings = new Map<string, number[]>();
    for (const article of articles) {
      if (entries.length % ARTICLES_A_TURN === 0) await setImmediate();
      const folded = foldText(readHanja(article.title));
      for (const term of new Set(termsOfFolded(folded))) {
        const positions = postings.get(term);
        if (positions) positions.push(entries.length);
        else postings.set(term, [entries.length]);
      }
      const details = [article.publisher, article.date, article.source, ...article.copies].join(' ');
      entries.push({ article, ...lettersAndStems(folded), details: withoutSpaces(foldText(details)) });
    }
    return new TitleSearch(entries, postings);
  }

  /** Everything that matches, best first. Titles that share less than `leastShare` of what was typed do not. */
  matches(text: string, leastShare = LEAST_SHARE): TitleMatch[] {
    const folded = foldText(readHanja(collapseSpaces(text)));
    const query = { ...lettersAndStems(folded), details: withoutSpaces(folded), wordStems: wordStemsOf(folded) };
    const shares = this.#shares(termsOfFolded(folded));
    const matches: TitleMatch[] = [];
    for (const [position, entry] of this.#entries.entries()) {
      const share = shares.get(position) ?? 0;
      const score = certainty(entry, query) ?? (share >= leastShare && share > 0 ? share * 0.6 : 0);
      if (score > 0) matches.push({ article: entry.article, score });
    }
    return matches.sort((a, b) => b.score - a.score);
  }

  /** Which share of the terms each title has, rare terms counting more. */
  #shares(terms: readonly string[]): Map<number, number> {
    const shares = new Map<number, number>();
    let all = 0;
    for (const term of new Set(terms)) {
      const positions = this.#postings.get(term) ?? [];
      const weight = Math.log(1 + this.#entries.length / (positions.length + 0.5));
      all += weight;
      for (const position of positions) shares.set(position, (shares.get(position) ?? 0) + weight);
    }
    for (const [position, weight] of shares) shares.set(position, weight / all);
    return shares;
  }
}

interface Query {
  letters: string;
  stems: string;
  details: string;
  wordStems: readonly string[];
}

/** How surely an entry is meant, where nothing that was typed is missing. */
function certainty(entry: Entry, { letters, stems, details, wordStems }: Query): number | undefined {
  if (letters === '') return details.length > 1 && entry.details.includes(details) ? LEAST_SHARE : undefined;
  if (entry.letters === letters) return 1;
  if (entry.letters.startsWith(letters)) return 0.9;
  if (entry.letters.includes(letters) || entry.stems.includes(stems)) return 0.8;
  if (wordStems.every((stem) => entry.letters.includes(stem))) return SURE;
  return details.length > 1 && entry.details.includes(details) ? LEAST_SHARE : undefined;
}

function lettersAndStems(folded: string): Pick<Entry, 'letters' | 'stems'> {
  return { letters: lettersOf(folded), stems: wordStemsOf(folded).join('') };
}

function wordStemsOf(folded: string): string[] {
  return wordsOf(folded)
    .map((word) => lettersOf(stemOf(word)))
    .filter((stem) => stem !== '');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
