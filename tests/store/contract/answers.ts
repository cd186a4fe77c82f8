import { describe, expect, it } from 'vitest';
import { citation, givenAnswer } from '../examples.ts';
import { HOSTILE, type OpenTestStore } from './open.ts';

/** What every store does with the answers that were given. */
export function answersContract(name: string, openTestStore: OpenTestStore): void {
  describe(`${name}: given answers`, () => {
    it('are found by their id after a restart, with all that their buttons need', async () => {
      const { store, reopen } = await openTestStore({ now: () => 4_000_000_000_123 });
      const id = store.answers.add(
        givenAnswer({ question: '마스코트는 누구인가요?', citations: [citation({ quote: '수호랑' })] }),
      );
      expect(reopen().answers.find(id)).toEqual({
        ...{ id, server: '1', channel: '10', asker: '100', created: 4_000_000_000_123, language: 'ko', kind: 'answered' },
        question: '마스코트는 누구인가요?',
        citations: [
          {
            number: 1,
            source: 'a.md',
            title: '제목',
            chunk: '0123456789abcdef',
            start: 5,
            end: 8,
            quoteHash: 'ff9d318b23ed71ed',
          },
        ],
        generation: 'generation-1',
        shared: false,
      });
    });

    it('have ids of 12 characters that do not repeat', async () => {
      const { store } = await openTestStore();
      const ids = Array.from({ length: 50 }, () => store.answers.add(givenAnswer()));
      expect(new Set(ids).size).toBe(50);
      for (const id of ids) expect(id).toMatch(/^[a-z2-7]{12}$/);
    });

    it('hold no question where questions are not kept', async () => {
      const { store } = await openTestStore({ keepQuestions: false });
      expect(store.answers.find(store.answers.add(givenAnswer()))?.question).toBeNull();
    });

    it('hold the question with private data masked', async () => {
      const { store } = await openTestStore();
      const id = store.answers.add(givenAnswer({ question: '010-1234-\u200b5678, 900101-1234567' }));
      expect(store.answers.find(id)?.question).toBe('███-████-████, ██████-███████');
    });

    it('cut a long question between characters', async () => {
      const { store } = await openTestStore();
      const id = store.answers.add(givenAnswer({ question: `a${'😀'.repeat(5_000)}` }));
      expect(store.answers.find(id)?.question).toBe(`a${'😀'.repeat(999)}`);
    });

    it.each(['', 'aaaaaaaaaaaa', ...HOSTILE])('know no made-up id (%#)', async (id) => {
      const { store } = await openTestStore();
      store.answers.add(givenAnswer());
      expect(store.answers.find(id)).toBeUndefined();
    });

    it('are shared once, however often the button is pressed', async () => {
      const { store, reopen } = await openTestStore();
      const [id, other] = [store.answers.add(givenAnswer()), store.answers.add(givenAnswer())];
      expect([store.answers.share(id), store.answers.share(id)]).toEqual([true, false]);
      const again = reopen();
      expect(again.answers.share(id)).toBe(false);
      expect(again.answers.find(id)?.shared).toBe(true);
      expect(again.answers.find(other)?.shared).toBe(false);
    });

    it('can be shared again when it failed', async () => {
      const { store } = await openTestStore();
      const id = store.answers.add(givenAnswer());
      store.answers.share(id);
      store.answers.unshare(id);
      expect(store.answers.find(id)?.shared).toBe(false);
      expect(store.answers.share(id)).toBe(true);
    });

    it.each(HOSTILE)('share no made-up id (%#)', async (id) => {
      const { store } = await openTestStore();
      store.answers.add(givenAnswer());
      expect(store.answers.share(id)).toBe(false);
    });

    it('also come from direct messages', async () => {
      const { store } = await openTestStore();
      expect(store.answers.find(store.answers.add(givenAnswer({ server: null })))?.server).toBeNull();
    });
  });
}
