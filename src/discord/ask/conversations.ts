import type { Filter } from '../../search/index-port.ts';

/** One question with its answer, as far as what follows needs it. */
export interface Turn {
  asker: string;
  /** null in a direct message. */
  server: string | null;
  /** As it was searched: what a follow-up continues. */
  question: string;
  /** As it was written. */
  written: string;
  /** What was shown as the answer, without its sources; absent where there was none. */
  said?: string;
  filter: Filter | undefined;
  /** Id of the given answer; null when it could not be stored. */
  answer: string | null;
}

/** Where a turn was taken: messages that show it, and the person's place in a thread or direct message. */
export interface Place {
  channel: string;
  person: string;
}

const MOST = 5_000;

/**
 * What was asked lately: whoever replies continues the turn of that message; whoever goes on in a thread or a direct message continues their
 * own last turn there. It is held in memory only: questions are stored nowhere unless the administrators say so, and after a restart a
 * follow-up stands alone.
 */
export class Conversations {
  readonly #turns = new Map<string, Turn>();

  /** @param messages Ids of the messages that hold the question or the answer. */
  remember(turn: Turn, { channel, person }: Place, messages: readonly string[]): void {
    this.#put(placeKey(channel, person), turn);
    for (const message of messages) this.#put(message, turn);
    if (turn.answer !== null) this.#put(turn.answer, turn);
  }

  ofMessage(message: string): Turn | undefined {
    return this.#turns.get(message);
  }

  ofAnswer(answer: string): Turn | undefined {
    return this.#turns.get(answer);
  }

  ofPerson({ channel, person }: Place): Turn | undefined {
    return this.#turns.get(placeKey(channel, person));
  }

  #put(key: string, turn: Turn): void {
    this.#turns.delete(key);
    this.#turns.set(key, turn);
    if (this.#turns.size > MOST) for (const [oldest] of this.#turns) return void this.#turns.delete(oldest);
  }
}

function placeKey(channel: string, person: string): string {
  return `${channel} ${person}`;
}
