import type { Answer, Citation } from '../../../src/answer/answer.ts';
import { feedbackMessage } from '../../../src/discord/administration/feedback.ts';
import { gapsMessage } from '../../../src/discord/administration/gaps.ts';
import { statusMessage } from '../../../src/discord/administration/status-message.ts';
import { answerMessages } from '../../../src/discord/ask/answer-message.ts';
import { citationLeafing, passageMessage } from '../../../src/discord/ask/passage-message.ts';
import { alreadyRunningMessage, outcomeMessages } from '../../../src/discord/reindex/reindex-message.ts';
import { plainLine } from '../../../src/discord/render/markdown.ts';
import type { Content } from '../../../src/discord/respond.ts';
import { askWords } from '../../../src/discord/wording/ask.ts';
import { UserError } from '../../../src/errors.ts';
import { articleOf, statusOf } from '../../discord/sources/examples.ts';
import { REPORT } from '../../discord/reindex/examples.ts';

/** Every way in which a text of others gets into a message, by its name. */
export const PLACES: Readonly<Record<string, (text: string) => Content[]>> = {
  question: (text) => answerMessages({ ...view(answerOf({})), question: text }),
  quote: (text) => answerMessages(view(answerOf({ citations: [citationOf({ quote: text, highlight: text })] }))),
  title: (text) => answerMessages(view(answerOf({ citations: [citationOf({ title: text, publisher: text })] }))),
  'name of a file': (text) =>
    answerMessages(view(answerOf({ citations: [citationOf({ source: text, title: text, url: null })] }))),
  'address of an article': (text) =>
    answerMessages(view(answerOf({ citations: [citationOf({ url: `https://example.org/${text}?${text}` })] }))),
  'text of a language model': (text) =>
    answerMessages({ ...view(answerOf({})), written: { generated: [{ text, numbers: [1] }], model: 'used' } }),
  'nearest articles': (text) =>
    answerMessages(
      view(answerOf({ kind: 'unanswered', reason: 'not-in-articles', citations: [], nearest: [citationOf({ title: text })] })),
    ),
  'what was taken over': (text) => answerMessages(view(answerOf({ inherited: [text], corrected: text }))),
  'name of who shares': (text) => answerMessages({ ...view(answerOf({})), heading: askWords.ko.sharedBy(plainLine(text)) }),
  passage: (text) => [
    passageMessage(
      { article: articleOf(text), number: 1, of: 2, text, quote: { start: 0, end: text.length }, state: 'changed' },
      'ko',
      citationLeafing('a', 1, 0),
    ),
  ],
  'file that is left out': (text) => outcomeMessages({ report: { ...REPORT, failed: [{ source: text, reason: text }] } }, 'ko'),
  'reason of a failure': (text) => outcomeMessages({ error: new UserError(text) }, 'en'),
  'gap of the articles': (text) => [
    gapsMessage(
      { entries: [{ id: 'a', count: 1, first: 0, last: 0, example: text }], number: 1, hasNext: false },
      { isKept: true },
      'ko',
    ),
  ],
  'reason for a vote': (text) => {
    const entry = { answer: 'a', member: '1', rating: 'down' as const, reason: text, created: 0, question: text, titles: [text] };
    return [feedbackMessage({ entries: [entry], number: 1, hasNext: false }, 'ko')];
  },
  'reason of an engine that died': (text) => [
    statusMessage({ ...FACTS, health: { ...FACTS.health, deaths: 1, lastExit: text } }, 'ko'),
  ],
};

/** What the bot itself writes with a mention in it, which is to show a name and ring nowhere. */
export function ownMentions(user: string): Content[] {
  const update = { by: user, server: '1', full: true, since: 0, progress: undefined };
  return [{ content: askWords.ko.lateAnswer(`<@${user}>`) }, alreadyRunningMessage(update, '1', 'en')];
}

const FACTS: Parameters<typeof statusMessage>[0] = {
  embeddingModel: '@everyone',
  ...{ status: statusOf(4), isCurrent: true, leftOut: 2, waiting: 3, queue: 50, started: 0, updating: undefined },
  health: { state: 'ready', mode: 'full', since: 0, deaths: 0, lastExit: null, queueLength: 0 },
  ...{ latency: { p50: 0, p95: 0, p99: 0, count: 0 }, ping: 42, heartbeat: 0, isAdministrator: true },
};

function citationOf(given: Partial<Citation>): Citation {
  const known = { title: '제목', publisher: '매체', date: '2024-01-04', url: 'https://example.org/a', highlight: null, also: [] };
  return { ...known, number: 1, source: 'a.md', quote: '도서관이 문을 열었다.', start: 0, end: 12, chunk: 'a', ...given };
}

function answerOf(given: Partial<Answer>): Answer {
  const known = { language: 'ko' as const, question: '물음', inherited: [], details: null, difference: null, nearest: [] };
  return {
    ...{ ...known, generation: 'g1', citations: [citationOf({})], kind: 'answered', reason: null, generated: null, model: 'off' },
    ...{ corrected: null, period: null, topic: null, milliseconds: { embed: 0, search: 0, answer: 0, total: 0 } },
    ...given,
  };
}

function view(answer: Answer): Parameters<typeof answerMessages>[0] {
  return { answer, id: 'a', language: 'ko', question: null, isPrivate: true, isFiltered: false };
}
