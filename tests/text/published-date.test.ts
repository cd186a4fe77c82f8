import { describe, expect, it } from 'vitest';
import { dayInKorea, readDateLine } from '../../src/text/published-date.ts';

describe('a line that gives the day of a page', () => {
  it.each([
    ['입력 2018-01-30 15:57', '2018-01-30'],
    ['조회수 2020. 3. 13. 11:51 수정', '2020-03-13'],
    ['승인 2023.12.06 10:21', '2023-12-06'],
    ['기사입력 : 2023년 5월 8일 (월) 오전 9:12', '2023-05-08'],
    ['입력 2023.05.08. 오전 9:12 수정 2023.06.01. 오후 1:20', '2023-05-08'],
    ['수정 2023.06.01 입력 2023.05.08', '2023-05-08'],
    ['등록일 23.05.08 09:12', '2023-05-08'],
    ['송고시간2023-05-08 09:12', '2023-05-08'],
    ['김하늘 기자 | 승인 2023/05/08 09:12 | 댓글 0', '2023-05-08'],
    ['Published May 8, 2023 9:12 AM', '2023-05-08'],
    ['Updated 8 May 2023', '2023-05-08'],
    ['Published May 8, 2023 10:11 PM EST', '2023-05-09'],
  ])('reads %s', (line, day) => {
    expect(readDateLine(line)).toMatchObject({ day, labelled: true });
  });

  it('knows a day of change from a day of publication', () => {
    expect(readDateLine('최종수정 2023.05.08 09:12')?.modified).toBe(true);
    expect(readDateLine('입력 2023.05.08 09:12')?.modified).toBe(false);
  });

  it('knows a bare day from a labelled one', () => {
    expect(readDateLine('2023.05.08 09:12')).toEqual({ day: '2023-05-08', labelled: false, modified: false, clock: true });
  });

  it.each([
    '2018년 1월 30일 공사 승인이 났다.',
    '2023년 5월 8일 시청에서 만난 시장은 웃었다',
    '전화 02-123-4567',
    '입력 값은 세 개다.',
    '2023.13.45 10:00',
    '항구는 2023-05-08에 열렸다',
  ])('does not take %s for one', (line) => {
    expect(readDateLine(line)).toBeUndefined();
  });
});

describe('the day in Korea', () => {
  it.each([
    ['2023-05-07T23:30:00Z', '2023-05-08'],
    ['2023-05-08T08:30:00+09:00', '2023-05-08'],
    ['2023-05-08T20:00:00-0500', '2023-05-09'],
    ['2023-05-08T00:10:00.000+09:00', '2023-05-08'],
    ['2023-05-08 23:59', '2023-05-08'],
    ['2023-05-08', '2023-05-08'],
    ['20230508', '2023-05-08'],
    ['20230508233000', '2023-05-08'],
    ['Sun, 07 May 2023 23:30:00 GMT', '2023-05-08'],
    ['2023년 5월 8일', '2023-05-08'],
    ['May 8, 2023', '2023-05-08'],
    ['2024-02-30', null],
    ['yesterday', null],
    ['', null],
  ])('of %s is %s', (timestamp, day) => {
    expect(dayInKorea(timestamp)).toBe(day);
  });
});
