import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquireLock } from '../../src/indexing/lock.ts';
import { messageOf } from '../../src/errors.ts';
import { bundle, type Bundle } from '../support/bundle.ts';
import { putFiles } from '../support/index-fixtures.ts';
import { memoryDirectory } from '../support/memory-directory.ts';
import { editionFiles } from './kill/editions.ts';
import type { IndexRequest } from './worker/index-worker.ts';
import { Worker } from './worker/worker.ts';

const RACES = 50;
/** A test takes so many of them. */
const ROUND = 10;
/** How long the lock of a process that was killed may be held, in milliseconds (G16). */
const FREE_WITHIN = 1000;

describe('G16: two processes that want to index the same data directory', () => {
  let program: Bundle;
  const seen = { races: 0, longest: 0 };
  beforeAll(async () => {
    program = await bundle(join(import.meta.dirname, 'worker/index-worker.ts'));
  });
  afterAll(() => {
    program.remove();
  });

  it.each(Array.from({ length: RACES / ROUND }, (_, round) => round))(
    'S9: are one owner and one that is told the process id of the owner; the lock is free when the owner is killed (round %d)',
    async () => {
      const directory = await memoryDirectory();
      const [articles, data] = [join(directory, 'articles'), join(directory, 'data')];
      putFiles(articles, editionFiles(1));
      let rivals = [new Worker<IndexRequest>(program), new Worker<IndexRequest>(program)];
      for (let race = 0; race < ROUND; race++) {
        for (const rival of rivals) await rival.call({ task: 'ready' });
        for (const rival of rivals) rival.send({ task: 'hold', articles, data });
        const said = await Promise.all(rivals.map((rival) => rival.line()));
        const owners = rivals.filter((_, i) => said[i] === '"holding"');
        expect(owners, said.join(' ')).toHaveLength(1);
        const told = said.filter((line) => line !== '"holding"').join('');
        expect(told).toContain(`"UserError","message":"Indexing is already running (a rival, process ${owners[0]!.pid}, since`);
        await owners[0]!.kill();
        seen.longest = Math.max(seen.longest, await untilFree(data));
        seen.races += 1;
        rivals = rivals.map((rival) => (rival === owners[0] ? new Worker(program) : rival));
      }
      await Promise.all(rivals.map((rival) => rival.kill()));
    },
  );

  it('have their races often enough', () => {
    console.info(`G16: ${seen.races} races, one owner each; free ${Math.round(seen.longest)} ms after kill -9 at the latest`);
    expect(seen.races).toBe(RACES);
    expect(seen.longest).toBeLessThanOrEqual(FREE_WITHIN);
  });
});

/** Milliseconds until the lock can be taken. */
async function untilFree(data: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    try {
      acquireLock(data, 'the test').release();
      return performance.now() - started;
    } catch (error) {
      if (performance.now() - started > 10 * FREE_WITHIN) throw new Error(`still held: ${messageOf(error)}`, { cause: error });
      await new Promise(setImmediate);
    }
  }
}
