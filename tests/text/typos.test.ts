import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLetterAway } from '../../src/text/typos.ts';

describe('oneLetterAway', () => {
  it('changes one consonant, vowel or final consonant', () => {
    const near = oneLetterAway('알리버바');
    expect(near).toContain('알리바바');
    expect(near).toContain('아리버바');
    expect(near).toContain('발리버바');
    expect(near).not.toContain('알리버바');
    expect(near).not.toContain('알라바바');
  });

  it('is the same both ways round', () => {
    const words = fc
      .array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 1, maxLength: 3 })
      .map((codes) => String.fromCodePoint(...codes));
    fc.assert(
      fc.property(words, (word) =>
        oneLetterAway(word)
          .slice(0, 20)
          .every((near) => oneLetterAway(near).includes(word)),
      ),
    );
  });

  it('leaves other scripts alone', () => {
    expect(oneLetterAway('IOC')).toEqual([]);
  });
});
