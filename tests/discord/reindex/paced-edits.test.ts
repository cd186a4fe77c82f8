import { DiscordAPIError } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PacedEdits } from '../../../src/discord/reindex/paced-edits.ts';
import type { Content } from '../../../src/discord/respond.ts';

/** Edits that take so many milliseconds, with the time at which each began. */
function bench(milliseconds = 0, fail: (edit: number) => Error | undefined = () => undefined) {
  const shown: { content: string | undefined; at: number }[] = [];
  const started = Date.now();
  let underWay = 0;
  let overlapped = false;
  const edits = new PacedEdits(async ({ content }: Content) => {
    overlapped ||= underWay > 0;
    underWay += 1;
    shown.push({ content, at: Date.now() - started });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    underWay -= 1;
    const error = fail(shown.length);
    if (error) throw error;
  });
  return {
    edits,
    shown,
    overlaps: () => overlapped,
    at: () => shown.map(({ at }) => at),
    texts: () => shown.map(({ content }) => content),
  };
}

function tokenOver(): DiscordAPIError {
  return new DiscordAPIError({ code: 50027, message: 'Invalid Webhook Token' }, 50027, 401, 'PATCH', '', {});
}

describe('edits at a pace', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows the first state at once and then the newest, every two seconds at most', async () => {
    const { edits, at, texts } = bench();
    for (let state = 0; state < 100; state += 1) {
      edits.show({ content: String(state) });
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(at()).toEqual([0, 2_000, 4_000]);
    expect(texts()).toEqual(['0', '39', '79']);
  });

  it('never has two edits under way', async () => {
    const { edits, at, overlaps } = bench(5_000);
    for (let state = 0; state < 39; state += 1) {
      edits.show({ content: String(state) });
      await vi.advanceTimersByTimeAsync(500);
    }
    expect([at(), overlaps()]).toEqual([[0, 5_000, 10_000, 15_000], false]);
  });

  it('goes on after an edit that failed', async () => {
    const { edits, texts } = bench(0, (edit) => (edit === 1 ? new Error('cut') : undefined));
    edits.show({ content: 'first' });
    await vi.advanceTimersByTimeAsync(2_000);
    edits.show({ content: 'second' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(texts()).toEqual(['first', 'second']);
  });

  it('stops when the message can no longer be edited', async () => {
    const { edits, texts } = bench(0, tokenOver);
    for (const content of ['first', 'second', 'third']) {
      edits.show({ content });
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(texts()).toEqual(['first']);
  });

  it('ends as soon as no edit is under way, without waiting for its pause', async () => {
    const { edits, texts } = bench(300);
    edits.show({ content: 'first' });
    edits.show({ content: 'never shown' });
    let hasEnded = false;
    const ended = edits.end().then(() => (hasEnded = true));
    await vi.advanceTimersByTimeAsync(299);
    expect(hasEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await ended;
    edits.show({ content: 'too late' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toEqual(['first']);
  });
});
