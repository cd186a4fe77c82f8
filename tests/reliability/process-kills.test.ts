import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { statusMessage } from '../../src/discord/administration/status-message.ts';
import { EngineClient } from '../../src/engine/engine-client.ts';
import { logHealth } from '../../src/engine/health.ts';
import { EngineError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { ARTICLES, BREAD_QUESTION, LIGHTHOUSE_QUESTION, ORCHARD_QUESTION } from '../cli/articles.ts';
import { statusOf } from '../discord/sources/examples.ts';
import { configOver, MANY, publish, startEngine } from '../engine/bench.ts';
import { Clock, endOf, FakeChild, FULL, MINUTE, SECOND } from '../engine/stand-ins.ts';
import { putFiles } from '../support/index-fixtures.ts';
import { Dice } from './language-model/dice.ts';
import { DEATHS, kill, percentile, quickProgram, REAL, startVictim, type Victim } from './process-kills/killing.ts';
import { times } from './scale.ts';

const KILLS = 25;
const REAL_KILLS = times({ ci: 1, nightly: KILLS });
const ANSWER = 30;
/** Goal for the next answer, in milliseconds, unless the machine is so busy that answers take long without any fault. */
const GOAL = 1_000;
const BUSY_FACTOR = 10;

interface Measured {
  /** From the death to the next answer, and of answers without a death. */
  next: number[];
  unfaulted: number[];
  lost: string[];
  asked: number;
}

/** Asks some questions, kills the process that works on them at a moment of its own, and asks one more. */
async function dieOnce(
  { engine, serving, forgetDeaths }: Victim,
  questions: readonly string[],
  { signal, after }: { signal: NodeJS.Signals; after: number },
  measured: Measured,
): Promise<string> {
  const child = await serving();
  forgetDeaths();
  const before = performance.now();
  await engine.ask(questions[0] ?? '');
  measured.unfaulted.push(performance.now() - before);
  const answered: number[] = [];
  const ask = async (question: string): Promise<void> => {
    measured.asked += 1;
    const answer = await endOf(engine.ask(question));
    if (answer instanceof Error) measured.lost.push(answer.message);
    answered.push(performance.now());
  };
  const asked = questions.map(ask);
  await setTimeout(after);
  const { died, how } = await kill(child, signal);
  await Promise.all([...asked, ask(questions[0] ?? '')]);
  measured.next.push(Math.min(...answered.filter((time) => time > died)) - died);
  return how;
}

function expectGoal(name: string, { next, unfaulted, lost, asked }: Measured): void {
  const [slowest, usual] = [percentile(next, 99), percentile(unfaulted, 99)];
  console.info(
    `G15: ${next.length} × ${name}: next answer p99 ${slowest.toFixed(0)} ms (without a fault ${usual.toFixed(0)} ms), ${lost.length} of ${asked} questions lost`,
  );
  expect(lost).toEqual([]);
  expect(slowest).toBeLessThanOrEqual(Math.max(GOAL, BUSY_FACTOR * usual));
}

const newMeasured = (): Measured => ({ next: [], unfaulted: [], lost: [], asked: 0 });

describe('G15, S12: a process that dies in the middle of questions', { timeout: 600_000 }, () => {
  it.each(Object.entries(DEATHS))(`of %s, ${KILLS} times, loses no question and holds up none`, async (name, signal) => {
    const victim = startVictim(FULL, await quickProgram());
    const measured = newMeasured();
    const dice = new Dice(15);
    const questions = ['first', 'second', 'third'].map((word) => `${word} ${ANSWER}`);
    const ends = new Set<string>();
    for (let death = 0; death < KILLS; death += 1)
      ends.add(await dieOnce(victim, questions, { signal, after: dice.number(0, 2 * ANSWER) }, measured));
    expect([...ends]).toEqual([signal === 'SIGUSR2' ? 'SIGABRT' : signal]);
    expect(victim.engine.health()).toMatchObject({ mode: 'full', deaths: KILLS, queueLength: 0 });
    expectGoal(name, measured);
  });

  it(`of the engine itself, ${REAL_KILLS} times in each way, loses no question and holds up none`, async () => {
    const config = await configOver(ARTICLES);
    await publish(config);
    const victim = startVictim(config, REAL);
    const measured = newMeasured();
    const dice = new Dice(16);
    const questions = [LIGHTHOUSE_QUESTION, BREAD_QUESTION, ORCHARD_QUESTION];
    const deaths = Object.values(DEATHS).flatMap((signal) => Array<NodeJS.Signals>(REAL_KILLS).fill(signal));
    for (const signal of deaths) {
      await dieOnce(victim, questions, { signal, after: dice.number(0, 20) }, measured);
      expect((await victim.engine.ask(LIGHTHOUSE_QUESTION)).citations[0]?.source).toBe('lighthouse.md');
    }
    expect(victim.engine.health()).toMatchObject({ mode: 'full', deaths: deaths.length });
    expectGoal('engine itself', measured);
  });
});

describe('G15: a question that kills whatever works on it', () => {
  it('is refused after the second time, and the others are answered', async () => {
    const { engine, children, last } = standIn();
    await last().ready();
    const [deadly, harmless] = [endOf(engine.ask('deadly')), endOf(engine.ask('harmless'))];
    for (let death = 0; death < 2; death += 1) {
      await last().die();
      await children.clock.pass(SECOND);
      await last().ready();
    }
    expect(await deadly).toBeInstanceOf(EngineError);
    expect(last().requests.map(({ arguments: [question] }) => question)).toEqual(['harmless']);
    await last().answer({ kind: 'chat' });
    expect(await harmless).toEqual({ kind: 'chat' });
  });
});

/** An engine of stand-ins whose clock stands still, and what it wrote into the log. */
function standIn() {
  const clock = new Clock();
  const children = Object.assign([] as FakeChild[], { clock });
  const lines: { level: string; msg: string; mode: string }[] = [];
  const log = createLog({
    ...{ level: 'debug', secrets: [] },
    destination: { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) },
  });
  const fork = () => {
    children.push(new FakeChild());
    return children.at(-1)!.asChild;
  };
  const engine = new EngineClient(FULL, { fork, now: clock.now, after: clock.after, changed: logHealth(log) }, { spare: null });
  engine.start();
  const status = (): string => {
    const facts = { embeddingModel: 'm', status: statusOf(1), isCurrent: true, leftOut: 0, waiting: 0, queue: 1, started: 0 };
    const more = {
      updating: undefined,
      ping: 1,
      heartbeat: 0,
      isAdministrator: true,
      latency: { p50: 0, p95: 0, p99: 0, count: 0 },
    };
    return JSON.stringify(statusMessage({ ...facts, ...more, health: engine.health() }, 'en').embeds);
  };
  return { engine, children, lines, status, last: () => children.at(-1)! };
}

describe('S12: an engine that dies five times in a minute', () => {
  async function dieFiveTimes({ children, last }: ReturnType<typeof standIn>): Promise<void> {
    for (let death = 0; death < 5; death += 1) {
      await last().ready();
      await last().die();
      await children.clock.pass(3 * SECOND);
    }
    await last().ready();
  }

  it('goes on without the graph, five times later by words alone, alerts each time, and comes back after five quiet minutes', async () => {
    const bench = standIn();
    await dieFiveTimes(bench);
    expect(bench.last().config).toMatchObject({ vectorIndex: 'exact', embeddingModel: 'a/model' });
    expect(bench.status()).toMatch(/degraded · every passage compared, no graph/);
    await dieFiveTimes(bench);
    expect(bench.last().config).toMatchObject({ vectorIndex: 'exact', embeddingModel: 'none' });
    expect(bench.status()).toMatch(/degraded · search by words alone/);
    expect(
      bench.lines
        .filter(({ level }) => level === 'error')
        .map(({ mode }) => mode)
        .at(-1),
    ).toBe('words');
    expect(bench.lines.filter(({ level, mode }) => level === 'error' && mode === 'exact').length).toBeGreaterThan(0);
    expect(bench.lines.filter(({ level }) => level === 'warn')).toHaveLength(10);
    await bench.children.clock.pass(6 * MINUTE);
    await bench.last().ready();
    expect(bench.last().config).toMatchObject({ vectorIndex: 'auto', embeddingModel: 'a/model' });
    expect(bench.status()).toMatch(/engine\*\* ready · everything works/);
    expect(bench.lines.at(-1)).toMatchObject({ level: 'info', msg: 'the engine works in full again' });
  });

  it('keeps everything when the fifth time comes later', async () => {
    const { engine, children, last } = standIn();
    for (let death = 0; death < 10; death += 1) {
      await last().ready();
      await last().die();
      await children.clock.pass(16 * SECOND);
    }
    expect(engine.health()).toMatchObject({ mode: 'full', deaths: 10 });
  });
});

describe('G15: an indexer that dies', { timeout: 300_000 }, () => {
  it('leaves the index as it was, in whatever way, and the next run works', async () => {
    const { engine, config, children } = await startEngine({ spare: null });
    putFiles(config.articlesDirectory, MANY);
    for (const signal of ['SIGSEGV', 'SIGABRT', 'SIGKILL'] as const) {
      const onProgress = (): void => void children.indexer.at(-1)?.kill(signal);
      const failed = await endOf(engine.reindex({ owner: 'test', onProgress }));
      expect(failed).toHaveProperty('message', expect.stringContaining(signal));
      expect(await engine.ask(LIGHTHOUSE_QUESTION)).toMatchObject({ kind: 'answered', generation: 'generation-000001' });
    }
    expect((await engine.reindex({ owner: 'test' })).added).toBe(400);
    expect((await engine.ask(LIGHTHOUSE_QUESTION)).generation).toBe('generation-000002');
    expect(engine.health().deaths).toBe(0);
  });
});
