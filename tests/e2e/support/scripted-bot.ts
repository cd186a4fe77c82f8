import { setTimeout } from 'node:timers/promises';
import type { App } from '../../../src/app.ts';
import type { Answer, Citation } from '../../../src/answer/answer.ts';
import { parseConfig } from '../../../src/config.ts';
import { startBot } from '../../../src/discord/start.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { storeCalls } from '../../../src/store/calls.ts';
import { openStore } from '../../../src/store/store.ts';

// The bot over an App that does what the question says, for what real articles and a healthy engine do not give:
// "wait 4000": answers after 4 s; "fail": fails; "quote <text>": cites exactly that text, "title <text>" with that title;
// "long": cites three quotes of 900 characters that all have to be escaped.

const config = parseConfig(process.env);
const HOSTILE_TITLE = '@everyone [공지](https://evil.example) **굵게** `코드`';

function answerTo(question: string): Answer {
  const quotes = question.startsWith('long')
    ? ['가', '나', '다'].map(longQuote)
    : [/quote (.*)/su.exec(question)?.[1] ?? question];
  return {
    ...{ kind: 'answered', reason: null, language: 'ko', question, inherited: [], nearest: [], generation: 'g1' },
    citations: quotes.map((quote, index) => citation(quote, index + 1, question)),
    milliseconds: { embed: 0, search: 0, answer: 0, total: 0 },
  };
}

/** Sentences that double in length when they are escaped. */
function longQuote(letter: string): string {
  return Array.from(
    { length: 18 },
    (_, index) => `${letter}*_~\`|${letter}*_~\`|${letter}*_~\`|${letter}*_~\`|${letter}*_~\`|${letter}${index} 끝났다.`,
  ).join(' ');
}

function citation(quote: string, number: number, question: string): Citation {
  const title = question.includes('title') ? HOSTILE_TITLE : '제목';
  const known = { publisher: '매체', date: '2024-01-04', url: 'https://example.org/a', highlight: null };
  return { ...known, number, source: 'a.md', title, quote, start: 0, end: quote.length, chunk: 'a' };
}

const app: App = {
  async ask(question) {
    const wait = Number(/wait (\d+)/.exec(question)?.[1] ?? 0);
    if (wait > 0) await setTimeout(wait);
    if (question.includes('fail')) throw new Error('as told');
    return answerTo(question);
  },
  examine: () => Promise.reject(new Error('not asked for')),
  passage: () => Promise.resolve(undefined),
  reindex: () => Promise.reject(new Error('not asked for')),
  isStale: () => Promise.resolve(false),
  sources: () => Promise.resolve({ articles: [], files: [] }),
  text: () => Promise.resolve(undefined),
  status: () => Promise.resolve({ manifest: undefined, vectorIndex: 'none', alerts: [] }),
  reopen: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

const { keepQuestions, questionDays, answerDays } = config;
const store = openStore(config.storeFile, { now: Date.now, note: () => undefined, keepQuestions, questionDays, answerDays });
const running = await startBot({
  services: {
    ...{ app, store: storeCalls(store), metrics: createMetrics(), now: Date.now },
    log: createLog({ level: 'debug', secrets: [config.discordToken] }),
    health: () => ({ state: 'ready', mode: 'full', since: 0, deaths: 0, lastExit: null, queueLength: 0 }),
    limits: {
      ...{ personQuestions: config.personQuestions, serverQuestions: config.serverQuestions, queue: config.queueLimit },
      ...{ logQuestions: false, keepQuestions, questionDays },
    },
  },
  engineReady: Promise.resolve(),
  settings: {
    ...{ token: config.discordToken, api: config.discordApi, guild: config.discordGuild },
    ...{ messageContent: config.messageContent, shards: config.shards, shardCount: config.shardCount },
  },
  watch: null,
  signal: new AbortController().signal,
});
process.once('SIGTERM', () => {
  void running.stop(() => Promise.resolve()).then(() => process.exit(0));
});
