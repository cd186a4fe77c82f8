import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';
import { MORE_PAGES } from './more-pages.ts';
import { PAGES } from './pages.ts';
import { PLAIN_TEXTS } from './plain.ts';

const linesOf = async (source: string, content: string) => (await parseArticle(source, Buffer.from(content))).text.split('\n');

describe.each([...PAGES, ...MORE_PAGES])('$name', ({ source, content, article, furniture, metadata }) => {
  it('keeps every line of the article, in order', async () => {
    const lines = await linesOf(source, content);
    expect(lines.filter((line) => article.includes(line)).sort()).toEqual([...article].sort());
  });

  it('keeps nothing of the page', async () => {
    const lines = await linesOf(source, content);
    expect(lines.filter((line) => furniture.includes(line))).toEqual([]);
    expect(lines.filter((line) => !article.includes(line))).toEqual([]);
  });

  it('finds title, publisher, reporter and day', async () => {
    expect(await parseArticle(source, Buffer.from(content))).toMatchObject(metadata ?? {});
  });
});

describe.each(PLAIN_TEXTS)('$name', ({ source, content }) => {
  it('keeps every line', async () => {
    const visible = content.replace(/<title>.*<\/title>/, '').replace(/<[^>]+>/g, '\n');
    const expected = visible
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .map((line) => (source.endsWith('.md') ? line.replace(/^(?:#+|-) /, '') : line))
      .filter(Boolean);
    expect(await linesOf(source, content)).toEqual(expected);
  });

  it('guesses no day and no publisher', async () => {
    expect(await parseArticle(source, Buffer.from(content))).toMatchObject({ publisher: null, date: null });
  });
});

describe('cleaning', () => {
  it.each(PAGES)('changes nothing in a text that is clean already: $name', async ({ article }) => {
    const content = article.join('\n\n');
    expect(await linesOf('again.txt', content)).toEqual(article);
  });

  it('keeps the second of two articles in one file', async () => {
    const paragraph = (name: string) => `${name}에 관한 긴 문단이 여기에 있다. 이 문단은 기사의 한 부분이고 길이도 넉넉해서 본문으로 여겨진다.`;
    const one = ['첫 기사', paragraph('하나'), paragraph('둘'), paragraph('셋'), 'ⓒ 솔빛신문, 무단 전재 및 재배포 금지'];
    const two = ['둘째 기사', paragraph('넷'), paragraph('다섯'), paragraph('여섯'), 'ⓒ 솔빛신문, 무단 전재 및 재배포 금지'];
    const lines = await linesOf('two.txt', ['입력 2023.05.08 09:12', '댓글 0', ...one, ...two].join('\n'));
    expect(lines).toEqual(expect.arrayContaining([one[1], one[3], two[1], two[3]]));
  });
});
