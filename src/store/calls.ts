import { z } from 'zod';
import type { Vote } from './feedback.ts';
import type { UnansweredQuestion } from './gaps.ts';
import type { NewGivenAnswer } from './given-answers.ts';
import type { PageRequest } from './page.ts';
import type { ServerSettingsChange } from './server-settings.ts';
import type { Store } from './store.ts';

/**
 * What can be asked of a store from another process, by name. A call may be made a second time when its process died before it answered:
 * then an answer or a gap may be stored twice, and `shareAnswer` may say false to both, but never true to both.
 */
export const STORE_CALLS = {
  settings: ({ settings }: Store, server: string) => settings.get(server),
  changeSettings: ({ settings }: Store, server: string, changes: ServerSettingsChange) => settings.change(server, changes),
  resetSettings: ({ settings }: Store, server: string): void => {
    settings.reset(server);
  },
  addAnswer: ({ answers }: Store, answer: NewGivenAnswer) => answers.add(answer),
  answer: ({ answers }: Store, id: string) => answers.find(id),
  shareAnswer: ({ answers }: Store, id: string) => answers.share(id),
  unshareAnswer: ({ answers }: Store, id: string): void => {
    answers.unshare(id);
  },
  vote: ({ feedback }: Store, vote: Vote) => feedback.vote(vote),
  voteCounts: ({ feedback }: Store, answer: string) => feedback.counts(answer),
  feedback: ({ feedback }: Store, server: string, page: PageRequest) => feedback.list(server, page),
  addGap: ({ gaps }: Store, question: UnansweredQuestion) => gaps.add(question),
  gaps: ({ gaps }: Store, server: string, page: PageRequest) => gaps.list(server, page),
  resolveGap: ({ gaps }: Store, server: string, id: string) => gaps.resolve(server, id),
  forgetServer: (store: Store, server: string): void => {
    store.forgetServer(server);
  },
  forgetMember: (store: Store, member: string, server?: string): void => {
    store.forgetMember(member, server);
  },
  purge: (store: Store) => store.purge(),
} as const;

type Table = typeof STORE_CALLS;
type WithoutStore<Call> = Call extends (store: Store, ...parameters: infer Parameters) => infer Result
  ? (...parameters: Parameters) => Promise<Result>
  : never;

/** The store as its users see it, wherever it is open. Errors are those of the store's own methods. */
export type StoreCalls = { readonly [Name in keyof Table]: WithoutStore<Table[Name]> };

/**
 * Makes a call by its name.
 * @throws RangeError when there is none of that name.
 */
export function callStore(store: Store, name: string, parameters: readonly unknown[]): unknown {
  if (!isCall(name)) throw new RangeError(`The store has no call "${name}"`);
  return Reflect.apply(STORE_CALLS[name], undefined, [store, ...parameters]);
}

/** The calls of a store that is open in this process. */
export function storeCalls(store: Store): StoreCalls {
  const calls = Object.keys(STORE_CALLS).map((name) => {
    const call = (...parameters: unknown[]) => Promise.resolve().then(() => callStore(store, name, parameters));
    return [name, call] as const;
  });
  return z.custom<StoreCalls>().parse(Object.fromEntries(calls));
}

function isCall(name: string): name is keyof Table {
  return Object.hasOwn(STORE_CALLS, name);
}
