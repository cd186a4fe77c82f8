import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { measureShared, type SetReport } from '../../src/eval/sets.ts';
import { sharedPath } from '../support/shared.ts';

const korquad = sharedPath('eval/KorQuAD_v1.0_dev.json');
const WORK = parseConfig({}).dataDirectory;

describe.skipIf(korquad === undefined)('KorQuAD v1 as a collection of paragraphs', () => {
  let all: SetReport | undefined;
  let reporting: SetReport | undefined;
  beforeAll(async () => {
    const openApp = async (articles: string, name: string) => {
      const app = createApp(parseConfig({ ARTICLES_DIR: articles, DATA_DIR: join(WORK, 'eval', `${name}-index`) }));
      await app.reindex({ owner: 'test' });
      return app;
    };
    const reports = await measureShared('../shared', openApp, join(WORK, 'eval'), 1, () => undefined);
    all = reports.find(({ name }) => name === 'KorQuAD, all titles');
    reporting = reports.find(({ name }) => name === 'KorQuAD, reporting half');
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

  it('quotes word for word', () => {
    expect(all?.figures.verbatim).toBe(1);
  });
});
