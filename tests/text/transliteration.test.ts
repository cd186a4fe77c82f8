import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hangulSkeleton, latinSkeletons, soundsAlike } from '../../src/text/transliteration.ts';

describe('soundsAlike', () => {
  it.each([
    ...[
      ['알리바바', 'Alibaba'],
      ['평창', 'PyeongChang'],
      ['레이장', 'Ray Zhang'],
      ['전두환', 'Chun Doo-hwan'],
      ['이정후', 'Lee Jung-hoo'],
    ],
    ...[
      ['프랑스', 'France'],
      ['캐나다', 'Canada'],
      ['브라더스', 'Brothers'],
      ['조플린', 'Joplin'],
      ['페이스북', 'Facebook'],
    ],
    ...[
      ['싱가포르', 'Singapore'],
      ['휘슬러', 'Whistler'],
      ['마이크로소프트', 'Microsoft'],
      ['뉘르부르크', 'Nürburg'],
      ['서울', 'Seoul'],
    ],
  ])('hears %s in %s', (hangul, latin) => {
    expect(soundsAlike(hangul, latin)).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    ...[
      ['마윈', 'Jack Ma'],
      ['중국', 'China'],
      ['북감리회', 'Northern'],
      ['서울', 'Busan'],
      ['알리바바', 'Amazon'],
    ],
  ])('does not hear %s in %s', (hangul, latin) => {
    expect(soundsAlike(hangul, latin)).toBe(0);
  });

  it('hears the likelier of two names better', () => {
    expect(soundsAlike('통영', 'Tongyeong')).toBeGreaterThan(soundsAlike('당연', 'Tongyeong'));
    expect(soundsAlike('오세훈', 'Oh Se-hoon')).toBeGreaterThan(soundsAlike('워싱', 'Oh Se-hoon'));
    expect(soundsAlike('금강', 'Kumgang')).toBeGreaterThan(soundsAlike('검거한', 'Kumgang'));
  });

  it('stays between 0 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (hangul, latin) => {
        const alike = soundsAlike(hangul, latin);
        return alike >= 0 && alike <= 1;
      }),
    );
  });

  it('is 0 unless the consonants agree', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
    const letters = fc
      .array(fc.constantFrom(...Array.from('abcdeghijklmnoprstuy')), { minLength: 1, maxLength: 12 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 5 }), letters, (syllables, latin) => {
        const hangul = syllables.join('');
        return soundsAlike(hangul, latin) === 0 || latinSkeletons(latin).includes(hangulSkeleton(hangul));
      }),
    );
  });

  it('takes time in proportion to the length of a word', () => {
    expect(latinSkeletons('ng'.repeat(2000)).length).toBeLessThanOrEqual(12);
  });
});
