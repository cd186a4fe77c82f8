import { passageMessage } from '../../../src/discord/ask/passage-message.ts';
import { answerMessages } from '../../../src/discord/ask/answer-message.ts';
import type { Answer } from '../../../src/answer/answer.ts';
import type { Passage } from '../../../src/answer/passage.ts';
import { outcomeMessages } from '../../../src/discord/reindex/reindex-message.ts';
import { articleMessage } from '../../../src/discord/sources/sources-message.ts';
import type { Content } from '../../../src/discord/respond.ts';
import type { IndexReport } from '../../../src/indexing/reindex.ts';
import type { IndexedArticle } from '../../../src/search/index-port.ts';
import { RAW_MENTION } from '../../discord/render/visible-text.ts';

const LANGUAGES = ['ko', 'en'] as const;
/** A word joiner stands in disarmed mentions; nothing else that cannot be seen is ever shown. */
const INVISIBLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u115F\u1160\u200B-\u200F\u202A-\u202E\u2061-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/u;
const FOREIGN = /(?<!\\):\/\/evil\.example|discord\.(?:gg|com)\//i;

export const reportMessages = (report: IndexReport) => LANGUAGES.flatMap((language) => outcomeMessages({ report }, language));

/** An article and one of its passages as they are shown. */
export function articleMessages(article: IndexedArticle, passage: Passage): Content[] {
  const sources = { all: () => [article], key: () => 'k', nearest: () => [], search: () => [], status: () => undefined };
  return LANGUAGES.flatMap((language) => [
    articleMessage(sources, article, language),
    passageMessage(passage, language, { id: (step) => `x:${step}`, step: 0 }),
  ]);
}

/** An answer as it is shown, with the question above it. */
export function messagesOf(answer: Answer, question: string): Content[] {
  const view = { answer, id: 'id', question, isPrivate: true, isFiltered: false };
  return LANGUAGES.flatMap((language) => answerMessages({ ...view, language }));
}

/** What a message shows that it must not, in words. */
export function displayFaults(message: Content): string[] {
  const content = message.content ?? '';
  const embeds = (message.embeds ?? []).map((embed) => ('toJSON' in embed ? embed.toJSON() : embed));
  const texts = [
    content,
    ...embeds.flatMap(({ title, description, footer }) => [title ?? '', description ?? '', footer?.text ?? '']),
  ];
  const shown = `${texts.join('\n')}\n${JSON.stringify(message.components ?? []).replaceAll(/"custom_id":"[^"]*"/g, '')}`;
  const labels = shown.match(/"label":"(?:[^"\\]|\\.)*"/g) ?? [];
  return [
    ...(content.length > 2000 ? ['a content over 2,000'] : []),
    ...(embeds.some(({ description }) => (description ?? '').length > 4096) ? ['a description over 4,096'] : []),
    ...(labels.some((label) => label.length > 100) ? ['a label over 80'] : []),
    ...(RAW_MENTION.test(texts.join('\n')) ? [`a mention: ${texts.join(' ').slice(0, 200)}`] : []),
    ...(FOREIGN.test(texts.join('\n')) ? [`a foreign link: ${texts.join(' ').slice(0, 200)}`] : []),
    ...(INVISIBLE.test(texts.join('\n')) ? [`what cannot be seen: ${JSON.stringify(texts).slice(0, 200)}`] : []),
    ...(shown.isWellFormed() ? [] : ['half a character']),
  ];
}
