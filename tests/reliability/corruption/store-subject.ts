import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { givenAnswer, storeOptions } from '../../store/examples.ts';
import { change } from '../../store/old-files.ts';
import { mutate } from './mutations.ts';
import { ensure, type Subject } from './subject.ts';

const FILE = 'store.sqlite';

/** What people did. It changes with every question, so that no checksum covers it: SQLite's own checks decide. */
export const storeSubject: Subject = {
  make: (whole) => {
    const store = openStore(join(whole, FILE), storeOptions());
    for (let i = 0; i < 6; i++) store.gaps.add({ server: '1', member: '5', question: `${i}번 `.repeat(300) });
    for (let i = 0; i < 4; i++) {
      const answer = store.answers.add(givenAnswer());
      store.feedback.vote({ answer, server: '1', member: '5', rating: 'down', reason: '이유' });
    }
    store.settings.change('1', { language: 'en' });
    store.close();
    mkdirSync(join(whole, 'other'));
    change(join(whole, 'other', FILE), 'CREATE TABLE bookmarks (url TEXT)');
    return Promise.resolve();
  },

  spoil: (copy, whole, random) => mutate(copy, [FILE], join(whole, 'other'), random, KINDS),

  open: (copy) => {
    const path = join(copy, FILE);
    const spoilt = readFileSync(path);
    const notes: string[] = [];
    try {
      const store = openStore(path, storeOptions({ note: (message) => notes.push(message) }));
      use(store);
      store.close();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      ensure(readFileSync(path).equals(spoilt), 'it was refused and changed');
      return Promise.resolve('refused');
    }
    if (!notes.some((note) => note.includes('is damaged'))) return Promise.resolve('opened');
    ensure(readFileSync(`${path}.damaged-1`).equals(spoilt), 'what was set aside is not what was there');
    return Promise.resolve('set aside');
  },
};

/** A file that is missing is a new store. */
const KINDS = ['bit flip', 'cut', 'zero page', 'garbage page', 'append', 'file of the other generation'] as const;

/** Reads everything and writes something. */
function use(store: Store): void {
  store.settings.get('1');
  const { entries } = store.feedback.list('1', { limit: 9 });
  for (const { answer } of entries) {
    store.answers.find(answer);
    store.feedback.counts(answer);
  }
  store.gaps.list('1', { limit: 9 });
  store.gaps.add({ server: '1', member: '6', question: '어디인가요?' });
}
