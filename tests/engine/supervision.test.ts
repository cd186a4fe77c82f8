import { describe, expect, it } from 'vitest';
import { EngineClient } from '../../src/engine/engine-client.ts';
import { Clock, endOf, FakeChild, FULL, MINUTE, SECOND, startEngine } from './stand-ins.ts';

describe('a process', () => {
  it('that does not become ready is replaced', async () => {
    const { engine, clock, children, last } = startEngine();
    await clock.pass(MINUTE);
    expect(children).toHaveLength(2);
    await last().ready();
    await engine.ready;
    expect(engine.health()).toMatchObject({ state: 'ready', deaths: 1, lastExit: 'it was not ready in time' });
  });

  it('that sends something else than an answer is replaced', async () => {
    const { engine, last } = startEngine();
    await last().ready();
    last().emit('message', { type: 'dance' });
    expect(engine.health().lastExit).toBe('it sent something that is no answer');
  });

  it('S12: that dies is replaced at once three times, then after ever longer pauses', async () => {
    const { clock, children, last } = startEngine();
    const pauses: number[] = [];
    for (let death = 0; death < 5; death += 1) {
      const { length } = children;
      const died = clock.time;
      await last().die();
      while (children.length === length) await clock.pass(50);
      pauses.push(clock.time - 50 - died);
    }
    expect(pauses.slice(0, 3)).toEqual([0, 0, 0]);
    expect(pauses[3]).toBeGreaterThan(0);
    expect(pauses[4]).toBeGreaterThan(pauses[3]!);
  });

  it('that cannot be started is tried again', async () => {
    const clock = new Clock();
    const child = new FakeChild();
    let tries = 0;
    const fork = () => {
      tries += 1;
      if (tries === 1) throw new Error('out of memory');
      return child.asChild;
    };
    const engine = new EngineClient(FULL, { fork, now: clock.now, after: clock.after });
    engine.start();
    expect(engine.health()).toMatchObject({ state: 'restarting', lastExit: 'it does not start: out of memory' });
    await clock.pass(0);
    await child.ready();
    expect(engine.health().state).toBe('ready');
  });
});

describe('an engine that dies again and again', () => {
  /** Six deaths within a minute. */
  async function dieOften({ clock, last }: ReturnType<typeof startEngine>): Promise<void> {
    for (let death = 0; death < 6; death += 1) {
      await last().ready();
      await last().die();
      await clock.pass(5 * SECOND);
    }
  }

  it('S12: runs without the graph, then by words alone, and says so', async () => {
    const bench = startEngine();
    await dieOften(bench);
    await bench.last().ready();
    expect(bench.last().config).toMatchObject({ vectorIndex: 'exact', embeddingModel: 'a/model' });
    expect(bench.engine.health()).toMatchObject({
      state: 'degraded',
      mode: 'exact',
      deaths: 6,
      lastExit: 'it was ended by SIGSEGV',
    });
    await dieOften(bench);
    await bench.last().ready();
    expect(bench.last().config).toMatchObject({ vectorIndex: 'exact', embeddingModel: 'none' });
    expect(bench.engine.health()).toMatchObject({ state: 'degraded', mode: 'words', deaths: 12 });
  });

  it('S12: keeps everything when it dies now and then', async () => {
    const { engine, clock, last } = startEngine();
    for (let death = 0; death < 12; death += 1) {
      await last().ready();
      await last().die();
      await clock.pass(16 * SECOND);
    }
    expect(engine.health()).toMatchObject({ mode: 'full', deaths: 12 });
  });

  it('S12: runs in full again after some quiet minutes, while the former process ends its work', async () => {
    const bench = startEngine();
    const { engine, clock, children, last } = bench;
    await dieOften(bench);
    await last().ready();
    const former = last();
    await clock.pass(290 * SECOND);
    const asked = engine.ask('question');
    await clock.pass(5 * SECOND);
    expect(children.at(-1)).not.toBe(former);
    expect(last().config).toMatchObject({ vectorIndex: 'auto', embeddingModel: 'a/model' });
    await last().ready();
    expect(former.connected).toBe(true);
    await former.answer({ kind: 'chat' });
    expect(await asked).toEqual({ kind: 'chat' });
    expect(former.connected).toBe(false);
    expect(engine.health()).toMatchObject({ state: 'ready', mode: 'full', deaths: 6 });
  });
});

describe('closing', () => {
  it('waits for what is under way, for a limited time', async () => {
    const { engine, clock, last } = startEngine();
    await last().ready();
    const end = endOf(engine.ask('question'));
    const closing = engine.close();
    await clock.pass(7 * SECOND);
    expect(last().connected).toBe(true);
    await clock.pass(SECOND);
    await closing;
    expect(last().connected).toBe(false);
    expect(await end).toMatchObject({ reason: 'closed' });
  });

  it('tells whoever waits for the engine to be ready', async () => {
    const { engine } = startEngine();
    const end = endOf(engine.ready);
    await engine.close();
    expect(await end).toMatchObject({ reason: 'closed' });
  });

  it('starts no process any more', async () => {
    const { engine, clock, children, last } = startEngine();
    await last().die();
    await engine.close();
    await clock.pass(10 * MINUTE);
    expect(children).toHaveLength(1);
  });
});
