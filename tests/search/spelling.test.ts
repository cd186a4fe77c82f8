import { describe, expect, it } from 'vitest';
import { readSpelling } from '../../src/search/spelling.ts';
import { termsOf } from '../../src/text/terms.ts';

/** An archive in which each of these words stands in so many chunks. */
function archiveOf(words: Readonly<Record<string, number>>) {
  const counts = new Map<string, number>();
  for (const [word, chunks] of Object.entries(words)) {
    for (const term of new Set(termsOf(word))) counts.set(term, (counts.get(term) ?? 0) + chunks);
  }
  return {
    manifest: { chunks: 100 },
    chunkCounts: (terms: readonly string[]) => Promise.resolve(new Map(terms.map((term) => [term, counts.get(term) ?? 0]))),
  };
}

const ARCHIVE = archiveOf({ 알리바바: 9, 회장: 9, 결제: 9, 서비스: 9, 만들: 3, 대학교: 5, 대학가: 1, openai: 4, 투자: 8, 데뷔: 4, 골목: 4, 데뷔골: 3, 방곡: 2, 뷔곡: 1 }); // prettier-ignore

describe('readSpelling', () => {
  it('reads Hangul typed on the English layout', async () => {
    expect(await readSpelling(ARCHIVE, 'dkfflqkqksms djeldp xnwkgksk?')).toEqual({
      text: '알리바바는 어디에 투자하나?',
      corrected: '알리바바는 어디에 투자하나?',
    });
  });

  it('reads English typed on the Korean layout', async () => {
    expect((await readSpelling(ARCHIVE, 'ㅐㅔ두먀 서비스는?')).text).toBe('openai 서비스는?');
  });

  it('leaves English words alone that the archive holds, or that make no word on the other layout', async () => {
    const archive = archiveOf({ dkfflqkqk: 1, 알리바바: 9 });
    for (const question of ['dkfflqkqk?', 'when did the bank fail?', 'OpenAI?']) {
      expect(await readSpelling(archive, question)).toEqual({ text: question, corrected: null });
    }
  });

  it('puts spaces into a question without any, and does not call that a correction', async () => {
    expect(await readSpelling(ARCHIVE, '알리바바회장이만들서비스는?')).toEqual({
      text: '알리바바 회장이 만들 서비스는?',
      corrected: null,
    });
  });

  it('joins what belongs together', async () => {
    expect((await readSpelling(ARCHIVE, '알리 바바는 어디에?')).text).toBe('알리바바는 어디에?');
  });

  it('corrects one wrong letter, particle kept', async () => {
    expect(await readSpelling(ARCHIVE, '알리버바는 대학쿄를 세웠나?')).toEqual({
      text: '알리바바는 대학교를 세웠나?',
      corrected: '알리바바는 대학교를 세웠나?',
    });
  });

  it('leaves a word alone that another word of the archive holds in part', async () => {
    expect((await readSpelling(ARCHIVE, '데뷔곡은 무엇인가?')).corrected).toBeNull();
  });

  it('leaves a word alone that could be either of two', async () => {
    const archive = archiveOf({ 알리바바: 4, 알리비바: 3 });
    expect((await readSpelling(archive, '알리버바는?')).corrected).toBeNull();
  });

  it('leaves a word alone whose neighbour is rare', async () => {
    expect((await readSpelling(archiveOf({ 알리바바: 1 }), '알리버바는?')).corrected).toBeNull();
  });

  it('leaves a question alone of which everything is known', async () => {
    const question = '알리바바 회장은 대학교에 투자했나?';
    expect(await readSpelling(ARCHIVE, question)).toEqual({ text: question, corrected: null });
  });
});
