import { describe, expect, it } from 'vitest';
import { readByline, readDateline, readNameBesideDate, readNoticeOwner } from '../../src/text/byline.ts';
import { isNotice } from '../../src/text/notice.ts';

describe('a byline', () => {
  it.each([
    ['김하늘 기자', '김하늘'],
    ['김하늘 기자 sky@solbit.example', '김하늘'],
    ['김하늘기자 sky@solbit.example', '김하늘'],
    ['기자 김하늘', '김하늘'],
    ['솔빛=김하늘 기자', '김하늘'],
    ['김하늘 선임기자', '김하늘'],
    ['사진 김하늘 기자', '김하늘'],
    ['[김하늘 기자]', '김하늘'],
    ['By Jane Roe', 'Jane Roe'],
    ['sky@solbit.example', ''],
  ])('reads %s', (line, name) => {
    expect(readByline(line)).toBe(name);
  });

  it.each([
    '김하늘 기자는 항구에 갔다.',
    '기자 간담회',
    '기자가 물었다',
    '항구의 새 기자 모집',
    'By the sea they waited',
    '두 기자',
  ])('does not take %s for one', (line) => {
    expect(readByline(line)).toBeNull();
  });

  it.each([
    ['[솔빛투데이=김하늘 기자] 항구가', '솔빛투데이', '김하늘'],
    ['(솔빛=하늘통신) 김하늘 기자 = 항구가', '하늘통신', '김하늘'],
    ['[서울=뉴시스]김하늘 기자 = 항구가', '뉴시스', '김하늘'],
    ['[솔빛경제 김하늘 기자] 항구가', '솔빛경제', '김하늘'],
    ['[현장] 항구가', null, null],
  ])('is read at the start of %s', (line, publisher, reporter) => {
    expect(readDateline(line)).toEqual({ publisher, reporter });
  });

  it('is read beside the day', () => {
    expect(readNameBesideDate('김하늘 입력 2023. 5. 8. 09:12')).toBe('김하늘');
    expect(readNameBesideDate('승인 2023.05.08 | 김하늘 기자')).toBe('김하늘');
  });
});

describe('a copyright notice', () => {
  it.each([
    ['저작권자 ⓒ 솔빛일보, 무단 전재 및 재배포 금지', '솔빛일보'],
    ['<저작권자(c) 하늘통신, 무단 전재-재배포, AI 학습 금지>', '하늘통신'],
    ["©'바다의 창' 솔빛경제. 무단전재·재배포 금지", '솔빛경제'],
    ['Copyright ⓒ 솔빛신문. All rights reserved. 무단 전재 및 재배포 금지.', '솔빛신문'],
    ['트위터 페이스북 Copyright ⓒ 솔빛신문 & solbit.example', '솔빛신문'],
    ['© 2023 The Solbit Herald. All rights reserved.', 'The Solbit Herald'],
    ['Copyrights ⓒ 2010-2023 솔빛저널 무단전재 및 재배포를 금합니다.', '솔빛저널'],
  ])('is known and names its owner: %s', (line, owner) => {
    expect(isNotice(line)).toBe(true);
    expect(readNoticeOwner(line)).toBe(owner);
  });

  it.each([
    '출처: ⓒ솔빛일보',
    '무단 전재 및 재배포를 금지한다는 말이 붙는다.',
    '저작권자는 복제를 허락할 권리를 가진다.',
    'Copyright protects a work from the moment it is written.',
    '시는 사진의 무단 사용을 막기로 했다고 밝혔다.',
  ])('is not seen in %s', (line) => {
    expect(isNotice(line)).toBe(false);
  });
});
