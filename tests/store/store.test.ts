import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { storeContract } from '../contracts/store.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { storeOptions } from './examples.ts';

storeContract('The SQLite store', async (options = {}) => {
  const path = join(await temporaryDirectory(), 'data', 'store.sqlite');
  let store = openStore(path, storeOptions(options));
  onTestFinished(() => {
    store.close();
  });
  return {
    store,
    reopen: (changes = options) => {
      store.close();
      return (store = openStore(path, storeOptions(changes)));
    },
  };
});
