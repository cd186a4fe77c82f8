import { describe, expect, it } from 'vitest';
import { Quota } from '../../../src/discord/ask/quota.ts';

const HOUR = 3_600_000;

describe('a quota', () => {
  it('is full after so many times, until an hour after the first of them', () => {
    let now = 1_000;
    const quota = new Quota(2, () => now);
    quota.count('bob');
    now += 10;
    quota.count('bob');
    expect(quota.fullUntil('bob')).toBe(1_000 + HOUR);
    expect(quota.fullUntil('alice')).toBeUndefined();
    now = 1_000 + HOUR;
    expect(quota.fullUntil('bob')).toBeUndefined();
    quota.count('bob');
    expect(quota.fullUntil('bob')).toBe(1_010 + HOUR);
  });
});
