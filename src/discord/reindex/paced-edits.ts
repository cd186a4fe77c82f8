import { problemOf } from '../discord-errors.ts';
import type { Content } from '../respond.ts';

/** Milliseconds between two edits: Discord allows five within five seconds, and other messages of the channel want some of them. */
const PAUSE = 2_000;

/**
 * Keeps a message up to date with something that changes faster than Discord takes edits: only the newest state is shown, one edit at a
 * time. An edit that fails does not matter, the next one follows; when the message can no longer be edited there are no more.
 */
export class PacedEdits {
  readonly #edit: (content: Content) => Promise<unknown>;
  #next: Content | undefined;
  #working: Promise<void> | undefined;
  #isOver = false;
  #endPause = (): void => undefined;

  constructor(edit: (content: Content) => Promise<unknown>) {
    this.#edit = edit;
  }

  show(content: Content): void {
    if (this.#isOver) return;
    this.#next = content;
    this.#working ??= this.#work();
  }

  /** Resolves when no edit is under way and none will follow. What has not been shown by then never is. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#endPause();
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#next && !this.#isOver) {
      const content = this.#next;
      this.#next = undefined;
      const pause = this.#pause();
      try {
        await this.#edit(content);
      } catch (error) {
        if (problemOf(error) === 'late') this.#isOver = true;
      }
      if (!this.#isOver) await pause;
    }
    this.#endPause();
    this.#working = undefined;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PAUSE);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
