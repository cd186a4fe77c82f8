import { describe, expect, it } from 'vitest';
import { en } from '../../src/wording/en.ts';
import { ko } from '../../src/wording/ko.ts';
import { wordingIn } from '../../src/wording/wording.ts';

const SOURCE = { title: '솔섬 등대', publisher: '바닷가 소식', date: '2023-09-04' };

describe('a source line', () => {
  it('names title, publisher and date in Korean', () => {
    expect(ko.sourceLine(SOURCE)).toBe('「솔섬 등대」, 『바닷가 소식』, 2023. 9. 4.');
  });

  it('names title, publisher and date in English', () => {
    expect(en.sourceLine({ title: 'Island', publisher: 'Shore News', date: '2023-09-04' })).toBe(
      '“Island”, Shore News, 4 Sept 2023',
    );
  });

  it('leaves out what is not known', () => {
    for (const wording of [ko, en]) {
      expect(wording.sourceLine({ title: 'A', publisher: null, date: null })).toMatch(/^[「“]A[」”]$/u);
      expect(wording.sourceLine({ ...SOURCE, publisher: null })).not.toContain('바닷가');
      expect(wording.sourceLine({ ...SOURCE, date: null })).not.toMatch(/\d/);
    }
  });
});

describe('the wording', () => {
  it('is the one of the language', () => {
    expect([wordingIn('ko'), wordingIn('en')]).toEqual([ko, en]);
  });

  it('is polite in Korean: formal endings, no exclamation marks', () => {
    for (const text of [
      ko.unsure,
      ...Object.values(ko.chat),
      ...Object.values(ko.unanswered).map((worded) => worded({ dates: null, name: '솔섬' })),
    ]) {
      for (const sentence of text.split(/(?<=\.) /)) expect(sentence).toMatch(/(?:니다|세요)\.$/);
      expect(text).not.toMatch(/[!]|당신/);
    }
  });
});
