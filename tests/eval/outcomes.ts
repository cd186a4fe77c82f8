import type { Outcome } from '../../src/eval/score.ts';

/** What was recorded for a question that was answered rightly, but for what a test says. */
export function outcome(overrides: Partial<Outcome>): Outcome {
  return {
    ...{
      id: '1',
      question: 'Q?',
      kind: 'question',
      smallTalk: false,
      answerable: true,
      sourceRank: 0,
      sentenceRank: 0,
      probability: 0.9,
    },
    ...{ right: true, shown: true, characters: 100, level: 'answered', confidence: 1, verbatim: true, text: '', ...overrides },
  };
}
