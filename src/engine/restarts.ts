import type { EngineConfig } from './protocol.ts';

/** How much of the engine runs: all of it; without the graph of native code; without any embeddings, by words alone. */
export type Mode = 'full' | 'exact' | 'words';

/** The settings that each mode overrules. */
export const MODE_SETTINGS: Readonly<Record<Mode, Partial<EngineConfig>>> = {
  full: {},
  exact: { vectorIndex: 'exact' },
  words: { vectorIndex: 'exact', embeddingModel: 'none' },
};

const LESS: Readonly<Record<Mode, Mode>> = { full: 'exact', exact: 'words', words: 'words' };
const WINDOW_MILLISECONDS = 60_000;
/** So many deaths within the window, and the engine goes on with less. */
const TOO_MANY_DEATHS = 5;
const PROMPT_RESTARTS = 3;
const FIRST_DELAY_MILLISECONDS = 250;
const MAXIMUM_DELAY_MILLISECONDS = 10_000;
/** After so long without a death the engine is started in full again. */
export const QUIET_MILLISECONDS = 300_000;

/** When the engine is started again after it died, and with how much. Times are milliseconds of any steady clock. */
export class Restarts {
  mode: Mode = 'full';
  deaths = 0;
  #recent: number[] = [];

  /** Notes a death and returns after how many milliseconds to start again: the first times at once, then ever later. */
  died(now: number): number {
    this.deaths += 1;
    this.#recent = [...this.#recent.filter((time) => now - time < WINDOW_MILLISECONDS), now];
    const count = this.#recent.length;
    if (count >= TOO_MANY_DEATHS && this.mode !== 'words') {
      this.mode = LESS[this.mode];
      this.#recent = [];
    }
    if (count <= PROMPT_RESTARTS) return 0;
    return Math.min(FIRST_DELAY_MILLISECONDS * 2 ** (count - PROMPT_RESTARTS - 1), MAXIMUM_DELAY_MILLISECONDS);
  }

  /** To be called when it has been quiet for QUIET_MILLISECONDS. Returns whether the engine is to be started anew, in full. */
  recover(): boolean {
    const degraded = this.mode !== 'full';
    this.mode = 'full';
    this.#recent = [];
    return degraded;
  }
}
