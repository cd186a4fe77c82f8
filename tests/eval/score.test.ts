import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, figuresOf, isGood } from '../../src/eval/score.ts';
import { outcome } from './outcomes.ts';

describe('figures', () => {
  it('of retrieval are shares of the questions whose source is known', () => {
    const ranks = [0, 0, 1, 4, 5, null, undefined];
    const figures = figuresOf(ranks.map((sourceRank) => outcome({ sourceRank })));
    expect(figures.recallAt1).toBeCloseTo(2 / 6);
    expect(figures.recallAt5).toBeCloseTo(4 / 6);
    expect(figures.meanReciprocalRank).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 5 + 1 / 6 + 0) / 6);
  });

  it('of sentences are shares of the answerable questions', () => {
    const ranks = [0, 1, 2, 3, null];
    const figures = figuresOf([
      ...ranks.map((sentenceRank) => outcome({ sentenceRank })),
      outcome({ answerable: false, sentenceRank: null }),
    ]);
    expect(figures.best).toEqual([1 / 5, 2 / 5, 3 / 5]);
  });

  it('count what was shown, warned about and refused, apart for answerable and unanswerable questions', () => {
    const figures = figuresOf([
      outcome({ level: 'answered', characters: 50 }),
      outcome({ level: 'unsure', characters: 150, right: false, shown: false }),
      outcome({ level: 'unanswered', right: false }),
      outcome({ answerable: false, level: 'unanswered', right: false }),
      outcome({ answerable: false, level: 'unsure', right: false }),
      outcome({ answerable: false, level: 'answered', right: false, verbatim: false }),
    ]);
    expect(figures).toMatchObject({
      ...{ questions: 6, answerable: 3, right: 1, warnedAnswerable: 1, refusedAnswerable: 1, characters: 100 },
      ...{ unanswerable: 3, refused: 1, warned: 1 },
    });
    expect(figures.shown).toBeCloseTo(2 / 3);
    expect(figures.verbatim).toBeCloseTo(5 / 6);
  });

  it('tell small talk that was recognised from questions taken for it', () => {
    const lines = [
      outcome({ smallTalk: true, answerable: false, level: 'chat' }),
      outcome({ smallTalk: true, answerable: false, level: 'unanswered' }),
      outcome({ level: 'chat', right: false }),
      outcome({}),
    ];
    expect(figuresOf(lines)).toMatchObject({ questions: 2, unanswerable: 0, smallTalk: 2, recognised: 1, mistaken: 1 });
    expect(lines.map(isGood)).toEqual([true, false, false, true]);
  });

  it('are null where there is nothing to share', () => {
    expect(figuresOf([])).toMatchObject({
      recallAt1: null,
      meanReciprocalRank: null,
      best: null,
      shown: null,
      characters: null,
      verbatim: 1,
    });
    expect(figuresOf([outcome({ answerable: false })])).toMatchObject({ recallAt1: null, best: null });
  });
});

describe('the area under the curve', () => {
  it.each<[number[], number[], number | null]>([
    [[2, 3], [0, 1], 1],
    [[0, 1], [2, 3], 0],
    [[1], [1], 0.5],
    [[1, 1, 1], [1, 1], 0.5],
    [[1, 3], [2], 0.5],
    [[2, 4], [1, 3], 0.75],
    [[1, 2], [1, 0], 0.875],
    [[Number.NEGATIVE_INFINITY, 1], [Number.NEGATIVE_INFINITY], 0.75],
    [[], [1], null],
    [[1], [], null],
  ])('of %j against %j is %j', (answerable, unanswerable, area) => {
    expect(areaUnderCurve(answerable, unanswerable)).toBe(area);
  });

  it('is the share of pairs in the right order, ties counting half', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (answerable, unanswerable) => {
        const pairs = answerable.flatMap((a) => unanswerable.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
        const expected = pairs.reduce<number>((sum, each) => sum + each, 0) / pairs.length;
        expect(areaUnderCurve(answerable, unanswerable)).toBeCloseTo(expected, 10);
      }),
    );
  });
});
