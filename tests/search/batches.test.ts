import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupIntoBatches, splitIntoWindows, type Window } from '../../src/search/batches.ts';

const frame = { head: [0], prefix: [7, 8], tail: [2] };
const ids = (count: number): number[] => [7, 8, ...Array.from({ length: count }, (_, i) => 100 + i)];

describe('windows of a text', () => {
  it('are one when the text fits', () => {
    expect(splitIntoWindows(3, ids(2), frame, 6)).toEqual([{ text: 3, ids: [0, 7, 8, 100, 101, 2] }]);
  });

  it('repeat prefix and special tokens when it does not', () => {
    expect(splitIntoWindows(0, ids(3), frame, 6).map((window) => window.ids)).toEqual([
      [0, 7, 8, 100, 101, 2],
      [0, 7, 8, 102, 2],
    ]);
  });

  it('keep every token once, in order, within the limit', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 5, max: 600 }), (count, maxTokens) => {
        const windows = splitIntoWindows(0, ids(count), frame, maxTokens);
        expect(windows.flatMap((window) => window.ids.slice(3, -1))).toEqual(ids(count).slice(2));
        expect(Math.max(...windows.map((window) => window.ids.length))).toBeLessThanOrEqual(maxTokens);
      }),
    );
  });

  it('keep all tokens of a text whose tokens do not begin with those of the prefix', () => {
    const windows = splitIntoWindows(0, [50, 51, 52, 53], { ...frame, prefix: [7] }, 5);
    expect(windows.flatMap((window) => window.ids.slice(2, -1))).toEqual([50, 51, 52, 53]);
  });

  it('need room for text beside the prefix', () => {
    expect(() => splitIntoWindows(0, ids(9), frame, 4)).toThrow(RangeError);
  });
});

describe('batches', () => {
  it('hold every window once, at most 16 of them and 1,024 tokens with padding', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 512 }), { maxLength: 200 }), (lengths) => {
        const windows: Window[] = lengths.map((length, text) => ({ text, ids: new Array<number>(length).fill(1) }));
        const batches = groupIntoBatches(windows);
        expect(
          batches
            .flat()
            .map((window) => window.text)
            .sort((a, b) => a - b),
        ).toEqual(lengths.map((_, text) => text));
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(16);
          expect(batch.length * Math.max(...batch.map((window) => window.ids.length))).toBeLessThanOrEqual(1024);
        }
      }),
    );
  });

  it('hold windows of similar length', () => {
    const lengths = Array.from({ length: 64 }, (_, i) => (i % 2 === 0 ? 10 : 60));
    const batches = groupIntoBatches(lengths.map((length, text) => ({ text, ids: new Array<number>(length).fill(1) })));
    const padded = batches.reduce((sum, batch) => sum + batch.length * Math.max(...batch.map((window) => window.ids.length)), 0);
    expect(padded / lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(1.1);
  });

  it('hold a window longer than the limit alone', () => {
    const windows = [2000, 2000].map((length, text) => ({ text, ids: new Array<number>(length).fill(1) }));
    expect(groupIntoBatches(windows)).toHaveLength(2);
  });
});
