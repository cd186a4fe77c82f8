import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';
import { splitDocument } from '../../src/articles/split.ts';
import { MANY } from './bad-articles/content.ts';
import { BOMBS } from './bad-articles/html.ts';
import { sentenceOf } from './bad-articles/kind.ts';
import { times } from './scale.ts';

/** Repetitions of the short text; the long one has eight times as many. */
const SHORT = times({ ci: 600, nightly: 4_000 });
/** A stack of open elements costs time from some tens of thousands on. */
const NESTED = 10_000;
const TRIES = 3;
/** Noise weighs less against work of at least so many milliseconds. */
const LEAST = 4;

/** How many times longer an article takes that is eight times as long: about 8 when the time is linear, 64 when it is quadratic. */
async function growth(source: string, contentOf: (count: number) => string, count = SHORT): Promise<number> {
  const short = await bestTime(source, contentOf(count));
  const long = await bestTime(source, contentOf(8 * count));
  return long / Math.max(short, LEAST);
}

/** Milliseconds of processor time from the bytes to the chunks: other programs share the machine. */
async function bestTime(source: string, content: string): Promise<number> {
  const tries: number[] = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = process.cpuUsage();
    splitDocument(await parseArticle(source, Buffer.from(content)));
    tries.push(process.cpuUsage(before).user / 1000);
  }
  return Math.min(...tries);
}

describe('A26, A31: an article is read in linear time', () => {
  it.each(Object.entries(BOMBS))('with %s', async (name, bomb) => {
    const page = (count: number) => {
      const [open, close] = bomb(count);
      return `${open}<p>${sentenceOf('솔섬')}</p>${close}`;
    };
    expect(await growth('a.html', page, name.startsWith('nested') ? NESTED : SHORT)).toBeLessThan(32);
  });

  it.each(Object.entries(MANY))('with very many %s', async (_, [extension, content]) => {
    expect(await growth(`a.${extension}`, (count) => `${sentenceOf('솔섬')}\n\n${content(count)}\n`)).toBeLessThan(32);
  });
});
