import { describe, expect, it } from 'vitest';
import { applicationIdOf, isApplicationId } from '../../src/discord/token.ts';

const tokenOf = (id: string) => `${Buffer.from(id).toString('base64')}.Gabcde.signature-of-nobody-0000000000`;

describe("a bot's token", () => {
  it.each(['81384788765712384', '123456789012345678', '1234567890123456789'])('begins with its application id %s', (id) => {
    expect(applicationIdOf(tokenOf(id))).toBe(id);
    expect(applicationIdOf(tokenOf(id).replaceAll('=', ''))).toBe(id);
    expect(applicationIdOf(`Bot ${tokenOf(id)}`)).toBe(id);
  });

  it.each([
    ['nothing', ''],
    ['an application id', '123456789012345678'],
    ['a public key', 'a'.repeat(64)],
    ['a client secret', 'Abcdefghijklmnopqrstuvwxyz012345'],
    ['one without its end', tokenOf('123456789012345678').split('.').slice(0, 2).join('.')],
    ['one in quotes', `"${tokenOf('123456789012345678')}"`],
    ['one of no number', tokenOf('not-a-number-of-any-kind')],
    ['an example', 'your-token-here'],
  ])('is not %s', (_, text) => {
    expect(applicationIdOf(text)).toBeUndefined();
  });
});

describe('an application id', () => {
  it.each(['', '12', '1e18', '１２３４５６７８９０', '123456789012345678901', '1234567890 '])('is not %j', (text) => {
    expect(isApplicationId(text)).toBe(false);
  });
});
