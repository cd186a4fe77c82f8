import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { corpus, type Sample } from './bad-articles/corpus.ts';
import { articleMessages, displayFaults, messagesOf, reportMessages } from './bad-articles/display.ts';
import { articleOf, indexCorpus, resultOf, type IndexedCorpus } from './bad-articles/indexed-corpus.ts';
import type { Indexed } from './bad-articles/kind.ts';
import { faultsOf } from './bad-articles/verdict.ts';
import { times } from './scale.ts';

const SEED = 7;
const NIGHT = times({ ci: 0, nightly: 1 }) === 1;
const SIZE = { maxBytes: 1_000_000, share: NIGHT ? 0.5 : 0.1 };

const samples = corpus(SEED, SIZE).filter(({ slow }) => NIGHT || !slow);
const good = samples.filter(
  (sample): sample is Sample & { expected: Indexed } => sample.expected !== 'unnoticed' && 'text' in sample.expected,
);
const name = ({ row, kind, source }: Sample) => `${row} ${kind} (${source})`;
const seed = `seed ${SEED}`;

let index: IndexedCorpus;
beforeAll(async () => {
  index = await indexCorpus(samples, SIZE.maxBytes);
}, 300_000);
afterAll(async () => {
  await index.app.close();
  // Paths longer than the system takes: only a program that goes in step by step can remove them.
  execFileSync('rm', ['-rf', index.root]);
});

describe('G6: all bad articles in one folder', () => {
  it('are indexed or skipped for the reason that fits, each file by itself', async () => {
    const faults = await Promise.all(
      samples.map(async (sample) =>
        faultsOf(sample.expected, await resultOf(index, sample.source)).map((fault) => `${name(sample)}: ${fault}`),
      ),
    );
    expect(faults.flat(), seed).toEqual([]);
    const skipped = index.report.failed.length;
    console.info(
      `G6: ${samples.length} bad files in one folder, ${skipped} skipped with a reason, ${index.stored.length} articles`,
    );
    expect(skipped).toBeGreaterThanOrEqual(100);
  });

  it('that are skipped are listed once, and nothing else is', () => {
    const expected = samples.filter(({ expected: is }) => is !== 'unnoticed' && 'reason' in is).map(({ source }) => source);
    expect(index.report.failed.map(({ source }) => source).sort(), seed).toEqual(expected.sort());
  });

  it('have no path of this machine and no secret in any message', () => {
    const said = JSON.stringify([index.report.failed, index.report.warnings, reportMessages(index.report)]);
    for (const secret of [
      index.root,
      homedir(),
      process.cwd(),
      process.execPath,
      'node_modules',
      'root:x',
      'AKIAIOSFODNN7EXAMPLE',
    ]) {
      expect(said.includes(secret), secret).toBe(false);
    }
  });

  it('do not keep the good ones from being found, and every quote is the stored text', async () => {
    const faults: string[] = [];
    let quotes = 0;
    for (const sample of good) {
      const answer = await index.app.ask(sample.expected.text);
      const found = [...answer.citations, ...answer.citations.flatMap(({ also }) => also), ...answer.nearest].map(
        (each) => each.source,
      );
      if (!found.includes(articleOf(index.stored, sample.source)?.source ?? '')) faults.push(`${name(sample)}: not found`);
      for (const { source, start, end, quote } of [...answer.citations, ...answer.nearest]) {
        quotes += 1;
        if ((await index.app.text(source))?.slice(start, end) !== quote) faults.push(`${name(sample)}: another quote`);
      }
      for (const message of messagesOf(answer, sample.expected.text)) faults.push(...displayFaults(message));
    }
    expect(faults, seed).toEqual([]);
    console.info(`G6: ${good.length} good articles found among them, ${quotes} quotes equal to the stored text`);
    expect(quotes).toBeGreaterThanOrEqual(good.length);
  });

  it('A16, A33, A34: names, titles and texts are shown inert', async () => {
    const faults = reportMessages(index.report).flatMap(displayFaults);
    for (const article of index.stored) {
      const passage = await index.app.passage({ source: article.source, step: 0 });
      for (const message of articleMessages(article, passage!))
        faults.push(...displayFaults(message).map((fault) => `${article.source}: ${fault}`));
    }
    expect(faults, seed).toEqual([]);
  });
});

describe('G6: after the index was made', () => {
  const ofRow = (row: string) => good.find((sample) => sample.row === row)!;

  it('A11: the decomposed form of a question finds what the composed one finds', async () => {
    const { expected, source } = ofRow('A11');
    for (const form of ['NFC', 'NFD', 'NFKD'] as const) {
      const { citations, nearest } = await index.app.ask(expected.text.normalize(form));
      expect([...citations, ...nearest].map((each) => each.source)).toContain(source);
    }
  });

  it('A18: the same content is cited once, and all its files are known', async () => {
    const { expected, source } = ofRow('A18');
    const { citations } = await index.app.ask(expected.text);
    expect(citations.filter((each) => each.quote.includes(expected.text))).toHaveLength(1);
    expect(articleOf(index.stored, source)?.copies).toHaveLength(samples.filter(({ row }) => row === 'A18').length - 1);
  });

  it('A22: a file that changes afterwards is quoted as it was indexed', async () => {
    const { expected, source, path } = ofRow('A5');
    writeFileSync(join(index.articles, path), '다른 글이 되었다.\n');
    const { citations, nearest } = await index.app.ask(expected.text);
    const quote = [...citations, ...nearest].find((each) => each.source === source)?.quote ?? '';
    expect((await index.app.text(source))?.includes(quote)).toBe(true);
    expect(quote).toContain(expected.text);
  });

  it.each([
    [
      'is empty',
      () => {
        mkdirSync(index.articles);
      },
    ],
    ['is missing', () => undefined],
    [
      'is a file',
      () => {
        writeFileSync(index.articles, 'x');
      },
    ],
  ])('A36: the index serves on when the folder %s, and the admin is told', async (_, make) => {
    renameSync(index.articles, `${index.articles} before`);
    make();
    try {
      await expect(index.app.reindex({ owner: 'test' })).rejects.toThrow(UserError);
      await expect(index.app.reindex({ owner: 'test' })).rejects.toThrow(/holds no usable article|does not exist|is a file/);
      const { expected, source } = ofRow('A6');
      const { citations, nearest } = await index.app.ask(expected.text);
      expect([...citations, ...nearest].map((each) => each.source)).toContain(source);
    } finally {
      rmSync(index.articles, { recursive: true, force: true });
      renameSync(`${index.articles} before`, index.articles);
    }
  });
});
