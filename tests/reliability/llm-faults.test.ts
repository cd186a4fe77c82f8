import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { createApp, type App } from '../../src/app.ts';
import { Writing } from '../../src/app/writing.ts';
import { parseConfig, type Config } from '../../src/config.ts';
import { answerMessages } from '../../src/discord/ask/answer-message.ts';
import { EmbeddingsProvider } from '../../src/search/embeddings-provider.ts';
import type { Language } from '../../src/types.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { ARTICLES, LIGHTHOUSE_QUESTION, ORCHARD_QUESTION } from '../cli/articles.ts';
import { putFiles } from '../support/index-fixtures.ts';
import { LlmServer } from '../support/llm-server.ts';
import { Dice } from './language-model/dice.ts';
import { countOf, unproven } from './language-model/proof.ts';
import { KINDS, type Kind } from './llm-faults/kinds.ts';
import { speak } from './llm-faults/speech.ts';
import { times } from './scale.ts';

const KEY = 'planted-key-5647382910';
const RUNS = times({ ci: 50, nightly: 250 });
/** Runs at once: they mostly wait. */
const AT_ONCE = 5;
/** What may be added to the deadline: the one time that is promised. */
const GRACE = 500;
/** What a reader that stops after two megabytes leaves in the buffers of both sides and of the system, at most. */
const MOST_SENT = 12_000_000;

const QUESTIONS: readonly { language: Language; question: string; truths: string[] }[] = [
  {
    language: 'ko',
    question: LIGHTHOUSE_QUESTION,
    truths: ['수리에는 12억 원이 들었다.', '솔섬 등대가 새 등명기로 불을 밝혔다.', '새 등명기는 빛을 38킬로미터까지 보낸다.'],
  },
  {
    language: 'en',
    question: ORCHARD_QUESTION,
    truths: ['The valley orchard planted a thousand pear trees in spring.', 'Its owner expects the first harvest in four years.'],
  },
];

const [server, elsewhere] = [new LlmServer(), new LlmServer()];
const root = mkdtempSync(join(tmpdir(), 'gisabot-llm-'));
const behaviours = new Map<string, LlmServer['behaviour']>();
const printed: string[] = [];
let config: Config;
let app: App;
let runs = 0;

beforeAll(async () => {
  await Promise.all([server.start(), elsewhere.start(), import('@langchain/openai')]);
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  server.behaviour = (asked, response, say) => behaviours.get(asked.path.split('/')[1] ?? '')?.(asked, response, say);
  putFiles(join(root, 'articles'), ARTICLES);
  config = parseConfig({ ARTICLES_DIR: join(root, 'articles'), DATA_DIR: join(root, 'data'), EMBEDDING_MODEL: 'none' });
  app = createApp(config);
  await app.reindex({ owner: 'test' });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await app.close();
  await Promise.all([server.stop(), elsewhere.stop()]);
  rmSync(root, { recursive: true, force: true });
});

interface Outcome {
  answer: Answer;
  /** Everything that anybody could see of it, administrators included. */
  seen: string;
  milliseconds: number;
  /** Whether a timer of the deadline and half a second ended before it. */
  isLate: boolean;
  /** Bytes that the endpoint got rid of. */
  sent: number;
  reached: boolean;
}

/** One question to a writing part of its own, over an endpoint that misbehaves. */
async function run({ misbehave, seconds }: Pick<Kind, 'misbehave' | 'seconds'>, seed: number): Promise<Outcome> {
  const dice = new Dice(seed);
  const { language, question, truths } = QUESTIONS[seed % QUESTIONS.length]!;
  const name = `run-${(runs += 1)}`;
  let [sent, reached] = [0, false];
  behaviours.set(name, ({ passages }, response) => {
    reached = true;
    const { socket } = response;
    response.on('close', () => {
      sent += socket?.bytesWritten ?? 0;
    });
    const number = passages.findIndex((passage) => passage.includes(truths[0]!)) + 1;
    misbehave({ dice, truths, number, passages: passages.length, response, elsewhere: `${elsewhere.address}/chat/completions` });
  });
  const model = {
    modelAddress: server.address.replace('/v1', `/${name}/v1`),
    modelName: 'm',
    modelKey: KEY,
    modelSeconds: seconds,
  };
  const provider = new EmbeddingsProvider({ model: 'none', modelsDirectory: config.modelsDirectory, allowRemote: false });
  const writing = new Writing({ ...config, ...model }, provider);
  const examined = await app.examine(question, 5);
  if (examined === 'no-articles') throw new Error('there are articles');
  const shown: string[] = [];
  const started = performance.now();
  // A timer of this very process: on a machine that stands still for a while it is late as well.
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
    },
    seconds * 1000 + GRACE,
  );
  const written = await writing.write(examined, {
    question,
    language,
    generation: undefined,
    onText: (text) => shown.push(text),
  });
  const milliseconds = performance.now() - started;
  clearTimeout(timer);
  const answer = { ...answerOf(language, question), ...examined.extraction, ...written };
  const messages = answerMessages({ answer, written: answer, id: null, language, question, isPrivate: false, isFiltered: false });
  behaviours.delete(name);
  return { answer, milliseconds, isLate, sent, reached, seen: JSON.stringify([answer, shown, messages, writing.alert]) };
}

function answerOf(language: Language, question: string) {
  const unsaid = { corrected: null, period: null, topic: null, inherited: [], generated: null, generation: null };
  return { ...unsaid, language, question, model: 'off' as const, milliseconds: { embed: 0, search: 0, answer: 0, total: 0 } };
}

/** Runs for each of the seeds, some at once. */
async function runAll(kind: Pick<Kind, 'misbehave' | 'seconds'>, seeds: readonly number[]): Promise<[number, Outcome][]> {
  const waiting = [...seeds];
  const outcomes: [number, Outcome][] = [];
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) outcomes.push([seed, await run(kind, seed)]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

const SEEDS = Array.from({ length: RUNS }, (_, index) => index + 1);
const textOf = (source: string): Promise<string | undefined> => app.text(source);
const total = { runs: 0, latest: 0, quotes: 0, claims: 0 };

function problemsOf({ answer, seen, milliseconds, isLate, sent }: Outcome, { becomes }: Kind): string[] {
  const { kind, citations, model, language } = answer;
  const notice = model === 'failed' || model === 'unsupported' ? wordingIn(language).quotesOnly[model] : undefined;
  return [
    ...(kind === 'answered' && citations.length > 0 ? [] : ['no quotes']),
    ...(becomes === undefined || becomes === model ? [] : [`is ${model}`]),
    ...(notice !== undefined && seen.includes(notice) ? [] : [`does not say so: ${model}`]),
    ...(answer.generated === null ? [] : [`a claim: ${JSON.stringify(answer.generated)}`]),
    ...(!isLate ? [] : [`took ${Math.round(milliseconds)} ms`]),
    ...(sent <= MOST_SENT ? [] : [`read ${sent} bytes`]),
    ...(seen.includes(KEY) ? ['shows the key'] : []),
  ];
}

describe('G8: an endpoint that', () => {
  it.each(Object.entries(KINDS))('G8, L2–L6: %s ends in quotes, which say so', async (_, kind) => {
    const outcomes = await runAll(kind, SEEDS);
    for (const [seed, outcome] of outcomes) {
      const problems = [...problemsOf(outcome, kind), ...(await unproven(outcome.answer, textOf))];
      expect(problems, `seed ${seed}`).toEqual([]);
      total.runs += 1;
      total.latest = Math.max(total.latest, outcome.milliseconds - kind.seconds * 1000);
      total.quotes += countOf(outcome.answer).quotes;
    }
    // A busy machine may need all of a short deadline to connect.
    const reached = outcomes.filter(([, outcome]) => outcome.reached).length;
    expect(reached, 'runs that reached the endpoint').toBeGreaterThanOrEqual(kind.seconds < 1 ? RUNS / 2 : RUNS);
    expect(elsewhere.asked, 'requests to another origin').toEqual([]);
  });

  it('G11: writes some true sentences and a lie, is shown without the lie, each sentence with the quote that says so', async () => {
    const kind = {
      seconds: 10,
      misbehave: (each: Parameters<Kind['misbehave']>[0]) => {
        const said = each.truths.map((sentence) => `${sentence} [${each.number}]`);
        said.splice(each.dice.number(0, said.length), 0, each.dice.pick([`${each.truths[0]}`, `2031 [${each.number}]`, 'x [9]']));
        speak(each, said.join(' '));
      },
    };
    for (const [seed, outcome] of await runAll(kind, SEEDS)) {
      expect(outcome.answer, `seed ${seed}`).toMatchObject({ model: 'used' });
      expect(outcome.answer.generated!.length, `seed ${seed}`).toBe(QUESTIONS[seed % QUESTIONS.length]!.truths.length);
      expect(await unproven(outcome.answer, textOf), `seed ${seed}`).toEqual([]);
      total.claims += countOf(outcome.answer).sentences;
    }
    expect(total.claims).toBeGreaterThanOrEqual(RUNS * 2);
  });

  it('L3: refuses the key is told to administrators only, without the key', async () => {
    const { seen, answer } = await run({ seconds: 10, misbehave: ({ response }) => void response.writeHead(401).end() }, 1);
    const [, , messages, alert] = JSON.parse(seen) as unknown[];
    expect(answer.model).toBe('failed');
    expect(alert).toContain('LLM_API_KEY');
    expect(JSON.stringify(messages)).not.toMatch(/401|LLM_API_KEY|endpoint/u);
    expect(seen).not.toContain(KEY);
  });

  it('L11: is asked no more than the budget allows, however many ask at once', async () => {
    let reached = 0;
    behaviours.set('budget', (_, __, say) => {
      reached += 1;
      say('NONE');
    });
    const modelAddress = server.address.replace('/v1', '/budget/v1');
    const limits = { modelAddress, modelName: 'm', modelKey: KEY, modelSeconds: 30, modelTokens: 1e9, modelPersonQuestions: 3 };
    const provider = new EmbeddingsProvider({ model: 'none', modelsDirectory: config.modelsDirectory, allowRemote: false });
    const writing = new Writing({ ...config, ...limits }, provider);
    const { language, question } = QUESTIONS[0]!;
    const examined = await app.examine(question, 5);
    if (examined === 'no-articles') throw new Error('there are articles');
    const written = await Promise.all(
      Array.from({ length: 20 }, () => writing.write(examined, { question, language, generation: undefined, person: 'bob' })),
    );
    expect(written.filter(({ model }) => model === 'budget')).toHaveLength(17);
    expect(reached).toBe(3);
  });

  it('L9, L8, G19: is never followed to another origin, and the key is in no output', () => {
    expect(Object.keys(KINDS).length).toBeGreaterThanOrEqual(12);
    expect(total.runs).toBe(Object.keys(KINDS).length * RUNS);
    expect(elsewhere.asked).toEqual([]);
    // The key was really sent: otherwise nothing could have shown it.
    expect(server.asked.filter(({ headers }) => headers.authorization === `Bearer ${KEY}`).length).toBe(server.asked.length);
    expect(server.asked.some(({ body }) => body.includes(KEY))).toBe(false);
    expect(printed.join('')).not.toContain(KEY);
    vi.restoreAllMocks();
    const kinds = Object.keys(KINDS).length;
    console.info(
      `G8: ${kinds} kinds × ${RUNS} runs, all quotes; latest ${Math.round(total.latest)} ms after its deadline; 0 unsourced claims`,
    );
    console.info(`G11: ${total.quotes} quotes byte-equal, ${total.claims} sentences of a model supported`);
  });
});
