import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { parseQuestions } from '../../src/eval/questions.ts';
import { measureOwn } from '../../src/eval/sets.ts';
import type { Figures } from '../../src/eval/score.ts';
import { indexedApp } from '../support/apps.ts';
import { sharedPath } from '../support/shared.ts';

const articles = sharedPath('articles');
const questions = sharedPath('eval/seed-questions.jsonl');

describe.skipIf(articles === undefined || questions === undefined)('the seed questions over five real news pages', () => {
  let app: App;
  let figures: Figures;
  beforeAll(async () => {
    app = await indexedApp(articles ?? '');
    const parsed = parseQuestions(readFileSync(questions ?? '', 'utf8'), 'seed-questions.jsonl');
    ({ figures } = await measureOwn(app, 'seed', parsed, () => undefined));
  });
  afterAll(() => app.close());

  it('answers at least 29 of the 33 that the pages answer', () => {
    expect(figures.answerable).toBe(33);
    expect(figures.right).toBeGreaterThanOrEqual(29);
  });

  it('refuses the 7 that they do not answer, or answers with a warning', () => {
    expect(figures.unanswerable).toBe(7);
    expect(figures.refused + figures.warned).toBe(7);
  });

  it('quotes word for word', () => {
    expect(figures.verbatim).toBe(1);
  });
});
