import type Database from 'better-sqlite3';
import { collectAliases, nameKey } from '../text/aliases.ts';
import { hangulSkeleton, latinSkeletons } from '../text/transliteration.ts';
import { STEM } from '../text/terms.ts';
import type { NamedAlias, SpokenWord } from './index-port.ts';

/** Beginnings of a word are found too, since names open compounds (금강산): from so many syllables on, and of words up to so many. */
const SHORTEST_BEGINNING = 2;
const LONGEST_WORD = 10;
/** A spelling with more readings is looked for under these only. */
const READINGS = 4;
/** Short skeletons are shared by thousands of words. */
const WORDS_A_SKELETON = 400;
const LATIN_WORD = /^[a-z]{3,20}$/;

/** Writes what names articles state and how words sound, while a generation is written. */
export class NameTablesWriter {
  readonly #alias: Database.Statement<[string, string]>;
  readonly #word: Database.Statement<[string, string, number]>;

  constructor(database: Database.Database) {
    this.#alias = database.prepare(
      'INSERT INTO aliases VALUES (?, ?, 1) ON CONFLICT (key, other) DO UPDATE SET articles = articles + 1',
    );
    this.#word = database.prepare(
      'INSERT INTO words VALUES (?, ?, ?) ON CONFLICT (skeleton, word) DO UPDATE SET chunks = chunks + excluded.chunks',
    );
  }

  /** Notes the names that an article states; each pair counts once an article. */
  addArticle(text: string): void {
    for (const { name, alias } of collectAliases(text)) {
      this.#alias.run(nameKey(name), alias);
      this.#alias.run(nameKey(alias), name);
    }
  }

  /** Notes a term of the lexical index, if it is a whole word. */
  addTerm(term: string, chunks: number): void {
    if (term.startsWith(STEM)) {
      for (const word of withBeginnings(term.slice(STEM.length))) {
        const skeleton = hangulSkeleton(word);
        if (skeleton !== '') this.#word.run(skeleton, word, chunks);
      }
    } else if (LATIN_WORD.test(term)) {
      for (const skeleton of latinSkeletons(term).slice(0, READINGS)) if (skeleton !== '') this.#word.run(skeleton, term, chunks);
    }
  }
}

/** A Hangul word and what it may begin with. */
function withBeginnings(word: string): string[] {
  if (word.length > LONGEST_WORD) return [];
  const lengths = Array.from({ length: Math.max(word.length - SHORTEST_BEGINNING, 0) }, (_, index) => word.length - 1 - index);
  return [word, ...lengths.map((length) => word.slice(0, length))];
}

/** Reads them. A generation that an older program wrote has none. */
export class NameTables {
  readonly #aliases: Database.Statement<[string], NamedAlias> | undefined;
  readonly #words: Database.Statement<[string, number], SpokenWord> | undefined;

  constructor(database: Database.Database) {
    const tables = database
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE name IN ('aliases', 'words')")
      .pluck()
      .all();
    if (tables.length < 2) return;
    this.#aliases = database.prepare('SELECT other AS name, articles FROM aliases WHERE key = ? ORDER BY articles DESC, other');
    this.#words = database.prepare('SELECT word, chunks FROM words WHERE skeleton = ? LIMIT ?');
  }

  aliases(key: string): NamedAlias[] {
    return this.#aliases?.all(key) ?? [];
  }

  words(skeleton: string): SpokenWord[] {
    return this.#words?.all(skeleton, WORDS_A_SKELETON) ?? [];
  }
}
