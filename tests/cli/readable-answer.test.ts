import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../src/answer/answer.ts';
import { readableAnswer } from '../../src/cli/readable-answer.ts';
import { columnsOf } from '../../src/text/shape.ts';
import { ko } from '../../src/wording/ko.ts';

function citation(number: number, source: string, quote: string, rest: Partial<Citation> = {}): Citation {
  return {
    ...{ number, source, title: '솔섬 등대', publisher: '바닷가 소식', date: '2023-09-14', url: null, quote, highlight: null },
    ...{ start: 0, end: quote.length, chunk: 'key', also: [], ...rest },
  };
}

function answer(overrides: Partial<Answer>): Answer {
  return {
    ...{ kind: 'answered', reason: null, details: null, language: 'ko', citations: [], difference: null, nearest: [] },
    ...{ generated: null, model: 'off' },
    ...{ generation: 'generation-000001', corrected: null, period: null, topic: null },
    ...{ question: '등대는?', inherited: [], milliseconds: { embed: 0, search: 0, answer: 0, total: 0 }, ...overrides },
  };
}

describe('a readable answer', () => {
  it('names each source once, with all its numbers', () => {
    const citations = [
      citation(1, 'a.md', '등대가 켜졌다.'),
      citation(2, 'b.md', '빵이 익었다.', { title: '빵집', publisher: null, date: null, url: 'https://example.org/b' }),
      citation(3, 'a.md', '배가 돌아왔다.'),
    ];
    expect(readableAnswer(answer({ citations }), undefined).split('\n')).toEqual([
      '등대가 켜졌다. [1]',
      '빵이 익었다. [2]',
      '배가 돌아왔다. [3]',
      '',
      '출처',
      '[1][3] 「솔섬 등대」, 『바닷가 소식』, 2023. 9. 14.',
      '    a.md',
      '[2] 「빵집」',
      '    b.md',
      '    https://example.org/b',
    ]);
  });

  it('shows the warning first when it is unsure', () => {
    const text = readableAnswer(answer({ kind: 'unsure', citations: [citation(1, 'a.md', '등대가 켜졌다.')] }), undefined);
    expect(text.split('\n').slice(0, 2)).toEqual([ko.unsure, '등대가 켜졌다. [1]']);
  });

  it('shows the nearest articles when there is none', () => {
    const nearest = [citation(1, 'a.md', '등대가 켜졌다.')];
    const text = readableAnswer(answer({ kind: 'unanswered', reason: 'not-in-articles', nearest }), undefined);
    expect(text).toBe(`${ko.unanswered['not-in-articles']({ dates: null, name: null })}\n${ko.nearest}\n- 솔섬 등대`);
  });

  it.each([80, 120])('fits a terminal of %i columns', (columns) => {
    const long = '등대지기는 밤마다 불을 켠다 '.repeat(8);
    const citations = [citation(1, 'a.md', long, { title: '솔섬 등대 이야기 '.repeat(8).trim() })];
    const nearest = [citation(1, 'a.md', '등대가 켜졌다.', { title: '아주 긴 제목의 기사 '.repeat(6) })];
    for (const each of [answer({ citations }), answer({ kind: 'unanswered', reason: 'not-in-articles', nearest })]) {
      for (const line of readableAnswer(each, columns).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('holds no file name that a terminal would obey', () => {
    const citations = [citation(1, 'a\x1b[2J.md', '등대가 켜졌다.')];
    expect(readableAnswer(answer({ citations }), undefined)).not.toContain('\x1b');
  });
});
