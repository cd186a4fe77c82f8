import type { Citation } from '../../answer/answer.ts';
import type { Passage } from '../../answer/passage.ts';
import type { GivenAnswer, GivenCitation } from '../../store/given-answers.ts';
import type { Bot } from '../bot.ts';
import type { AnswerView } from './answer-message.ts';

/** The answer that a button belongs to; undefined when it is gone, made up, or another server's. */
export async function findGiven(bot: Bot, id: string | undefined, server: string | null): Promise<GivenAnswer | undefined> {
  const given = id === undefined || !/^[a-z2-7]{12}$/.test(id) ? undefined : await bot.store.answer(id);
  return given?.server === server ? given : undefined;
}

/** The passage that a citation of a given answer stands in, or one so many steps further on. */
export function passageOf(
  bot: Bot,
  { source, chunk, start, end, quoteHash }: GivenCitation,
  step: number,
): Promise<Passage | undefined> {
  return bot.app.passage({ source, citation: { chunk, start, end, quoteHash }, step });
}

/** The citations of a given answer with their quotes, read again from the index; those that were changed since are left out. */
export async function restoreCitations(bot: Bot, given: GivenAnswer): Promise<Citation[]> {
  const restored = await Promise.all(given.citations.map((citation) => restoreCitation(bot, citation)));
  return restored.flatMap((citation) => (citation ? [citation] : []));
}

async function restoreCitation(bot: Bot, citation: GivenCitation): Promise<Citation | undefined> {
  const { source, number, chunk, start, end } = citation;
  const passage = await passageOf(bot, citation, 0);
  if (!passage?.quote) return undefined;
  const { title, publisher, date, url } = passage.article;
  const quote = passage.text.slice(passage.quote.start, passage.quote.end);
  return { ...{ number, source, title, publisher, date, url, quote, chunk, start, end }, highlight: null, also: [] };
}

/** A given answer as it is shown again. */
export function givenView(given: GivenAnswer, citations: Citation[]): Pick<AnswerView, 'answer' | 'id'> {
  const { language, id } = given;
  const kind = given.kind === 'answered' ? ('answered' as const) : ('unsure' as const);
  const unsaid = { reason: null, details: null, difference: null, corrected: null, period: null, topic: null };
  return { id, answer: { kind, language, citations, nearest: [], inherited: [], ...unsaid } };
}
