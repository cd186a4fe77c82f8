import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { givenAnswer } from '../examples.ts';
import { pagesOf, type OpenTestStore } from './open.ts';

/** What every store does with votes. */
export function feedbackContract(name: string, openTestStore: OpenTestStore): void {
  describe(`${name}: feedback`, () => {
    const vote = { server: '1', member: '5', rating: 'up' } as const;

    it('counts once a member; the last vote replaces the one before and its reason', async () => {
      const { store } = await openTestStore();
      const answer = store.answers.add(givenAnswer());
      expect(store.feedback.vote({ ...vote, answer, rating: 'down', reason: '오래된 기사' })).toBe(true);
      store.feedback.vote({ ...vote, answer, rating: 'down', reason: '다른 이유' });
      store.feedback.vote({ ...vote, answer, member: '6' });
      expect(store.feedback.counts(answer)).toEqual({ up: 1, down: 1 });
      store.feedback.vote({ ...vote, answer });
      expect(store.feedback.counts(answer)).toEqual({ up: 2, down: 0 });
      const { entries } = store.feedback.list('1', { limit: 10 });
      expect(entries.map(({ member, reason }) => [member, reason])).toEqual([
        ['5', null],
        ['6', null],
      ]);
    });

    it('is refused for an answer that is gone, and for another server’s answer', async () => {
      const { store } = await openTestStore();
      const answer = store.answers.add(givenAnswer());
      expect(store.feedback.vote({ ...vote, answer: 'aaaaaaaaaaaa' })).toBe(false);
      expect(store.feedback.vote({ ...vote, answer, server: '2' })).toBe(false);
      expect(store.feedback.vote({ ...vote, answer, server: null })).toBe(false);
      expect(store.feedback.counts(answer)).toEqual({ up: 0, down: 0 });
    });

    it('is possible in direct messages, and then on no server’s list', async () => {
      const { store } = await openTestStore();
      const answer = store.answers.add(givenAnswer({ server: null }));
      expect(store.feedback.vote({ ...vote, answer, server: null })).toBe(true);
      expect(store.feedback.list('1', { limit: 10 }).entries).toEqual([]);
    });

    it('takes a reason of 500 characters, masked, and refuses a longer one', async () => {
      const { store } = await openTestStore();
      const answer = store.answers.add(givenAnswer());
      store.feedback.vote({ ...vote, answer, reason: '😀'.repeat(500) });
      expect(() => store.feedback.vote({ ...vote, answer, reason: '가'.repeat(501) })).toThrow(UserError);
      expect(store.feedback.list('1', { limit: 1 }).entries[0]?.reason).toBe('😀'.repeat(500));
      store.feedback.vote({ ...vote, answer, reason: '  전화 02-123-4567\n' });
      expect(store.feedback.list('1', { limit: 1 }).entries[0]?.reason).toBe('전화 ██-███-████');
    });

    it('is listed newest first, in pages, whatever the clock says', async () => {
      let time = 1000;
      const { store } = await openTestStore({ now: () => time });
      const answer = store.answers.add(givenAnswer({ question: '언제 열리나요?' }));
      for (const member of ['1', '2', '3', '4', '5']) {
        store.feedback.vote({ ...vote, answer, member });
        time -= 10;
      }
      store.feedback.vote({ ...vote, answer, member: '2', rating: 'down' });
      const all = pagesOf((before) => store.feedback.list('1', { limit: 2, ...before }));
      expect(all.map((page) => page.map(({ member }) => member))).toEqual([['2', '5'], ['4', '3'], ['1']]);
      expect(all[0]?.[0]).toEqual({
        answer,
        member: '2',
        rating: 'down',
        reason: null,
        created: 950,
        question: '언제 열리나요?',
      });
    });

    it('is seen by its own server only', async () => {
      const { store } = await openTestStore();
      for (const server of ['1', '2']) {
        store.feedback.vote({ ...vote, server, answer: store.answers.add(givenAnswer({ server })), reason: `server ${server}` });
      }
      expect(store.feedback.list('2', { limit: 10 }).entries.map(({ reason }) => reason)).toEqual(['server 2']);
    });
  });
}
