import { messageOf } from '../errors.ts';
import { callStore } from './calls.ts';
import { openStore, type Store, type StoreOptions } from './store.ts';

/** How often a store that stays open is rid of what is older than its retention, in milliseconds. */
const PURGE_EVERY = 24 * 60 * 60 * 1000;

/** A store that is opened by the first call that needs it, and tried again by the next when that fails. */
export class LazyStore {
  readonly #path: string;
  readonly #options: StoreOptions;
  #store: Store | undefined;

  constructor(path: string, options: StoreOptions) {
    this.#path = path;
    this.#options = options;
  }

  /**
   * Makes a call of STORE_CALLS by its name.
   * @throws UserError when the store cannot be opened, and whatever the call throws.
   */
  call(name: string, parameters: readonly unknown[]): unknown {
    this.#store ??= openStore(this.#path, this.#options);
    return callStore(this.#store, name, parameters);
  }

  /** Purges once a day, also while nobody calls: what is promised to be deleted is deleted. Does not keep the program alive. */
  purgeDaily(): void {
    const purge = (): void => {
      try {
        this.call('purge', []);
      } catch (error) {
        this.#options.note(messageOf(error));
      }
    };
    setInterval(purge, PURGE_EVERY).unref();
  }
}
