import type { Hit } from '../../search/retriever.ts';
import type { Citation, GeneratedSentence } from '../answer.ts';
import type { Source } from './source.ts';
import type { Verified } from './verify.ts';

/** Quotes beyond this are more than a reader reads and a message holds. */
const MOST_CHARACTERS = 600;
const MOST_SENTENCES = 4;

/** The sentences that were verified, numbered by the quotes that prove them: the same sentence of an article is quoted once. */
export class CitedSentences {
  readonly generated: GeneratedSentence[] = [];
  readonly citations: Citation[] = [];
  readonly #hits: readonly Hit[];
  readonly #numbers = new Map<Source, number>();

  constructor(hits: readonly Hit[]) {
    this.#hits = hits;
  }

  get isFull(): boolean {
    return this.generated.length >= MOST_SENTENCES;
  }

  /** Adds a sentence with its quotes, unless there is no room for them or it is there already. */
  add({ text, sources }: Verified): boolean {
    const more = sources.filter((source) => !this.#numbers.has(source));
    const quoted = [...this.#numbers.keys(), ...more].reduce((sum, source) => sum + source.text.length, 0);
    const isFirst = this.generated.length === 0;
    if (this.isFull || (!isFirst && quoted > MOST_CHARACTERS) || this.generated.some((other) => other.text === text))
      return false;
    for (const source of more) this.#cite(source);
    const numbers = sources.flatMap((source) => this.#numbers.get(source) ?? []);
    this.generated.push({ text, numbers: [...new Set(numbers)].sort((a, b) => a - b) });
    return true;
  }

  #cite(source: Source): void {
    const chunk = this.#hits[source.passage]?.chunk;
    if (!chunk) throw new Error(`There is no passage ${source.passage}`);
    const number = this.citations.length + 1;
    const { source: file, title, publisher, date, url } = chunk.article;
    const [start, end] = [chunk.start + source.span.start, chunk.start + source.span.end];
    this.citations.push({
      ...{ number, source: file, title, publisher, date, url, quote: source.text, highlight: null, start, end },
      chunk: chunk.key,
      also: [],
    });
    this.#numbers.set(source, number);
  }
}

/** The sentences as a reader sees them: each with the numbers of its quotes. */
export function generatedText(generated: readonly GeneratedSentence[]): string {
  return generated.map(({ text, numbers }) => `${text} ${numbers.map((number) => `[${number}]`).join('')}`).join(' ');
}
