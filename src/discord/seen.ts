const MOST = 10_000;

/** Remembers the latest ids: after a reconnect Discord may send the same event twice. */
export class Seen {
  readonly #ids = new Set<string>();

  /** @returns whether the id is new. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > MOST) for (const oldest of this.#ids) return this.#ids.delete(oldest);
    return true;
  }
}
