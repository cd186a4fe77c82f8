import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { parseQuestions } from '../../src/eval/questions.ts';
import type { Outcome } from '../../src/eval/score.ts';
import { measureOwn } from '../../src/eval/sets.ts';
import { indexedApp } from '../support/apps.ts';

const FILE = join(import.meta.dirname, 'everyday-questions.jsonl');

describe('everyday questions over the articles that ship', () => {
  let app: App;
  let outcomes: Outcome[];
  const of = (test: (outcome: Outcome) => boolean) => outcomes.filter(test);
  beforeAll(async () => {
    app = await indexedApp('articles');
    ({ outcomes } = await measureOwn(app, 'everyday', parseQuestions(readFileSync(FILE, 'utf8'), FILE), () => undefined));
  });
  afterAll(() => app.close());

  it('are answered: at least 42 of 48 rightly, at most 3 refused', () => {
    expect(of(({ answerable }) => answerable)).toHaveLength(48);
    expect(of(({ answerable, right }) => answerable && right).length).toBeGreaterThanOrEqual(42);
    expect(of(({ answerable, level }) => answerable && level === 'unanswered').length).toBeLessThanOrEqual(3);
  });

  it('are refused when they are about something else altogether, at least 9 of 10', () => {
    expect(of(({ kind, level }) => kind === 'off-topic' && level === 'unanswered').length).toBeGreaterThanOrEqual(9);
  });

  it('are refused or answered with a warning when the articles do not give the fact, at least 17 of 30', () => {
    expect(of(({ kind, level }) => kind === 'on-topic' && level !== 'answered').length).toBeGreaterThanOrEqual(17);
  });

  it('are quoted word for word', () => {
    expect(of(({ verbatim }) => !verbatim)).toEqual([]);
  });
});
