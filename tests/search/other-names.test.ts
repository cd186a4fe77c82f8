import { describe, expect, it } from 'vitest';
import { findOtherNames, readAcross, renamed } from '../../src/search/other-names.ts';
import { analyzeQuestion } from '../../src/text/question.ts';
import { hangulSkeleton, latinSkeletons } from '../../src/text/transliteration.ts';

/** An index that states these names and holds these words. */
function indexOf(stated: Readonly<Record<string, string[]>>, words: readonly string[] = []) {
  return {
    aliases: (key: string) => Promise.resolve((stated[key] ?? []).map((name) => ({ name, articles: 1 }))),
    wordsSounding: (skeleton: string) =>
      Promise.resolve(
        words
          .filter((word) => [hangulSkeleton(word), ...latinSkeletons(word)].includes(skeleton))
          .map((word) => ({ word, chunks: 1 })),
      ),
  };
}

async function named(reader: ReturnType<typeof indexOf>, question: string, spoken: boolean): Promise<Record<string, string[]>> {
  const names = await findOtherNames(reader, question, spoken);
  return Object.fromEntries(names.map(({ written, others }) => [written, others]));
}

describe('findOtherNames', () => {
  it('finds what articles state, whatever particle and spacing', async () => {
    const index = indexOf({ 국제올림픽위원회: ['IOC'], ioc: ['국제올림픽위원회'] });
    expect(await named(index, 'IOC의 본부는?', false)).toEqual({ IOC의: ['국제올림픽위원회'] });
    expect(await named(index, '국제 올림픽 위원회는 어디에 있나요?', false)).toEqual({ '국제 올림픽 위원회는': ['IOC'] });
  });

  it('takes the longest name', async () => {
    const index = indexOf({ jackma: ['마윈'], ma: ['어머니'] });
    expect(await named(index, 'Where was Jack Ma?', false)).toEqual({ 'Jack Ma': ['마윈'] });
  });

  it('finds names that sound alike, with the family name first or last', async () => {
    const index = indexOf({}, ['한명숙', '오세훈', '캐나다', '통영']);
    expect(await named(index, 'Did Han Myeong-sook visit Canada?', true)).toEqual({
      'Han Myeong-sook': ['한명숙'],
      visit: ['방문', '찾'],
      Canada: ['캐나다'],
    });
    expect(await named(index, 'Where was Se-hoon Oh?', true)).toEqual({ 'Se-hoon Oh': ['오세훈'] });
  });

  it('leaves the possessive aside', async () => {
    expect(await named(indexOf({}, ['알리바바']), "Who is Alibaba's?", true)).toEqual({ Alibaba: ['알리바바'] });
  });

  it('knows countries that Korean calls otherwise', async () => {
    expect(await named(indexOf({}), 'What did Germany say in January?', true)).toEqual({ Germany: ['독일'], January: ['1월'] });
  });

  it('asks more of words that are no names', async () => {
    const index = indexOf({}, ['템에', '보름', '멀티미디어']);
    expect(await named(index, 'What multimedia is in the tamy foremost tome?', true)).toEqual({ multimedia: ['멀티미디어'] });
  });

  it('knows what everyday words mean, capitalised or not, before what they sound like', async () => {
    const index = indexOf({}, ['커크', '한솔']);
    expect(await named(index, 'Which Church did Sol Han marry in?', true)).toEqual({
      Church: ['교회', '커크'],
      'Sol Han': ['한솔'],
      marry: ['결혼', '혼인'],
    });
  });

  it('does not listen to the words of a question in the script of the articles', async () => {
    expect(await named(indexOf({}, ['캐나다']), 'What about Canada?', false)).toEqual({});
  });
});

describe('renamed', () => {
  it('puts names into the script of the articles and leaves loanwords as they are', async () => {
    const question = 'What multimedia did Oh Se-hoon use?';
    const names = await findOtherNames(indexOf({}, ['오세훈', '멀티미디어']), question, true);
    expect(renamed(question, names)).toBe('What multimedia did 오세훈 use?');
  });
});

describe('readAcross', () => {
  it('keeps names in the other script and numbers', async () => {
    const question = 'What did Oh Se-hoon declare in 2007?';
    const names = await findOtherNames(indexOf({}, ['오세훈']), question, true);
    expect(readAcross(analyzeQuestion(question), names).stems).toEqual(['오세훈', '2007']);
  });
});
