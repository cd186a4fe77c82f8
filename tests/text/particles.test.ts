import { describe, expect, it } from 'vitest';
import { particleFor, withParticle } from '../../src/text/particles.ts';
import type { ParticlePair } from '../../src/text/particles.ts';

describe('the particle after a word', () => {
  it.each<[string, ParticlePair, string]>([
    ['국회', '은/는', '국회는'],
    ['법원', '은/는', '법원은'],
    ['기사', '이/가', '기사가'],
    ['신문', '이/가', '신문이'],
    ['의견', '을/를', '의견을'],
    ['답변', '과/와', '답변과'],
    ['자료', '과/와', '자료와'],
    ['부산', '으로/로', '부산으로'],
    ['대구', '으로/로', '대구로'],
    ['자료', '이다/다', '자료다'],
    ['답', '이라고/라고', '답이라고'],
  ])('follows the last sound: %s %s', (word, pair, expected) => {
    expect(withParticle(word, pair)).toBe(expected);
  });

  it('treats ㄹ as a consonant except before 로', () => {
    expect(withParticle('서울', '은/는')).toBe('서울은');
    expect(withParticle('서울', '과/와')).toBe('서울과');
    expect(withParticle('서울', '으로/로')).toBe('서울로');
  });

  it('skips closing quotes and brackets', () => {
    expect(particleFor('「강원 대회」', '은/는')).toBe('는');
    expect(particleFor('“시장”', '이/가')).toBe('이');
    expect(particleFor('**법원**', '을/를')).toBe('을');
  });

  it('does not read a gloss in parentheses', () => {
    expect(withParticle('한국은행(BOK)', '은/는')).toBe('한국은행(BOK)은');
    expect(withParticle('「회의(2024)」', '은/는')).toBe('「회의(2024)」는');
    expect(particleFor('(주)', '은/는')).toBe('는');
  });

  it('reads a decomposed syllable like a composed one', () => {
    expect(particleFor('법원'.normalize('NFD'), '은/는')).toBe('은');
  });
});

describe('the particle after a number', () => {
  it.each(['0', '1', '3', '6', '7', '8'])('hears a consonant in %s', (digit) => {
    expect(particleFor(digit, '은/는')).toBe('은');
  });

  it.each(['2', '4', '5', '9'])('hears no consonant in %s', (digit) => {
    expect(particleFor(digit, '은/는')).toBe('는');
  });

  it.each(['1', '7', '8', '2', '5'])('takes 로 after %s', (digit) => {
    expect(particleFor(digit, '으로/로')).toBe('로');
  });

  it.each(['0', '3', '6', '10', '100', '1,000', '10000', '100,000,000', '20만', '3억'])('takes 으로 after %s', (number) => {
    expect(particleFor(number, '으로/로')).toBe('으로');
  });

  it('reads a trillion as 조', () => {
    expect(particleFor('1,000,000,000,000', '은/는')).toBe('는');
  });

  it('reads the digits behind a decimal point one by one', () => {
    expect(particleFor('3.5', '은/는')).toBe('는');
    expect(particleFor('2.10', '으로/로')).toBe('으로');
    expect(particleFor('1.7', '으로/로')).toBe('로');
  });

  it('reads units', () => {
    expect(withParticle('30%', '은/는')).toBe('30%는');
    expect(withParticle('25℃', '이/가')).toBe('25℃가');
    expect(withParticle('70kg', '은/는')).toBe('70kg은');
    expect(withParticle('5km', '으로/로')).toBe('5km로');
  });
});

describe('the particle after Latin letters', () => {
  it.each<[string, ParticlePair, string]>([
    ['FBI', '은/는', 'FBI는'],
    ['LG', '은/는', 'LG는'],
    ['VAR', '은/는', 'VAR은'],
    ['VAR', '으로/로', 'VAR로'],
    ['KTX', '으로/로', 'KTX로'],
    ['ATM', '으로/로', 'ATM으로'],
    ['CNN', '이/가', 'CNN이'],
  ])('follows the name of the last letter: %s', (word, pair, expected) => {
    expect(withParticle(word, pair)).toBe(expected);
  });

  it('gives both forms after a word whose sound is unknown', () => {
    expect(withParticle('Google', '은/는')).toBe('Google은(는)');
    expect(withParticle('Google', '이/가')).toBe('Google이(가)');
    expect(withParticle('Google', '으로/로')).toBe('Google(으)로');
    expect(withParticle('', '을/를')).toBe('을(를)');
  });
});
