import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, respace } from '../../src/text/respacing.ts';

const RARITY = new Map([['알리바바', 3], ['회장', 2], ['한국', 1], ['결제', 2], ['서비스', 2], ['바바', 6], ['만들', 4]]); // prettier-ignore
const rarity = (word: string) => RARITY.get(word);

describe('respace', () => {
  it('cuts a run into words with their particles', () => {
    expect(respace('알리바바회장이만들고한국결제서비스는', rarity)).toBe('알리바바 회장이 만들고 한국 결제 서비스는');
  });

  it('knows the words of questions', () => {
    expect(respace('한국서비스는무엇인가요', rarity)).toBe('한국 서비스는 무엇인가요');
  });

  it('keeps a stretch it does not know with the word before it', () => {
    expect(respace('한국결제서비스알리바바뷁쉙', rarity)).toBe('한국 결제 서비스 알리바바뷁쉙');
  });

  it('leaves a run alone of which it knows little', () => {
    expect(respace('뷁쉙뷁쉙뷁한국', rarity)).toBe('뷁쉙뷁쉙뷁한국');
  });

  it('changes nothing but spaces', () => {
    const words = fc
      .array(fc.constantFrom(...RARITY.keys(), '이', '는', '뷁', '무엇인가요'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(words, (run) => respace(run, rarity).replaceAll(' ', '') === run));
  });

  it('asks for every word that it may look up', () => {
    fc.assert(
      fc.property(fc.constantFrom('알리바바회장이만들고싶은결제서비스', '한국결제'), (run) => {
        const asked = new Set(partsOf(run));
        respace(run, (word) => {
          expect(asked).toContain(word);
          return undefined;
        });
      }),
    );
  });
});
