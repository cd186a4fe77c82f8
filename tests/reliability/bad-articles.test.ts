import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, KINDS } from './bad-articles/corpus.ts';
import { readAlone } from './bad-articles/read-alone.ts';
import { faultsOf } from './bad-articles/verdict.ts';
import { times } from './scale.ts';

const SEED = 6;
const SIZE = { maxBytes: 10 * 2 ** 20, share: times({ ci: 1, nightly: 4 }) / 4 };
/** The goals of the project for one file. */
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 512;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gisabot-bad-'));
});
afterAll(() => {
  // Paths longer than the system takes: only a program that goes in step by step can remove them.
  execFileSync('rm', ['-rf', folder]);
});

describe('G6: bad articles', () => {
  const samples = corpus(SEED, SIZE);
  const seed = `seed ${SEED}`;

  it('are at least 300 files of at least 36 kinds', () => {
    expect(samples.length).toBeGreaterThanOrEqual(300);
    expect(KINDS.length).toBeGreaterThanOrEqual(36);
  });

  it('are each read or refused within 10 s and 512 MB, in a process that lives on', async () => {
    const alone = samples.filter((sample) => sample.alone && sample.expected !== 'unnoticed');
    for (const sample of alone) sample.place(folder);
    const readings = await readAlone(
      folder,
      alone.map(({ path }) => path),
      SIZE.maxBytes,
    );
    const faults = alone.flatMap(({ row, kind, source, expected }, index) => {
      const reading = readings[index]!;
      const chunks = reading.chunks?.includes(false) ? ['a chunk is cut within a character'] : [];
      return [...faultsOf(expected, reading), ...chunks].map((fault) => `${row} ${kind} (${source}): ${fault}`);
    });
    expect(faults, seed).toEqual([]);
    const slowest = Math.max(...readings.map(({ seconds }) => seconds));
    const largest = Math.max(...readings.map(({ megabytes }) => megabytes));
    console.info(`G6: ${readings.length} files read alone, at most ${slowest.toFixed(1)} s and ${Math.round(largest)} MB`);
    expect(slowest, seed).toBeLessThanOrEqual(MOST_SECONDS);
    expect(largest, seed).toBeLessThanOrEqual(MOST_MEGABYTES);
  }, 300_000);
});
