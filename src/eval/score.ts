import type { AnswerKind } from '../types.ts';

/** Figures of retrieval and answering. Pure: everything is computed from what was recorded for each question. */

/** What was recorded for one question. Ranks count from 0; null means not found. */
export interface Outcome {
  id: string;
  question: string;
  kind: string;
  /** Whether it is small talk rather than a question. */
  smallTalk: boolean;
  /** Whether the articles answer the question. */
  answerable: boolean;
  /** Rank of the first source that holds the answer, among distinct sources; undefined when the right source is not known. */
  sourceRank: number | null | undefined;
  /** Rank of the first sentence that holds the answer. */
  sentenceRank: number | null;
  /** Of the best sentence among the candidates; null when there is none. */
  probability: number | null;
  /** Whether the answer stands in what is shown, level and all. */
  right: boolean;
  /** Whether the answer stands in the sentences that were chosen, whatever the level. */
  shown: boolean;
  /** Characters of the chosen sentences. */
  characters: number;
  level: AnswerKind;
  confidence: number;
  /** Whether every quote equals its article's text. */
  verbatim: boolean;
  text: string;
}

/** What tells whether it was good; the level may be one of a former version. */
type Verdict = Pick<Outcome, 'smallTalk' | 'answerable' | 'right'> & { level: string };

export interface Figures {
  questions: number;
  answerable: number;
  recallAt1: number | null;
  recallAt5: number | null;
  meanReciprocalRank: number | null;
  /** Share of answerable questions whose answer stands in the best 1, 2, 3 sentences. */
  best: [number, number, number] | null;
  /** … in the sentences chosen, and how many characters these have on average. */
  shown: number | null;
  characters: number | null;
  /** Answerable questions: shown plainly or with a warning and right; refused. */
  right: number;
  refusedAnswerable: number;
  warnedAnswerable: number;
  unanswerable: number;
  refused: number;
  warned: number;
  /** Lines of small talk, and those taken for it; questions taken for it. */
  smallTalk: number;
  recognised: number;
  mistaken: number;
  /** Share of questions all of whose quotes are verbatim. */
  verbatim: number;
}

/** Whether a line got what it should: small talk a reply of its own, an answerable question its answer, another one no plain answer. */
export function isGood({ smallTalk, answerable, right, level }: Verdict): boolean {
  if (smallTalk || level === 'chat') return smallTalk && level === 'chat';
  return answerable ? right : level !== 'answered';
}

/** Sums up a set of questions. Shares are of the questions they make sense for; null where there are none. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const questions = outcomes.filter((outcome) => !outcome.smallTalk);
  const smallTalk = outcomes.filter((outcome) => outcome.smallTalk);
  const answerable = questions.filter((outcome) => outcome.answerable);
  const unanswerable = questions.filter((outcome) => !outcome.answerable);
  const located = answerable.flatMap(({ sourceRank }) =>
    sourceRank === undefined ? [] : [sourceRank ?? Number.POSITIVE_INFINITY],
  );
  const best = (count: number): number =>
    share(answerable, ({ sentenceRank }) => sentenceRank !== null && sentenceRank < count) ?? 0;
  return {
    questions: questions.length,
    answerable: answerable.length,
    recallAt1: share(located, (rank) => rank < 1),
    recallAt5: share(located, (rank) => rank < 5),
    meanReciprocalRank: mean(located.map((rank) => 1 / (rank + 1))),
    best: answerable.length > 0 ? [best(1), best(2), best(3)] : null,
    shown: share(answerable, ({ shown }) => shown),
    characters: mean(answerable.map(({ characters }) => characters)),
    right: answerable.filter(({ right }) => right).length,
    refusedAnswerable: answerable.filter(({ level }) => level === 'unanswered').length,
    warnedAnswerable: answerable.filter(({ level }) => level === 'unsure').length,
    unanswerable: unanswerable.length,
    refused: unanswerable.filter(({ level }) => level === 'unanswered').length,
    warned: unanswerable.filter(({ level }) => level === 'unsure').length,
    smallTalk: smallTalk.length,
    recognised: smallTalk.filter(({ level }) => level === 'chat').length,
    mistaken: questions.filter(({ level }) => level === 'chat').length,
    verbatim: share(outcomes, ({ verbatim }) => verbatim) ?? 1,
  };
}

/** Area under the ROC curve: the chance that an answerable question gets a higher confidence than an unanswerable one; ties count half. */
export function areaUnderCurve(answerable: readonly number[], unanswerable: readonly number[]): number | null {
  if (answerable.length === 0 || unanswerable.length === 0) return null;
  const all = [
    ...answerable.map((value) => ({ value, positive: true })),
    ...unanswerable.map((value) => ({ value, positive: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const positives = all.slice(from, to).filter(({ positive }) => positive).length;
    rankSum += (positives * (from + 1 + to)) / 2;
    from = to;
  }
  return (rankSum - (answerable.length * (answerable.length + 1)) / 2) / (answerable.length * unanswerable.length);
}

function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(passes).length / items.length;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
