import type { Answer } from '../../../src/answer/answer.ts';
import type { App } from '../../../src/app.ts';
import { askQuestion } from '../../../src/discord/ask/ask-question.ts';
import type { Surface } from '../../../src/discord/ask/surface.ts';
import type { Bot, Services } from '../../../src/discord/bot.ts';
import { createBot } from '../../../src/discord/create-bot.ts';
import type { Content } from '../../../src/discord/respond.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { readBlocks, type Block, type Inline } from '../../pictures/markdown-tree.ts';
import { RAW_MENTION } from '../../discord/render/visible-text.ts';

/** The part of the bot that takes a question to its answer, with everything it does written down. */
export interface Face {
  ask: (question: string) => Promise<Asked>;
  /** What was asked of the program and of the store, by name. */
  done: Set<string>;
  logged: string[];
}

export interface Asked {
  answer: Answer;
  /** Everything that was sent to Discord for it, in order. */
  sent: Content[];
}

export async function startFace(app: App): Promise<Face> {
  const done = new Set<string>();
  const logged: string[] = [];
  const answers = new Map<string, Answer>();
  const recorded: App = {
    ...recording(app, done),
    ask: async (question, request) => {
      done.add('ask');
      const answer = await app.ask(question, request);
      answers.set(question, answer);
      return answer;
    },
  };
  const bot = createBot(services(recorded, done, logged), Promise.resolve());
  await bot.ready;
  done.clear();
  const ask = async (question: string): Promise<Asked> => {
    const sent: Content[] = [];
    await askQuestion(bot, surface(sent), { text: question, check: () => Promise.resolve({ filter: undefined }) });
    const answer = answers.get(question);
    if (!answer) throw new Error(`not asked: ${question}`);
    return { answer, sent };
  };
  return { ask, done, logged };
}

const METHODS = ['examine', 'reindex', 'isStale', 'sources', 'text', 'passage', 'status', 'reopen', 'close'] as const;

/** The same app, which notes what is called. */
function recording(app: App, done: Set<string>): App {
  const methods = METHODS.map((name) => [
    name,
    (...parameters: unknown[]): unknown => {
      done.add(name);
      return Reflect.apply(Reflect.get(app, name) as () => unknown, app, parameters);
    },
  ]);
  return Object.fromEntries(methods) as App;
}

function services(app: App, done: Set<string>, logged: string[]): Services {
  const store = new Proxy({} as Services['store'], {
    get: (_, name) => (): Promise<unknown> => {
      done.add(`store: ${String(name)}`);
      return Promise.resolve(name === 'addAnswer' ? 'abcdefghijkl' : undefined);
    },
  });
  const about: Bot['about'] = {
    ...{ embeddingModel: 'none', languageModel: 'localhost', homeServer: null, logQuestions: false, keepQuestions: false },
    questionDays: 1,
  };
  return {
    ...{ app, store, about, now: Date.now, metrics: createMetrics() },
    health: () => ({}) as ReturnType<Services['health']>,
    log: createLog({ level: 'debug', secrets: [], destination: { write: (line) => void logged.push(line) } }),
    limits: { personQuestions: 1_000_000, serverQuestions: 1_000_000, queue: 100 },
  };
}

let persons = 0;

function surface(sent: Content[]): Surface {
  const send = (content: Content): Promise<void> => {
    sent.push(content);
    return Promise.resolve();
  };
  return {
    ...{ person: `p${(persons += 1)}`, server: '1', channel: '2', question: null, isPrivate: false, repeatsQuestion: true },
    ...{ language: 'ko', refusalLanguage: 'ko', acknowledge: () => Promise.resolve(), wait: send, progress: send, refuse: send },
    answer: async (contents) => {
      for (const content of contents) await send(content);
      return ['3'];
    },
  };
}

/** What of messages would notify somebody, link anywhere but to the given addresses, or be shown as more than text, quotes and notes. */
export function dangersOf(sent: readonly Content[], addresses: RegExp): string[] {
  return sent.flatMap((content) => {
    const texts = [content.content ?? '', ...(content.embeds ?? []).map((embed) => JSON.stringify(embed))];
    const raw = JSON.stringify(content);
    return [
      ...(RAW_MENTION.test(raw) ? [`mention: ${raw}`] : []),
      ...(/"url":/u.test(raw) ? [`a button that links: ${raw}`] : []),
      ...texts.flatMap((text) => readBlocks(text).flatMap((block) => dangersOfBlock(block, addresses))),
    ];
  });
}

function dangersOfBlock(block: Block, addresses: RegExp): string[] {
  switch (block.type) {
    case 'quote':
      return block.blocks.flatMap((inner) => dangersOfBlock(inner, addresses));
    case 'fence':
    case 'heading':
      return [block.type];
    case 'item':
    case 'paragraph':
    case 'subtext':
      return block.children.flatMap((part) => dangersOfPart(part, addresses));
  }
}

function dangersOfPart(part: Inline, addresses: RegExp): string[] {
  if (part.type === 'object') return [`${part.kind}: ${part.source}`];
  if (part.type === 'code') return [`code: ${part.text}`];
  if (part.type === 'text') return [];
  const own = part.type === 'link' && !addresses.test(part.url) ? [`link: ${part.url}`] : [];
  return [...own, ...part.children.flatMap((child) => dangersOfPart(child, addresses))];
}
