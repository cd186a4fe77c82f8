import { cleanCharacters, collapseSpaces } from '../../text/normalize.ts';
import { isQuestion } from '../../text/chat-question.ts';
import { splitSentences } from '../../text/sentences.ts';
import { shorten } from '../render/markdown.ts';

/** Longer questions are not asked but told so. */
export const MAXIMUM_QUESTION = 500;

/**
 * What is asked by a post, whose author wrote more than a question: its title and the sentences that ask. Where nothing asks, all of it,
 * as far as a question may be long.
 */
export function questionFrom(body: string, title = ''): string {
  const text = cleanCharacters(body);
  const asking = splitSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(isQuestion);
  const parts = asking.length > 0 || isQuestion(title) ? [title, ...asking] : [title, text];
  return shorten(collapseSpaces(parts.join(' ')), MAXIMUM_QUESTION);
}
