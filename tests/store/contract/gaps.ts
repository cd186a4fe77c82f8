import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { pagesOf, type OpenTestStore } from './open.ts';

/** What every store does with questions that found no answer. */
export function gapsContract(name: string, openTestStore: OpenTestStore): void {
  describe(`${name}: gaps`, () => {
    const gap = { server: '1', member: '5' };
    const listed = (store: Store, server = '1') =>
      store.gaps.list(server, { limit: 100 }).entries.map(({ example, count }) => [example, count]);

    it('keep nothing where questions are not kept', async () => {
      const { store } = await openTestStore({ keepQuestions: false });
      expect(store.gaps.add({ ...gap, question: '어디인가요?' })).toBe(false);
      expect(listed(store)).toEqual([]);
    });

    it('group near-identical wordings, with count, first and last time and the newest wording', async () => {
      let time = 0;
      const { store } = await openTestStore({ now: () => time });
      for (const question of [
        '마스코트 이름은 무엇인가요?',
        '마스코트의 이름이 뭐야',
        '마스코트이름 알려줘',
        ' 마스코트  이름? ',
      ]) {
        time += 100;
        store.gaps.add({ ...gap, question });
      }
      const { entries } = store.gaps.list('1', { limit: 10 });
      expect(entries).toEqual([{ id: entries[0]?.id, count: 4, first: 100, last: 400, example: '마스코트 이름?' }]);
    });

    it.each([
      ['대회는 언제 열리나요?', '대회는 어디서 열리나요?'],
      ['2023년 예산은 얼마인가요?', '2024년 예산은 얼마인가요?'],
      ['참가자는 누구인가요?', '참가자는 몇 명인가요?'],
      ['서울 예산은?', '부산 예산은?'],
      ['누구?', '언제?'],
      ['😀', '🎉'],
    ])('keep apart: %s %s', async (one, other) => {
      const { store } = await openTestStore();
      for (const question of [one, other]) store.gaps.add({ ...gap, question });
      expect(listed(store)).toEqual([
        [other, 1],
        [one, 1],
      ]);
    });

    it('are listed with the one asked last first, in pages, whatever the clock says', async () => {
      let time = 1000;
      const { store } = await openTestStore({ now: () => time });
      for (const city of ['서울', '부산', '대구', '서울']) {
        store.gaps.add({ ...gap, question: `${city} 인구는?` });
        time -= 10;
      }
      const all = pagesOf((before) => store.gaps.list('1', { limit: 2, ...before }));
      expect(all.map((page) => page.map(({ example, count }) => `${example} ${count}`))).toEqual([
        ['서울 인구는? 2', '대구 인구는? 1'],
        ['부산 인구는? 1'],
      ]);
    });

    it('mask private data, so that it neither shows nor separates', async () => {
      const { store } = await openTestStore();
      for (const number of ['010-1234-5678', '010-9999-9999']) store.gaps.add({ ...gap, question: `${number} 누구 번호인가요?` });
      expect(listed(store)).toEqual([['███-████-████ 누구 번호인가요?', 2]]);
    });

    it('are seen and resolved by their own server only; asked again they count anew', async () => {
      const { store } = await openTestStore();
      for (const server of ['1', '2', null]) store.gaps.add({ ...gap, server, question: '어디인가요?' });
      const id = store.gaps.list('1', { limit: 1 }).entries[0]?.id ?? '';
      expect(listed(store)).toEqual([['어디인가요?', 1]]);
      expect(store.gaps.resolve('3', id)).toBe(false);
      expect(store.gaps.resolve('1', id)).toBe(true);
      expect(store.gaps.resolve('1', id)).toBe(false);
      expect(listed(store)).toEqual([]);
      expect(listed(store, '2')).toEqual([['어디인가요?', 1]]);
      store.gaps.add({ ...gap, question: '어디인가요?' });
      expect(listed(store)).toEqual([['어디인가요?', 1]]);
    });

    it.each(['', ' \u200b\n'])('ignore an empty question (%#)', async (question) => {
      const { store } = await openTestStore();
      expect(store.gaps.add({ ...gap, question })).toBe(false);
    });
  });
}
