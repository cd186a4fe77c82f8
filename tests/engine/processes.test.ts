import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EngineError, UserError } from '../../src/errors.ts';
import { ARTICLES, BREAD_QUESTION, LIGHTHOUSE_QUESTION, ORCHARD_QUESTION } from '../cli/articles.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { startChild } from '../support/child.ts';
import { putFiles } from '../support/index-fixtures.ts';
import { dieWhile, isAlive, MANY, publish, startEngine } from './bench.ts';

describe('an engine whose process dies', () => {
  it.each(['SIGKILL', 'SIGSEGV', 'SIGABRT'] as const)('S12: answers the question under way all the same (%s)', async (signal) => {
    const { engine, children } = await startEngine();
    const answers = await dieWhile(children.engine[0]!, signal, () =>
      Promise.all([engine.ask(LIGHTHOUSE_QUESTION), engine.ask(ORCHARD_QUESTION), engine.text('orchard.txt')]),
    );
    expect(answers[0].citations[0]?.source).toBe('lighthouse.md');
    expect(answers[1].citations[0]?.source).toBe('orchard.txt');
    expect(answers[2]).toContain('pear');
    const { state, deaths, lastExit, queueLength } = engine.health();
    expect({ state, deaths, queueLength }).toEqual({ state: 'ready', deaths: 1, queueLength: 0 });
    expect(lastExit).toContain(signal);
  });

  it('S12: answers with its spare, which is there before it dies', async () => {
    const { engine, children } = await startEngine();
    await expect.poll(() => children.engine.length, { timeout: 40_000 }).toBe(2);
    const [serving, spare] = children.engine;
    const answer = await dieWhile(serving!, 'SIGKILL', () => engine.ask(LIGHTHOUSE_QUESTION));
    expect(answer.kind).toBe('answered');
    expect(children.engine.filter(({ pid = 0 }) => isAlive(pid))).toContain(spare);
    expect(engine.health().deaths).toBe(1);
  });

  it('S12: is started again when it hangs', async () => {
    const { engine, children } = await startEngine({ request: 6_000 });
    children.engine[0]?.kill('SIGSTOP');
    await expect(engine.ask(LIGHTHOUSE_QUESTION)).rejects.toMatchObject({ name: 'EngineError', reason: 'deadline' });
    await expect.poll(() => engine.health().state, { timeout: 40_000 }).toBe('ready');
    expect((await engine.ask(LIGHTHOUSE_QUESTION)).kind).toBe('answered');
    expect(engine.health().lastExit).toContain('did not answer');
  });

  it('is started again in a program that does nothing else', async () => {
    const { config } = await startEngine();
    const file = join(await temporaryDirectory(), 'pid');
    const parent = startChild('../engine/parent.ts', [config.articlesDirectory, config.dataDirectory, file]);
    await parent.until('ready');
    for (const pid of pidsIn(file)) process.kill(pid, 'SIGKILL');
    const before = pidsIn(file).length;
    await expect.poll(() => pidsIn(file).length, { timeout: 40_000 }).toBeGreaterThan(before);
  });
});

/** The ids of the engine's processes that a parent has started, in their order. */
function pidsIn(file: string): number[] {
  return readFileSync(file, 'utf8').trim().split('\n').map(Number);
}

describe('an update of the index', () => {
  it('leaves the engine free for questions, and the next question sees it', async () => {
    const { engine, config } = await startEngine();
    putFiles(config.articlesDirectory, { ...MANY, 'lighthouse.md': null });
    const progress = { done: false, answered: 0 };
    const updating = engine.reindex({ owner: 'test' }).finally(() => (progress.done = true));
    while (!progress.done) {
      expect((await engine.ask(BREAD_QUESTION)).kind).toBe('answered');
      progress.answered += 1;
    }
    expect(await updating).toMatchObject({ added: 400, deleted: 1 });
    expect(progress.answered).toBeGreaterThan(10);
    const after = await engine.ask(LIGHTHOUSE_QUESTION);
    expect(after.generation).toBe('generation-000002');
    expect(after.citations.map(({ source }) => source)).not.toContain('lighthouse.md');
  });

  it('by another process is noticed', async () => {
    const { engine, config } = await startEngine();
    putFiles(config.articlesDirectory, { 'orchard.txt': ARTICLES['orchard.txt'].replaceAll('pear', 'apple') });
    await publish(config);
    await expect
      .poll(async () => (await engine.ask('How many apple trees did the orchard plant?')).generation, { timeout: 40_000 })
      .toBe('generation-000002');
  });

  it('S1: that is killed says so, and the index before goes on serving', async () => {
    const { engine, config, children } = await startEngine();
    putFiles(config.articlesDirectory, MANY);
    const failed: unknown = await engine
      .reindex({ owner: 'test', onProgress: () => children.indexer[0]?.kill('SIGKILL') })
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(EngineError);
    expect(failed).toHaveProperty('message', expect.stringMatching(/SIGKILL.*index is as it was/s));
    expect(await engine.ask(LIGHTHOUSE_QUESTION)).toMatchObject({ kind: 'answered', generation: 'generation-000001' });
    expect(engine.health().deaths).toBe(0);
    expect((await engine.reindex({ owner: 'test' })).added).toBe(400);
  });

  it('is refused while another runs', async () => {
    const { engine, config, children } = await startEngine();
    putFiles(config.articlesDirectory, MANY);
    let stopped = false;
    const first = engine.reindex({
      owner: 'first',
      onProgress: () => {
        // Once: it goes on later.
        if (!stopped) children.indexer[0]?.kill('SIGSTOP');
        stopped = true;
      },
    });
    await expect.poll(() => stopped, { timeout: 40_000 }).toBe(true);
    const refused: unknown = await engine.reindex({ owner: 'second' }).catch((error: unknown) => error);
    children.indexer[0]?.kill('SIGCONT');
    expect(refused).toBeInstanceOf(UserError);
    expect(refused).toHaveProperty('message', expect.stringMatching(/already running \(first/));
    expect((await first).added).toBe(400);
  });
});

describe('closing', () => {
  it('answers what was asked, refuses what comes later, and leaves no process behind', async () => {
    const { engine, children } = await startEngine();
    const asked = Promise.all([engine.ask(LIGHTHOUSE_QUESTION), engine.ask(ORCHARD_QUESTION)]);
    const closing = engine.close();
    await expect(engine.ask(BREAD_QUESTION)).rejects.toMatchObject({ reason: 'closed' });
    await expect(engine.reindex({ owner: 'test' })).rejects.toMatchObject({ reason: 'closed' });
    expect((await asked).map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    await closing;
    expect(children.engine.map(({ pid = 0 }) => isAlive(pid))).not.toContain(true);
    expect(engine.health().state).toBe('closed');
  });

  it('does not wait for a process that hangs, nor for an update', async () => {
    const { engine, config, children } = await startEngine({ close: 100, cancel: 100, end: 100 });
    putFiles(config.articlesDirectory, MANY);
    let stopped = false;
    const onProgress = (): void => {
      stopped = children.indexer[0]?.kill('SIGSTOP') ?? false;
    };
    const updated = engine.reindex({ owner: 'test', onProgress }).catch((error: unknown) => error);
    await expect.poll(() => stopped, { timeout: 40_000 }).toBe(true);
    children.engine[0]?.kill('SIGSTOP');
    const stuck = engine.ask(ORCHARD_QUESTION).catch((error: unknown) => error);
    await engine.close();
    expect(await stuck).toMatchObject({ reason: 'closed' });
    expect(await updated).toMatchObject({ reason: 'closed' });
    const pids = [...children.engine, ...children.indexer].map(({ pid = 0 }) => pid);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('is not needed: the processes end when their parent is killed', async () => {
    const { config } = await startEngine();
    const file = join(await temporaryDirectory(), 'pid');
    const parent = startChild('../engine/parent.ts', [config.articlesDirectory, config.dataDirectory, file]);
    await parent.until('ready');
    await expect.poll(() => pidsIn(file).length, { timeout: 40_000 }).toBe(2);
    const pids = pidsIn(file);
    expect(pids.map(isAlive)).toEqual([true, true]);
    await parent.kill();
    await expect.poll(() => pids.filter(isAlive), { timeout: 40_000 }).toEqual([]);
  });

  it('is not brought about by signals to the whole group', async () => {
    const { engine, children } = await startEngine();
    children.engine[0]?.kill('SIGINT');
    children.engine[0]?.kill('SIGTERM');
    expect((await engine.ask(LIGHTHOUSE_QUESTION)).kind).toBe('answered');
    expect(engine.health().deaths).toBe(0);
  });
});

describe('the process of the engine', () => {
  it('ends with a code when it is sent what it does not know', async () => {
    const { engine, children } = await startEngine();
    const child = children.engine[0]!;
    const exited = once(child, 'exit');
    child.send({ type: 'dance' });
    expect(await exited).toEqual([1, null]);
    expect((await engine.ask(LIGHTHOUSE_QUESTION)).kind).toBe('answered');
    expect(engine.health().lastExit).toBe('it ended with code 1');
  });
});
