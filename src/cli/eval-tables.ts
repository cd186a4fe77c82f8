import Table from 'cli-table3';
import type { Comparison } from '../eval/compare.ts';
import { isGood } from '../eval/score.ts';
import type { SetReport } from '../eval/sets.ts';

const STYLE = { head: [], border: [], compact: true };
/** Questions that failed are listed only where they are few enough to be read. */
const LISTED = 200;

/** The figures of one set as a table, the questions that failed below it. */
export function reportTable({ name, figures, refusal, outcomes }: SetReport): string {
  const rows = new Table({ head: [name, `${figures.questions} questions`], style: STYLE });
  const add = (label: string, value: number | null | undefined, digits = 3): void => {
    if (value !== null && value !== undefined) rows.push([label, value.toFixed(digits)]);
  };
  add('right source first (R@1)', figures.recallAt1);
  add('right source in first 5 (R@5)', figures.recallAt5);
  add('mean reciprocal rank (MRR)', figures.meanReciprocalRank);
  figures.best?.forEach((value, index) => {
    add(`answer in best ${index + 1}`, value);
  });
  add('answer in what is shown', figures.shown);
  add('characters shown', figures.characters, 1);
  if (figures.answerable > 0) {
    rows.push(['answerable: right', `${figures.right} of ${figures.answerable}`]);
    rows.push(['answerable: warned, refused', `${figures.warnedAnswerable}, ${figures.refusedAnswerable}`]);
  }
  if (figures.unanswerable > 0)
    rows.push(['unanswerable: refused, warned', `${figures.refused}, ${figures.warned} of ${figures.unanswerable}`]);
  if (figures.smallTalk > 0) rows.push(['small talk recognised', `${figures.recognised} of ${figures.smallTalk}`]);
  rows.push(['questions taken for small talk', String(figures.mistaken)]);
  add('refusal AUC, article removed', refusal?.articleRemoved);
  add('refusal AUC, passage removed', refusal?.passageRemoved);
  add('plain answers, article removed', refusal?.plainWithoutArticle);
  add('quotes verbatim', figures.verbatim);
  return [rows.toString(), ...failures(outcomes)].join('\n');
}

function failures(outcomes: SetReport['outcomes']): string[] {
  if (outcomes.length > LISTED) return [];
  return outcomes
    .filter((outcome) => !isGood(outcome))
    .map(({ id, level, smallTalk, answerable, question }) => {
      const missing = smallTalk ? 'not recognised' : answerable ? 'not right' : 'not refused';
      return `  ${id}: ${missing} (${level}): ${question}`;
    });
}

/** How far the probabilities of the best sentences hold; empty where there is nothing to tell. */
export function calibrationTable({ name, calibration = [] }: SetReport): string {
  if (calibration.length === 0) return '';
  const rows = new Table({ head: [`${name}: probability`, 'questions', 'given', 'right'], style: STYLE });
  for (const { from, to, questions, expected, observed } of calibration)
    rows.push([`${from}–${to}`, String(questions), expected.toFixed(3), observed.toFixed(3)]);
  return rows.toString();
}

/** What changed in one set since a former report. */
export function comparisonTable({ name, figures, toWrong, toRight }: Comparison): string {
  const rows = new Table({ head: [name, 'before', 'after', 'change'], style: STYLE });
  for (const { name: figure, before, after } of figures)
    rows.push([figure, short(before), short(after), `${after > before ? '+' : ''}${short(after - before)}`]);
  const listed = (label: string, questions: Comparison['toRight']): string[] => [
    `${label}: ${questions.length}`,
    ...questions.map(({ id, question }) => `  ${id}: ${question}`),
  ];
  return [
    figures.length === 0 ? `${name}: every figure is the same` : rows.toString(),
    ...listed('right before, wrong now', toWrong),
    ...listed('wrong before, right now', toRight),
  ].join('\n');
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}
