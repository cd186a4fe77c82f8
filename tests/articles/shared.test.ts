import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';
import type { Document } from '../../src/types.ts';

const folder = new URL('../../../shared/articles/', import.meta.url);
const present = existsSync(folder);
const names = present ? readdirSync(folder).sort() : [];

interface Expected {
  /** First and last characters of the article in the file. */
  span: [string, string];
  metadata: Partial<Document>;
  /** Lines of the article that stand between two pieces of furniture, as beginnings. */
  starts?: string[];
  /** Line breaks inside of sentences. */
  joined?: number;
}

/** By number of the file. The article is what stands between the two anchors. */
const EXPECTED: Record<string, Expected> = {
  '000': { span: ['동계청소년올림픽 공식', '희망한다"고 말했다.'], metadata: { publisher: '뉴스투데이', reporter: '서예림' } },
  '001': { span: ['[현장] 알리', '있다"고 말했다.'], metadata: { publisher: '메트로신문' } },
  '002': { span: ['1월 IOC', '출처=유튜브/알리바바]'], metadata: { publisher: '아주경제', reporter: '김근정', date: '2018-01-30' }, starts: ['[동영상] 마윈'] },
  '003': { span: ['알리바바의 옴니채널 마케팅', '작성했습니다.'], metadata: { date: '2020-03-13' }, starts: ['알리바바 마윈이'], joined: 5 },
  '004': { span: ['마윈 알리바바 회장이', '하고 싶다.'], metadata: { reporter: '류석' } },
};

const FURNITURE =
  /로그인|회원가입|글자크기|기사등록|도구모음|댓글|신고사유|신고접수|닫기|차단해제|실시간 인기|무단전재|Copyright|ⓒ 메트로|트위터|페이스북|번역|조회수|생각하시나요|이미지 확대|\d ?\/ ?\d00|증권|운세|컴패션|@/;

describe.skipIf(!present)('the shared articles', () => {
  it.each(names)('%s: keeps every line of the article and nothing of the page', async (name) => {
    const file = readFileSync(new URL(name, folder), 'utf8');
    const { span, metadata, starts = [], joined = 0 } = EXPECTED[name.slice(0, 3)]!;
    const document = await parseArticle(name, Buffer.from(file));
    const article = file.slice(file.indexOf(span[0]), file.lastIndexOf(span[1]) + span[1].length);
    const expected = article
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim().replace(/^• /, ''))
      .filter(Boolean);
    const lines = document.text.split('\n');
    const before = lines.slice(0, starts.length);
    // A sentence that is set in short lines is one line.
    expect(lines.slice(starts.length).join(' ')).toBe(expected.join(' '));
    expect(expected.filter((line) => !lines.some((each) => each.includes(line)))).toEqual([]);
    expect(expected.length - (lines.length - starts.length)).toBe(joined);
    expect(before.every((line, index) => line.startsWith(starts[index]!))).toBe(true);
    expect(lines.filter((line) => FURNITURE.test(line))).toEqual([]);
    expect(document).toMatchObject(metadata);
  });
});

describe.skipIf(present)('the shared articles', () => {
  it.skip('are not here: ../shared/articles is missing', () => undefined);
});
