import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { givenAnswer } from '../examples.ts';
import type { OpenTestStore } from './open.ts';

/** What every store deletes, and when. */
export function deletionContract(name: string, openTestStore: OpenTestStore): void {
  const DAY = 86_400_000;
  describe(`${name}: retention`, () => {
    const options = { keepQuestions: true, questionDays: 10, answerDays: 30 };

    it('deletes questions and gaps, then answers with their feedback, when their days are over', async () => {
      let time = 50 * DAY;
      const { store } = await openTestStore({ ...options, now: () => time });
      const old = store.answers.add(givenAnswer());
      store.feedback.vote({ answer: old, server: '1', member: '5', rating: 'up' });
      store.gaps.add({ server: '1', member: '5', question: '어디인가요?' });
      time += 10 * DAY;
      expect(store.purge()).toEqual({ answers: 0, questions: 0, gaps: 0 });
      time += 1;
      expect(store.purge()).toEqual({ answers: 0, questions: 1, gaps: 1 });
      expect(store.answers.find(old)).toMatchObject({ question: null, kind: 'answered' });
      expect(store.gaps.list('1', { limit: 1 }).entries).toEqual([]);
      time += 20 * DAY;
      const young = store.answers.add(givenAnswer());
      expect(store.purge()).toEqual({ answers: 1, questions: 0, gaps: 0 });
      expect(store.answers.find(old)).toBeUndefined();
      expect(store.feedback.counts(old)).toEqual({ up: 0, down: 0 });
      expect(store.answers.find(young)).toBeDefined();
    });

    it('counts only the questions of a gap that are still kept', async () => {
      let time = 0;
      const { store } = await openTestStore({ ...options, now: () => time });
      for (const day of [0, 1, 11]) {
        time = day * DAY;
        store.gaps.add({ server: '1', member: '5', question: '어디인가요?' });
      }
      store.purge();
      expect(store.gaps.list('1', { limit: 1 }).entries).toMatchObject([{ count: 2, first: DAY, last: 11 * DAY }]);
    });

    it('also happens at opening', async () => {
      const { store, reopen } = await openTestStore({ ...options, now: () => 0 });
      const id = store.answers.add(givenAnswer());
      expect(reopen({ ...options, now: () => 31 * DAY }).answers.find(id)).toBeUndefined();
    });

    it('deletes nothing when the clock jumps back', async () => {
      const { store, reopen } = await openTestStore({ ...options, now: () => 1000 * DAY });
      const id = store.answers.add(givenAnswer());
      expect(reopen({ ...options, now: () => 0 }).answers.find(id)?.question).not.toBeNull();
    });

    it('deletes every question that was kept, once questions are no longer kept', async () => {
      const { store, reopen } = await openTestStore();
      const id = store.answers.add(givenAnswer());
      store.gaps.add({ server: '1', member: '5', question: '어디인가요?' });
      const after = reopen({ keepQuestions: false });
      expect(after.answers.find(id)).toMatchObject({ question: null });
      expect(after.gaps.list('1', { limit: 1 }).entries).toEqual([]);
    });
  });

  describe(`${name}: forgetting`, () => {
    function fill(store: Store): Record<string, string> {
      const answers = [
        ['1', '5'],
        ['1', '6'],
        ['2', '5'],
        ['2', '6'],
      ].map(([server = '', asker = '']) => {
        const id = store.answers.add(givenAnswer({ server, asker }));
        for (const member of ['5', '6']) store.feedback.vote({ answer: id, server, member, rating: 'up' });
        store.gaps.add({ server, member: asker, question: '어디인가요?' });
        store.settings.change(server, { replies: 'thread' });
        return [`${server}/${asker}`, id];
      });
      return Object.fromEntries(answers) as Record<string, string>;
    }
    const seen = (store: Store, answers: Record<string, string>) => ({
      answers: Object.keys(answers).filter((key) => store.answers.find(answers[key] ?? '')),
      votes: ['1', '2'].map((server) =>
        store.feedback
          .list(server, { limit: 9 })
          .entries.map(({ member }) => member)
          .join(''),
      ),
      gaps: ['1', '2'].map((server) => store.gaps.list(server, { limit: 9 }).entries[0]?.count ?? 0),
      replies: ['1', '2'].map((server) => store.settings.get(server).replies),
    });
    const kept = { replies: ['thread', 'thread'] };

    it('a server deletes all that is stored of it, and nothing of another', async () => {
      const { store } = await openTestStore();
      const answers = fill(store);
      store.forgetServer('1');
      expect(seen(store, answers)).toEqual({
        answers: ['2/5', '2/6'],
        votes: ['', '6565'],
        gaps: [0, 2],
        replies: ['inline', 'thread'],
      });
    });

    it('a member deletes all that is stored of that member, and nothing of another', async () => {
      const { store } = await openTestStore();
      const answers = fill(store);
      store.forgetMember('5');
      expect(seen(store, answers)).toEqual({ ...kept, answers: ['1/6', '2/6'], votes: ['6', '6'], gaps: [1, 1] });
    });

    it('a member in one server leaves the other servers alone', async () => {
      const { store } = await openTestStore();
      const answers = fill(store);
      store.forgetMember('5', '2');
      expect(seen(store, answers)).toEqual({ ...kept, answers: ['1/5', '1/6', '2/6'], votes: ['6565', '6'], gaps: [2, 1] });
    });

    it('a member also deletes what was asked in direct messages', async () => {
      const { store } = await openTestStore();
      const id = store.answers.add(givenAnswer({ server: null, asker: '5' }));
      store.forgetMember('5');
      expect(store.answers.find(id)).toBeUndefined();
    });
  });
}
