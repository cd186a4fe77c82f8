import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { splitSentences } from '../../src/text/sentences.ts';
import { mixedText } from '../support/mixed-text.ts';

const RUNS = { numRuns: 1000 };
const MAXIMUM = 400;

function sentences(text: string): string[] {
  return splitSentences(text).map((span) => text.slice(span.start, span.end));
}

/** Expects the text to split at the bars, which stand for a boundary with or without a space. */
function expectSplit(marked: string): void {
  const expected = marked.split('|').map((part) => part.trim());
  expect(sentences(marked.replaceAll('|', ''))).toEqual(expected);
}

describe('the end of a Korean sentence', () => {
  it.each([
    '회의가 열렸다. |참석자는 열 명이었다.',
    '몇 시인가요? |아홉 시입니다. |알겠습니다!',
    '오늘 회의 있음. |장소는 추후 공지함. |끝.',
    '값이 올랐다… |이유는 모른다.',
    '전각 부호다。|다음 문장이다！ |맞나？ |그렇다.',
    '예산안이 통과됐다고 밝혔다.|이어 다음 달에 시행한다고 했다.',
    '그는 “그렇다”.|그리고 떠났다.',
    '사진을 공개했다.[사진=연합] |다음 소식이다.',
    '행사를 연다.|2025년부터는 매달 연다.|"좋은 소식"이라는 말이 나왔다.',
  ])('ends at its mark: %s', (marked) => {
    expectSplit(marked);
  });

  it('ends at a line break even without a period', () => {
    expectSplit('첫째 줄에는 마침표가 없다\n|둘째 줄도 그렇다\r\n|셋째 줄');
  });

  it('keeps a remark in brackets behind the period', () => {
    expectSplit('정말 그랬다.(웃음) |다음 질문을 받았다.[1] |끝났다. (2019)');
  });

  it('joins a mark without words to its neighbour', () => {
    expectSplit('끝났다. |🎉 그리고 다시 시작했다. "');
  });
});

describe('what does not end a sentence', () => {
  it.each([
    '물가가 3.5% 올랐다.',
    '등록일은 2024. 3. 5. 오후다.',
    '입력 2018.01.30. 09:30 수정',
    '제1.2조에 따라 정한다.',
    '1. 첫째 항목을 적는다.',
    '가. 둘째 항목을 적는다.',
    '존 R. 스미스는 조지 W. 김을 만났다.',
    'Dr. Smith met Mr. J. R. Brown at 5 p.m. on Monday.',
    'It is sold by Example Inc. and others, e.g. Sample Corp. Ltd.',
    'The U.S. Army, vs. No. 5 of the list, stayed.',
    '자세한 내용은 https://example.com/news?id=1.2&p=3 에서 볼 수 있다.',
    '문의는 help.desk@example.co.kr 또는 notes.v2.txt 파일을 본다.',
    'version 2.10.3 was released',
    'Ph.D. 학위를 받았다.',
    'He waited... and then left.',
    '한국은 ▲물류 ▲결제 ▲교육 분야에 투자한다.',
    '오·남용을 막는 방안이다.',
    '야후! 코리아가 문을 닫았다.',
    '가.나.다 순서로 적는다.',
  ])('keeps %s whole', (text) => {
    expect(sentences(text)).toEqual([text]);
  });
});

describe('an English sentence', () => {
  it.each([
    'He left in 1998. |She stayed. |iPhone sales rose!',
    'They work in the U.S. |The office opened at 9 a.m. |It closed.',
    '“Is it true?” he asked. |“Yes.” |They left.',
    'The firm is Sample Inc. |However, it was sold. |한국에도 있다. |OK.',
  ])('ends where the next begins: %s', (marked) => {
    expectSplit(marked);
  });
});

describe('a quotation', () => {
  it.each([
    '그는 “비가 온다.”라고 밝혔다.',
    '그는 "비가 온다. 우산을 챙겨라. 늦지 마라"고 말했다.',
    '그는 "비가 온다." 라며 나갔다.',
    '"왜 늦었나?"는 질문에 답이 없었다.',
    "'정말인가?'라는 물음이 나왔다.",
    "그는 '짝이 맞지 않는다. 그래도 된다’고 말했다.",
    '"비가 온다."는데도 그는 나갔다.',
    '“비가 온다.” 하며 웃었다.',
    '무엇이 문제냐?는 지적과 안 된다!라는 반박이 있었다.',
    '대표는 (지난해 일이다. 올해가 아니다) 매출을 공개했다.',
  ])('stays with its speaker: %s', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it('that is a sentence of its own ends at its closing quote', () => {
    expectSplit('"비가 온다." |그는 창밖을 보며 말했다.');
  });

  it('is split inside when the whole would be too long', () => {
    const first = `대표는 "${'우리는 올해 새로운 공장을 세우고 '.repeat(6)}사람을 뽑는다.`;
    const second = `${'그 다음에는 해외에 지점을 열고 '.repeat(5)}물건을 판다"고 말했다.`;
    expect(sentences(`${first} ${second}`)).toEqual([first, second]);
  });

  it('without a closing mark does not swallow what follows', () => {
    expectSplit('그는 "시작했다고 적었다. |다음 날 멈췄다. |또 \'24년에 다시 열었다. |끝났다.');
  });
});

describe('an interview', () => {
  it('has at least one sentence a line', () => {
    expectSplit('-언제 시작하나.\n|▲내년에 한다. |준비는 끝났다.\n|-비용은\n|▲아직 모른다');
  });
});

describe('a sentence that is too long', () => {
  it('is cut at the last clause boundary within the maximum', () => {
    const clause = '비가 오고 바람이 불어 길이 막혔으며, ';
    const [first = '', ...rest] = sentences(`${clause.repeat(30)}끝났다.`);
    expect(first.length).toBeGreaterThan(MAXIMUM - clause.length - 1);
    expect(first.endsWith('막혔으며,')).toBe(true);
    expect(rest.length).toBe(1);
  });

  it('is never cut inside a character made of several code points', () => {
    for (const character of ['👨‍👩‍👧', 'e\u0301\u0302', '🇰🇷', '👍🏽']) {
      for (const part of sentences(`a${character.repeat(300)}`).slice(1)) expect(part.startsWith(character)).toBe(true);
    }
  });

  it('is never cut before a combining mark', () => {
    const [first = ''] = sentences(`${'가'.repeat(300)}, \u0301${'가'.repeat(300)}`);
    expect(first).toHaveLength(MAXIMUM);
  });
});

describe('every text', () => {
  it('has sentences that are not split again, unless their length made the cut', () => {
    const SHORT_LINE = 200;
    fc.assert(
      fc.property(mixedText, (text) => {
        const lines = text.split(/[\n\r\u2028\u2029]/u).filter((line) => line.length <= SHORT_LINE);
        for (const sentence of lines.flatMap(sentences)) expect(sentences(sentence)).toEqual([sentence]);
      }),
      RUNS,
    );
  });

  it('is split in time that grows with its length', () => {
    const time = (text: string): number => {
      const start = performance.now();
      splitSentences(text);
      return performance.now() - start;
    };
    for (const unit of [
      '(',
      '"',
      '."',
      '. ',
      '1. ',
      'a.',
      '가.',
      '!(',
      '“ ',
      '다."고 ',
      `“${'가'.repeat(150)}. `,
      ' ',
      'é',
      '.)',
      'www.',
    ]) {
      const small = Math.min(...[1, 2, 3].map(() => time(unit.repeat(5_000))));
      const large = Math.min(...[1, 2, 3].map(() => time(unit.repeat(40_000))));
      expect(large / Math.max(small, 1), unit).toBeLessThan(40);
    }
  });
});
