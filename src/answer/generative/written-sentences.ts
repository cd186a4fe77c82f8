import { splitSentences } from '../../text/sentences.ts';

/** Ends after the markers that close a sentence ("… [1]", "… [1].", "…. [1]") once something else follows, or at a line break. */
const UNIT =
  /^[^\n]*?(?:[.!?。…]["'”’)]*[ \t]*(?:\[[^\]\n]*\][ \t]*)+|(?:\[[^\]\n]*\][ \t]*)+[.!?。]?["'”’)]*)(?=[^\s[.!?。"'”’)])|^[^\n]*\n/u;
const MARKERS = /(?:[ \t]*\[[^\]\n]*\][ \t]*)+([.!?。]?["'”’)]*)\s*$/u;
const BULLET = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/u;

/** Puts the pieces of a stream together and gives each sentence, with its markers, as soon as it is complete. */
export class WrittenSentences {
  #rest = '';

  *add(piece: string): Generator<string> {
    this.#rest += piece;
    for (let unit = UNIT.exec(this.#rest); unit; unit = UNIT.exec(this.#rest)) {
      this.#rest = this.#rest.slice(unit[0].length);
      yield* sentencesOf(unit[0]);
    }
  }

  /** What is left when the stream has ended. */
  *end(): Generator<string> {
    yield* sentencesOf(this.#rest);
    this.#rest = '';
  }
}

/** Markers belong to the sentence that they close; those before it have none. */
function sentencesOf(unit: string): string[] {
  const text = unit.replace(BULLET, '').trim();
  const closing = MARKERS.exec(text);
  const body = closing ? text.slice(0, closing.index) + (closing[1] ?? '') : text;
  const sentences = splitSentences(body).map(({ start, end }) => body.slice(start, end));
  const last = sentences.pop();
  if (last === undefined) return [];
  return [...sentences, closing ? `${last} ${closing[0].slice(0, closing[0].length - (closing[1] ?? '').length).trim()}` : last];
}
