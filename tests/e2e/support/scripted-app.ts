import { setTimeout } from 'node:timers/promises';
import type { App } from '../../../src/app.ts';
import type { Answer, Citation, Nearest } from '../../../src/answer/answer.ts';
import type { Passage } from '../../../src/answer/passage.ts';

/** A title that would ping, link and change the looks of everything around it. */
export const HOSTILE_TITLE = '@everyone [공지](https://evil.example) **굵게** `코드` ||숨김|| ```울타리';
/** Stands for a line break in a question, where there is none. */
const LINE_BREAK = /⏎/g;
const URL = 'https://example.org/a';

/** Three quotes of sentences that double in length when they are escaped. */
export const LONG_QUOTES: readonly string[] = ['가', '나', '다'].map((letter) =>
  Array.from({ length: 18 }, (_, index) => `${`${letter}*_~\`|`.repeat(5)}${letter}${index} 끝났다.`).join(' '),
);

/**
 * An App that does what the question says, for what real articles and a healthy engine do not give: "wait 4000" answers after 4 s; "fail"
 * fails; "quote <text>" cites exactly that text; "title" cites an article with a hostile title; "nothing" does not answer, with that article
 * as the nearest; "inherit <text>" takes that over from the question before; "long" cites three long quotes.
 * @param note Told of every question when its search begins and when it has ended.
 */
export function scriptedApp(note: (line: string) => void): App {
  const quotes = new Map<string, Citation>();
  return {
    async ask(question) {
      note(`searched: ${question}`);
      const wait = Number(/wait (\d+)/.exec(question)?.[1] ?? 0);
      if (wait > 0) await setTimeout(wait);
      note(`found: ${question}`);
      if (question.includes('fail')) throw new Error('as told');
      const answer = answerTo(question);
      for (const citation of answer.citations) quotes.set(citation.chunk, citation);
      return answer;
    },
    examine: notAskedFor,
    passage: ({ citation }) => Promise.resolve(passageOf(quotes.get(citation?.chunk ?? ''))),
    reindex: notAskedFor,
    isStale: () => Promise.resolve(false),
    sources: () => Promise.resolve({ articles: [], files: [] }),
    text: () => Promise.resolve(undefined),
    status: () => Promise.resolve({ manifest: undefined, vectorIndex: 'none', alerts: [] }),
    reopen: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function notAskedFor(): Promise<never> {
  return Promise.reject(new Error('not asked for'));
}

function answerTo(question: string): Answer {
  const isUnanswered = question.startsWith('nothing');
  const quotes = question.startsWith('long') ? LONG_QUOTES : [/quote (.*)/su.exec(question)?.[1] ?? question];
  const citations = quotes.map((quote, index) => citationOf(quote.replace(LINE_BREAK, '\n'), index + 1, question));
  const inherited = /^inherit (.*)/su.exec(question)?.slice(1) ?? [];
  const nearest: Nearest[] = isUnanswered ? citations : [];
  return {
    ...{
      language: 'ko',
      question,
      inherited,
      details: null,
      difference: null,
      nearest,
      generation: 'g1',
      citations: isUnanswered ? [] : citations,
    },
    ...(isUnanswered ? { kind: 'unanswered', reason: 'not-in-articles' } : { kind: 'answered', reason: null }),
    ...{ generated: null, model: 'off', corrected: null, period: null, topic: null },
    milliseconds: { embed: 0, search: 0, answer: 0, total: 0 },
  };
}

function citationOf(quote: string, number: number, question: string): Citation {
  const title = /^nothing|title/.test(question) ? HOSTILE_TITLE : '제목';
  const known = { publisher: '매체', date: '2024-01-04', url: URL, highlight: null, also: [] };
  return { ...known, number, source: 'a.md', title, quote, start: 0, end: quote.length, chunk: `${number} ${question}` };
}

function passageOf(citation: Citation | undefined): Passage | undefined {
  if (!citation) return undefined;
  const { source, title, publisher, date, url, quote: text } = citation;
  const { length } = text;
  const article = { id: 1, source, title, publisher, reporter: null, date, url, hash: '', copies: [], korean: true, chunks: 1 };
  return { article, number: 1, of: 1, text, quote: { start: 0, end: length }, state: 'same' };
}
