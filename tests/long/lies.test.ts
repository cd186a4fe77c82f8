import { expect, it } from 'vitest';
import { startChecking } from '../answer/generative/checking.ts';
import { lyingSentences } from '../answer/generative/lies.ts';

it('of thousands of sentences that lie about the articles that ship, none is shown', async () => {
  const { passages, shownOf } = await startChecking();
  const lies = lyingSentences(passages);
  expect(lies.length).toBeGreaterThan(3000);
  expect(await shownOf(lies)).toEqual([]);
}, 600_000);
