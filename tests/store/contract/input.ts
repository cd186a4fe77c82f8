import { describe, expect, it } from 'vitest';
import { citation, givenAnswer } from '../examples.ts';
import { HOSTILE, type OpenTestStore } from './open.ts';

/** What every store does with unusual input. */
export function inputContract(name: string, openTestStore: OpenTestStore): void {
  describe(`${name}: strings of any kind`, () => {
    it.each(HOSTILE)('are data everywhere (%#)', async (text) => {
      const { store, reopen } = await openTestStore();
      const id = store.answers.add(
        givenAnswer({ question: text, channel: text, citations: [citation({ source: text, quote: text })] }),
      );
      store.feedback.vote({ answer: id, server: '1', member: text, rating: 'down', reason: text.slice(0, 100) });
      store.gaps.add({ server: '1', member: text, question: text });
      store.settings.change(text, { replies: 'thread' });
      const after = reopen();
      expect(after.answers.find(id)?.citations[0]?.source).toBe(text);
      expect(after.feedback.counts(id)).toEqual({ up: 0, down: 1 });
      expect(after.gaps.list('1', { limit: 9 }).entries).toHaveLength(1);
      expect(after.settings.get(text).replies).toBe('thread');
      expect(after.settings.get('1').replies).toBe('inline');
      after.forgetMember(text);
      expect(after.feedback.counts(id)).toEqual({ up: 0, down: 0 });
    });
  });

  it.each([0, -1, 1.5, NaN, Infinity])(`${name} refuses a page of %d entries`, async (limit) => {
    const { store } = await openTestStore();
    expect(() => store.gaps.list('1', { limit })).toThrow(RangeError);
    expect(() => store.feedback.list('1', { limit })).toThrow(RangeError);
  });

  it.each([0, -1, NaN])(`${name} refuses a retention of %d days`, async (days) => {
    await expect(openTestStore({ answerDays: days })).rejects.toThrow(RangeError);
    await expect(openTestStore({ questionDays: days })).rejects.toThrow(RangeError);
  });
}
