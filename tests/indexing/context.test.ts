import { describe, expect, it } from 'vitest';
import { contextsOf, embeddingKey } from '../../src/indexing/context.ts';
import type { Chunk } from '../../src/types.ts';

/** One chunk a line, one sentence a word. */
function chunksOf(text: string): Chunk[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => {
    const sentences = [...line[0].matchAll(/\S+/g)].map((word) => ({
      start: line.index + word.index,
      end: line.index + word.index + word[0].length,
    }));
    return { start: line.index, end: line.index + line[0].length, headings: [], sentences };
  });
}

describe('the text that is embedded for a sentence', () => {
  it('is the title, the sentence before it and the sentence', () => {
    expect(contextsOf('T', 'one two three', chunksOf('one two three'))).toEqual(['T\none', 'T\none two', 'T\ntwo three']);
  });

  it('reaches back over the border of a chunk', () => {
    expect(contextsOf('T', 'one\ntwo', chunksOf('one\ntwo'))).toEqual(['T\none', 'T\none two']);
  });

  it('holds a long title only in part, without half a character', () => {
    const [context] = contextsOf(`${'가'.repeat(119)}🙂${'나'.repeat(50)}`, 'one', chunksOf('one'));
    expect(context?.endsWith('\none')).toBe(true);
    expect(context?.length).toBeLessThanOrEqual(120 + 4);
    expect(context?.isWellFormed()).toBe(true);
  });
});

it('the key of a text is 16 bytes in hexadecimal and the same for the same text only', () => {
  expect(embeddingKey('one')).toMatch(/^[0-9a-f]{32}$/);
  expect(embeddingKey('one')).toBe(embeddingKey('one'));
  expect(embeddingKey('one')).not.toBe(embeddingKey('two'));
});
