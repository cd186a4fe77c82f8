import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { SHIPPED_MORE } from '../../src/cli/eval.ts';
import { measureShared, type SetReport } from '../../src/eval/sets.ts';
import { sharedPath } from '../support/shared.ts';

const korquad = sharedPath('eval/KorQuAD_v1.0_dev.json');
const WORK = parseConfig({}).dataDirectory;

/** The reports over the development sets, with an index of its own for each kind of search. */
function measured(kind: string, settings: Record<string, string>): Promise<SetReport[]> {
  const openApp = async (articles: string, name: string) => {
    const dataDirectory = join(WORK, 'eval', `${name}-${kind}`);
    const app = createApp(parseConfig({ ...settings, ARTICLES_DIR: articles, DATA_DIR: dataDirectory }));
    await app.reindex({ owner: 'test' });
    return app;
  };
  return measureShared('../shared', openApp, join(WORK, 'eval'), 1, () => undefined, SHIPPED_MORE);
}

const named = (reports: readonly SetReport[], name: string) => reports.find((report) => report.name === name);

describe.skipIf(korquad === undefined)('KorQuAD v1 as a collection of paragraphs, by words alone', () => {
  it('has the answer in the best sentence for 88 % of the reporting half, in the best three for 96 %', async () => {
    const reports = await measured('words-index', { EMBEDDING_MODEL: 'none' });
    const [one, , three] = named(reports, 'KorQuAD, reporting half')?.figures.best ?? [];
    expect(one).toBeGreaterThanOrEqual(0.88);
    expect(three).toBeGreaterThanOrEqual(0.96);
  });
});

describe.skipIf(korquad === undefined)('KorQuAD v1 as a collection of paragraphs', () => {
  let all: SetReport | undefined;
  let reporting: SetReport | undefined;
  let english: SetReport | undefined;
  beforeAll(async () => {
    const reports = await measured('index', {});
    all = named(reports, 'KorQuAD, all titles');
    reporting = named(reports, 'KorQuAD, reporting half');
    english = named(reports, 'KorQuAD, English questions of our own');
  });

  it('puts the right paragraph first for at least 94 % of the reporting half, and among five for 99.5 %', () => {
    expect(reporting?.figures.recallAt1).toBeGreaterThanOrEqual(0.94);
    expect(reporting?.figures.recallAt5).toBeGreaterThanOrEqual(0.995);
    expect(reporting?.figures.meanReciprocalRank).toBeGreaterThanOrEqual(0.965);
  });

  it('has the answer in the best sentence for 89 % of it, in the best two for 95 %, in the best three for 97 %', () => {
    const [one, two, three] = reporting?.figures.best ?? [];
    expect(one).toBeGreaterThanOrEqual(0.89);
    expect(two).toBeGreaterThanOrEqual(0.95);
    expect(three).toBeGreaterThanOrEqual(0.97);
  });

  it('shows the answer for at least 95.5 % of it, in at most 160 characters on average', () => {
    expect(reporting?.figures.shown).toBeGreaterThanOrEqual(0.955);
    expect(reporting?.figures.characters).toBeLessThanOrEqual(160);
  });

  it('tells questions from the same ones with their article, or only their passage, taken away', () => {
    expect(reporting?.refusal?.articleRemoved).toBeGreaterThanOrEqual(0.99);
    expect(reporting?.refusal?.passageRemoved).toBeGreaterThanOrEqual(0.95);
  });

  it('shows the answer to 77 % of English questions, and plain sentences to at most 12 % of those without their article', () => {
    expect(english?.figures.recallAt1).toBeGreaterThanOrEqual(0.75);
    expect(english?.figures.shown).toBeGreaterThanOrEqual(0.77);
    expect(english?.refusal?.plainWithoutArticle).toBeLessThanOrEqual(0.12);
  });

  it('quotes word for word', () => {
    expect(all?.figures.verbatim).toBe(1);
  });
});
