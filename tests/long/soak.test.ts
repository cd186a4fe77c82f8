import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { article, folderOf, putInto } from '../e2e/support/articles.ts';
import { newcomer } from '../e2e/support/people.ts';
import { startWorld, type World, type WorldOptions } from '../e2e/support/world.ts';
import { heldBy, meanOf, slopeOf, type Held } from './soak/processes.ts';

/** A question a minute. */
const QUESTIONS = 7 * 24 * 60;
const UPDATES = 50;
const SAMPLES = 60;
const AT_ONCE = 6;
const WARM_UP = 0.2;
/** Megabytes for 1,000 questions. */
const STEEPEST = 1;
const MOST_GROWTH = 1.1;
const MOST_DESCRIPTORS = 5;
const PEOPLE = 20;

const PLACES = ['솔섬', '귤밭', '장수', '한내', '달빛', '새터', '은하', '바람'];
const THINGS = ['등대', '도서관', '시장', '다리', '학교', '공원'];
const names = PLACES.flatMap((place) => THINGS.map((thing) => `${place}${thing}`));
const articles = Object.fromEntries(
  names.map((name, index) => [
    `${index}.md`,
    article(
      name,
      `${name}은 ${1950 + index}년 5월에 문을 열었다. 그날 시민 ${index + 20}명이 찾았다.\n\n올해는 ${index + 3}억 원으로 고친다.`,
    ),
  ]),
);
/** What people ask: what is there, what is not, small talk, and what goes on from before. */
const ASKED = [
  ...[(name: string) => `${name}은 언제 문을 열었나요?`, (name: string) => `${name}에 몇 명이 찾았나요?`],
  ...[(name: string) => `${name} 대통령은 누구인가요?`, () => '안녕하세요', (name: string) => `How much does ${name} cost?`],
];

let folder: string;
let world: World;
let people: string[];
const faults: unknown[] = [];

/** Puts a bot over these articles, which collects its garbage when it is told to. */
async function open(options: Partial<WorldOptions> = {}): Promise<void> {
  folder = folderOf(articles);
  const collect = pathToFileURL(join(import.meta.dirname, 'soak/collect.mjs')).href;
  const env = { NODE_OPTIONS: `--import=${collect}`, LOG_LEVEL: 'info', KEEP_QUESTIONS: 'on', ...options.env };
  world = await startWorld({ ...options, articles: folder, env });
  people = Array.from({ length: PEOPLE }, () => newcomer(world.d));
  await update('first');
}

async function ask(number: number): Promise<void> {
  const name = names[number % names.length]!;
  const question = ASKED[number % ASKED.length]!(name);
  const who = { user: people[number % PEOPLE]!, locale: number % 7 === 0 ? 'en-US' : 'ko' };
  const interaction = await world.d.slash('ask', { question, private: number % 2 === 0 }, who);
  await interaction.reply({ timeout: 60_000 });
}

/** Changes an article and waits until the index is up to date. */
async function update(edition: string): Promise<void> {
  putInto(folder, { 'changing.md': article(`소식 ${edition}`, `${edition}번째 소식이 나왔다. 내용은 날마다 다르다.`) });
  const interaction = await world.d.slash('reindex', {}, { user: 'dave', locale: 'en-US' });
  const done = (): boolean => /up to date/.test(interaction.original?.content ?? '');
  await world.d.until(
    () => done() || null,
    120_000,
    () => `no update: ${JSON.stringify(interaction.timeline)}; ${world.bot.log.slice(-500)}`,
  );
}

/** Asks so many questions and updates the index so often in between; what the bot held, at so many moments. */
async function live(questions: number, updates: number): Promise<[number, Held][]> {
  const held: [number, Held][] = [];
  let updated = 0;
  for (let asked = 0; asked < questions; asked += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, questions - asked) }, (_, index) => ask(asked + index)));
    for (; (updated + 1) / updates <= (asked + AT_ONCE) / questions; updated += 1) await update(String(updated));
    if (held.length / SAMPLES <= asked / questions) held.push([asked, await heldBy(world.bot.pid ?? 0)]);
    forget();
  }
  expect(updated).toBe(updates);
  return held;
}

/** The stand-in keeps all that it is asked: what went well can go. */
function forget(): void {
  faults.push(...world.d.problems().slice(0, 10));
  world.d.requests.length = 0;
  world.d.interactions.clear();
}

/** Least squares, quarters and descriptors after the warm-up, as they are said and judged. */
function judge(held: readonly [number, Held][], unit: number): { slope: number; growth: number; descriptors: number } {
  const warm = held.slice(Math.ceil(held.length * WARM_UP));
  const memory = held.map(([at, { megabytes }]) => [at, megabytes] as const);
  const quarter = Math.floor(held.length / 4);
  const mean = (from: number): number => meanOf(memory.slice(from, from + quarter).map(([, value]) => value));
  const descriptors = warm.map(([, each]) => each.descriptors);
  return {
    slope: unit * slopeOf(memory.slice(held.length - warm.length)),
    growth: mean(held.length - quarter) / mean(quarter),
    descriptors: (descriptors.at(-1) ?? 0) - (descriptors[0] ?? 0),
  };
}

function say(what: string, held: readonly [number, Held][], { slope, growth, descriptors }: ReturnType<typeof judge>): void {
  const [first, last] = [held[0]?.[1], held.at(-1)?.[1]];
  console.info(
    `${what}: RSS ${first?.megabytes.toFixed(0)} -> ${last?.megabytes.toFixed(0)} MB in ${last?.processes} processes, ` +
      `slope ${slope.toFixed(2)} MB, last/second quarter ${growth.toFixed(3)}, descriptors ${descriptors >= 0 ? '+' : ''}${descriptors}`,
  );
  console.info(held.map(([at, each]) => `${at}:${each.megabytes.toFixed(0)}/${each.descriptors}`).join(' '));
}

describe('days of running', () => {
  beforeEach(() => open({ env: { EMBEDDING_MODEL: 'none' } }), 300_000);
  afterEach(async () => {
    faults.push(...world.d.problems().slice(0, 10));
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(faults.splice(0)).toEqual([]);
  });

  it(`G12, S13: take no more memory and open no more files: ${QUESTIONS} questions and ${UPDATES} updates`, async () => {
    const began = performance.now();
    const held = await live(QUESTIONS, UPDATES);
    const found = judge(held, 1_000);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    say(`G12: ${QUESTIONS} questions and ${UPDATES} updates in ${minutes} min; for 1,000 questions`, held, found);
    expect(held.length).toBeGreaterThanOrEqual(SAMPLES);
    expect(found.slope).toBeLessThanOrEqual(STEEPEST);
    expect(found.growth).toBeLessThanOrEqual(MOST_GROWTH);
    expect(Math.abs(found.descriptors)).toBeLessThanOrEqual(MOST_DESCRIPTORS);
  });

  it('S14: 200 updates leave memory and open files as they were', async () => {
    const held = await live(600, 200);
    const found = judge(held, 1_000);
    say('S14: 200 updates and 600 questions; for 1,000 questions', held, found);
    expect(found.growth).toBeLessThanOrEqual(MOST_GROWTH);
    expect(Math.abs(found.descriptors)).toBeLessThanOrEqual(MOST_DESCRIPTORS);
  });
});

describe('hours with the embedding model', () => {
  beforeEach(() => open(), 300_000);
  afterEach(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(faults.splice(0)).toEqual([]);
  });

  it('S13: take no more memory and open no more files', async () => {
    const held = await live(1_200, 5);
    const found = judge(held, 1_000);
    say('S13: 1,200 questions and 5 updates with the model; for 1,000 questions', held, found);
    expect(found.growth).toBeLessThanOrEqual(MOST_GROWTH);
    expect(Math.abs(found.descriptors)).toBeLessThanOrEqual(MOST_DESCRIPTORS);
  });
});
