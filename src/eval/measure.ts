import type { App } from '../app.ts';
import { foldText, withoutSpaces } from '../text/normalize.ts';
import { UserError } from '../errors.ts';
import type { EvalQuestion } from './questions.ts';
import type { Outcome } from './score.ts';

/** Chunks looked at for the rank of the right source. */
const HITS = 20;

/** Whether one of the wordings stands in the text; white space, case and compatibility forms do not matter. */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const compact = compacted(text);
  return answers.some((answer) => compact.includes(compacted(answer)));
}

/** Asks one question and records what came of it. Sources match by the beginning of their names; copies count as the original. */
export async function measure(app: App, question: EvalQuestion, exceptSources?: readonly string[]): Promise<Outcome> {
  const examined = await app.examine(question.question, HITS, exceptSources ? { exceptSources } : undefined);
  if (examined === 'no-articles') throw new UserError('The articles folder of this evaluation holds no article.');
  const { ranked, hits, extraction, confidence, topic } = examined;
  const { answers, articles, smallTalk } = question;
  const holdsSource = (article: { source: string; copies: readonly string[] }): boolean =>
    [article.source, ...article.copies].some((source) => articles.some((wanted) => source.startsWith(wanted)));
  const distinct = [...new Map(hits.map(({ chunk: { article } }) => [article.source, article])).values()];
  const sourceRank = rankOf(distinct.findIndex(holdsSource));
  const sentenceRank = rankOf(ranked.findIndex(({ sentence }) => holdsAnswer(sentence.text, answers)));
  const chosen = examined.chosen.map(({ text }) => text);
  const text = extraction.citations.map(({ quote }) => quote).join('\n');
  return {
    ...{ id: question.id, question: question.question, kind: question.kind, smallTalk, answerable: answers.length > 0 },
    ...{ sentenceRank, confidence, text, probability: ranked[0]?.probability ?? null },
    sourceRank: articles.length > 0 ? sourceRank : undefined,
    right: topic === null && holdsAnswer(text, answers),
    shown: chosen.some((sentence) => holdsAnswer(sentence, answers)),
    characters: chosen.reduce((sum, sentence) => sum + sentence.length, 0),
    level: topic === null ? extraction.kind : 'chat',
    verbatim: await allVerbatim(app, extraction.citations),
  };
}

async function allVerbatim(
  app: App,
  citations: readonly { source: string; quote: string; start: number; end: number }[],
): Promise<boolean> {
  for (const { source, quote, start, end } of citations) {
    if ((await app.text(source))?.slice(start, end) !== quote) return false;
  }
  return true;
}

function compacted(text: string): string {
  return withoutSpaces(foldText(text));
}

function rankOf(index: number): number | null {
  return index < 0 ? null : index;
}
