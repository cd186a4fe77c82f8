import type { Answer } from '../answer/answer.ts';
import type { Examination } from '../answer/extractive.ts';
import { generationName } from '../search/generation-files.ts';
import type { Generation } from '../search/generation.ts';
import { resolveDates } from '../text/article-dates.ts';
import type { ChatTopic, Language } from '../types.ts';

/** The answer to small talk: nothing of the articles, only what it is about. */
export function smallTalk(
  topic: ChatTopic,
  asked: { question: string; language: Language; generation: Generation | undefined; started: number },
): Answer {
  const { question, language, generation, started } = asked;
  return {
    ...{ kind: 'chat', topic, reason: null, details: null, language, question, inherited: [], corrected: null, period: null },
    ...{ citations: [], difference: null, nearest: [], generated: null, model: 'off' },
    generation: generation ? generationName(generation.manifest.generation) : null,
    milliseconds: { embed: 0, search: 0, answer: 0, total: performance.now() - started },
  };
}

/** What the dates in quotes mean, beside them: for questions that ask when. */
export function withResolvedDates<Result extends Examination>(examination: Result): Result {
  const { extraction } = examination;
  const citations = extraction.citations.map((citation) => ({
    ...citation,
    resolved: resolveDates(citation.quote, citation.date),
  }));
  return { ...examination, extraction: { ...extraction, citations } };
}
