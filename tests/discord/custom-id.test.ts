import { describe, expect, it } from 'vitest';
import { customId, parseCustomId } from '../../src/discord/custom-id.ts';

describe('a custom id', () => {
  it('is read as it was made', () => {
    expect(parseCustomId(customId('page', 'abc', 2, -1))).toEqual({ name: 'page', arguments: ['abc', '2', '-1'] });
  });

  it('is never made longer than Discord takes, nor ambiguous', () => {
    expect(() => customId('page', 'x'.repeat(100))).toThrow(RangeError);
    expect(() => customId('page', 'a:b')).toThrow(RangeError);
  });

  it('is read from anything', () => {
    expect(parseCustomId('')).toEqual({ name: '', arguments: [] });
    expect(parseCustomId('::')).toEqual({ name: '', arguments: ['', ''] });
  });
});
