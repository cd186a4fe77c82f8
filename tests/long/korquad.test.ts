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

  it('puts the right paragraph first for at least 93 % of the questions, and among five for 99.3 %', () => {
    expect(all?.figures.recallAt1).toBeGreaterThanOrEqual(0.93);
    expect(all?.figures.recallAt5).toBeGreaterThanOrEqual(0.993);
    expect(all?.figures.meanReciprocalRank).toBeGreaterThanOrEqual(0.955);
  });

  it('shows the answer for at least 94 % of the reporting half, in at most 170 characters on average', () => {
    expect(reporting?.figures.shown).toBeGreaterThanOrEqual(0.94);
    expect(reporting?.figures.characters).toBeLessThanOrEqual(170);
  });

  it('quotes word for word', () => {
    expect(all?.figures.verbatim).toBe(1);
  });
});
