import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';

const BODY = '시장은 도서관을 새로 짓겠다고 밝혔다. 공사는 봄에 시작한다. 예산은 모두 확보했다.';

async function titleOf(source: string): Promise<string> {
  return (await parseArticle(source, Buffer.from(BODY))).title;
}

describe('the title of a text without a headline', () => {
  it('is the name of the file', async () => {
    expect(await titleOf('시정/새 도서관.txt')).toBe('새 도서관');
    expect(await titleOf('library-2024.txt')).toBe('library-2024');
  });

  it('is the first sentence when the name only counts or hashes', async () => {
    expect(await titleOf('004_30966156bb8f543f.txt')).toBe('시장은 도서관을 새로 짓겠다고 밝혔다.');
    expect(await titleOf('2024-03-05.txt')).toBe('시장은 도서관을 새로 짓겠다고 밝혔다.');
  });
});
