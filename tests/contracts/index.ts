import { describe } from 'vitest';
import { IndexBench, type MakeStore } from './index-bench.ts';
import { searchingContract } from './index-searching.ts';
import { storingContract } from './index-storing.ts';

/** What every index does, whatever it is made of. */
export function indexContract(name: string, makeStore: MakeStore): void {
  describe(`${name} as an index`, () => {
    const bench = new IndexBench(makeStore);
    storingContract(bench);
    searchingContract(bench);
  });
}
