import type { Outcome } from './score.ts';

/** The questions whose best sentence got a probability in a range, and how often it was right. */
export interface CalibrationBin {
  from: number;
  to: number;
  questions: number;
  /** Mean probability given, and share of best sentences that hold the answer. */
  expected: number;
  observed: number;
}

const EDGES = [0, 0.3, 0.5, 0.7, 0.9, 1];

/** How far the softmax over the candidates can be taken at its word: answerable questions, binned by the best sentence's probability. */
export function calibrationOf(outcomes: readonly Outcome[]): CalibrationBin[] {
  const asked = outcomes.flatMap(({ answerable, probability, sentenceRank }) =>
    answerable && probability !== null ? [{ probability, isRight: sentenceRank === 0 }] : [],
  );
  return EDGES.slice(1).flatMap((to, index) => {
    const from = EDGES[index] ?? 0;
    const inside = asked.filter(({ probability }) => probability >= from && (probability < to || to === 1));
    if (inside.length === 0) return [];
    const expected = inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length;
    return [
      { from, to, questions: inside.length, expected, observed: inside.filter(({ isRight }) => isRight).length / inside.length },
    ];
  });
}
