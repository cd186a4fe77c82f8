import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../src/eval/variants.ts';

const QUESTION = '국제올림픽위원회는 서울에서 무엇을 발표했나요?';

describe('a question written otherwise', () => {
  it('has no spaces, or more of them, and the same letters', () => {
    expect(VARIANTS['spaces removed'](QUESTION)).toBe('국제올림픽위원회는서울에서무엇을발표했나요?');
    expect(VARIANTS['extra spaces'](QUESTION)).toBe('국제 올림픽위원회는 서울 에서 무엇을 발표 했나요?');
  });

  it('has no particles but in its last word', () => {
    expect(VARIANTS['particles dropped'](QUESTION)).toBe('국제올림픽위원회 서울 무엇 발표했나요?');
  });
});
