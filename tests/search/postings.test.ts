import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { PostingsBuilder, entryFrequency, entryId, packEntry } from '../../src/search/postings.ts';

const LAST_ID = 2 ** 24 - 1;

describe('a packed entry', () => {
  it('gives back id and frequency', () => {
    fc.assert(
      fc.property(fc.nat(LAST_ID), fc.nat(255), (id, frequency) => {
        const [stored = 0] = Uint32Array.of(packEntry(id, frequency));
        expect([entryId(stored), entryFrequency(stored)]).toEqual([id, frequency]);
      }),
    );
  });

  it('counts no further than 255', () => {
    expect(entryFrequency(packEntry(LAST_ID, 100_000))).toBe(255);
    expect(entryId(packEntry(LAST_ID, 100_000))).toBe(LAST_ID);
  });

  it('is refused for an id that does not fit, with what to do', () => {
    expect(() => packEntry(LAST_ID + 1, 1)).toThrow(UserError);
    expect(() => packEntry(LAST_ID + 1, 1)).toThrow(/at most 16777216 chunks.*Split the articles/);
  });
});

describe('postings', () => {
  it('say for each term in which chunks it stands, and how often', () => {
    const term = fc.constantFrom('가', '나', '다', 'constructor', '__proto__', '');
    fc.assert(
      fc.property(fc.array(fc.array(term, { maxLength: 300 }), { maxLength: 20 }), (chunks) => {
        const builder = new PostingsBuilder();
        for (const terms of chunks) builder.add(terms);
        const found = new Map(
          [...builder.postings()].map(([each, entries]) => [
            each,
            [...entries].map((entry) => [entryId(entry), entryFrequency(entry)]),
          ]),
        );
        const expected = new Map<string, number[][]>();
        chunks.forEach((terms, chunk) => {
          for (const each of new Set(terms)) {
            const frequency = Math.min(255, terms.filter((other) => other === each).length);
            expected.set(each, [...(expected.get(each) ?? []), [chunk, frequency]]);
          }
        });
        expect(found).toEqual(expected);
      }),
    );
  });
});
