import { describe, expect, it } from 'vitest';
import { UnderWay } from '../../src/discord/under-way.ts';

describe('work that is under way', () => {
  it('is waited for, as far as it had begun', async () => {
    const underWay = new UnderWay(() => undefined);
    const ended: string[] = [];
    underWay.add(Promise.resolve().then(() => void ended.push('one')));
    await underWay.ended(10_000);
    expect(ended).toEqual(['one']);
  });

  it('is not waited for without end', async () => {
    const underWay = new UnderWay(() => undefined);
    underWay.add(new Promise(() => undefined));
    await expect(underWay.ended(1)).resolves.toBeUndefined();
  });

  it('never fails unheard, and never ends the process', async () => {
    const errors: unknown[] = [];
    const underWay = new UnderWay((error) => errors.push(error));
    const error = new Error('unexpected');
    underWay.add(Promise.reject(error));
    await underWay.ended(10_000);
    expect(errors).toEqual([error]);
  });
});
