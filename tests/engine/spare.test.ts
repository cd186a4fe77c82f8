import { describe, expect, it } from 'vitest';
import { EngineClient } from '../../src/engine/engine-client.ts';
import { Clock, endOf, FakeChild, FULL, MINUTE, SECOND, startEngine } from './stand-ins.ts';

/** An engine with a spare, both ready. */
async function startWithSpare() {
  const bench = startEngine({});
  await bench.last().ready();
  await bench.clock.pass(SECOND);
  await bench.last().ready();
  const [first, spare] = bench.children as [FakeChild, FakeChild];
  return { ...bench, first, spare };
}

describe('a spare', () => {
  it('is started when the engine is ready, not before, and is asked nothing', async () => {
    const { engine, clock, children, last } = startEngine({});
    await clock.pass(10 * SECOND);
    expect(children).toHaveLength(1);
    await last().ready();
    await clock.pass(SECOND);
    expect(children).toHaveLength(2);
    await last().ready();
    void engine.ask('question');
    void engine.status();
    expect(children[0]?.requests).toHaveLength(2);
    expect(children[1]?.requests).toEqual([]);
  });

  it('takes over the question under way without any pause, and gets a spare of its own', async () => {
    const { engine, clock, children, first, spare } = await startWithSpare();
    const asked = engine.ask('question');
    await first.die();
    expect(engine.health()).toMatchObject({ state: 'ready', mode: 'full', deaths: 1 });
    await spare.answer({ kind: 'chat' });
    expect(await asked).toEqual({ kind: 'chat' });
    await clock.pass(SECOND);
    expect(children).toHaveLength(3);
  });

  it('that is not ready yet takes over as soon as it is', async () => {
    const { engine, clock, children, last } = startEngine({});
    await last().ready();
    await clock.pass(SECOND);
    const asked = engine.ask('question');
    await children[0]?.die();
    expect(engine.health().state).toBe('restarting');
    await clock.pass(SECOND);
    expect(children).toHaveLength(2);
    await last().ready();
    await last().answer({ kind: 'chat' });
    expect(await asked).toEqual({ kind: 'chat' });
  });

  it('takes over in the order of the questions, the one under way included', async () => {
    const { engine, first, spare } = await startWithSpare();
    const questions = ['first', 'second'].map((question) => engine.ask(question));
    await first.die();
    for (const name of ['first', 'second']) {
      expect(spare.requests.at(-1)?.arguments[0]).toBe(name);
      await spare.answer({ name });
    }
    expect(await Promise.all(questions)).toEqual([{ name: 'first' }, { name: 'second' }]);
  });

  it('that dies is replaced, and is no death of the engine', async () => {
    const { engine, clock, children, spare } = await startWithSpare();
    await spare.die();
    expect(engine.health()).toMatchObject({ state: 'ready', deaths: 0, lastExit: null });
    await clock.pass(SECOND);
    expect(children).toHaveLength(3);
    expect(children[2]?.connected).toBe(true);
  });

  it('that dies again and again is tried again after ever longer pauses', async () => {
    const { engine, clock, children, last } = startEngine({});
    await last().ready();
    for (let second = 0; second < 10 * 60; second += 1) {
      await clock.pass(SECOND);
      if (children.length > 1) await last().die();
    }
    expect(children.length).toBeGreaterThan(8);
    expect(children.length).toBeLessThan(25);
    expect(engine.health()).toMatchObject({ state: 'ready', deaths: 0 });
  });

  it('that does not become ready is replaced', async () => {
    const { engine, clock, children, last } = startEngine({});
    await last().ready();
    await clock.pass(SECOND);
    await clock.pass(MINUTE + SECOND);
    expect(children[1]?.connected).toBe(false);
    expect(children.length).toBeGreaterThan(2);
    expect(engine.health()).toMatchObject({ state: 'ready', deaths: 0 });
  });

  it('that cannot be started is tried again', async () => {
    const clock = new Clock();
    const child = new FakeChild();
    let tries = 0;
    const fork = () => {
      tries += 1;
      if (tries > 1) throw new Error('out of memory');
      return child.asChild;
    };
    const engine = new EngineClient(FULL, { fork, now: clock.now, after: clock.after });
    engine.start();
    await child.ready();
    await clock.pass(5 * SECOND);
    expect(tries).toBeGreaterThan(2);
    expect(engine.health()).toMatchObject({ state: 'ready', deaths: 0 });
  });

  it('of another mode than the one that is due now does not take over', async () => {
    const { engine, clock, children, last } = startEngine({});
    await last().ready();
    for (let death = 0; death < 6; death += 1) {
      await clock.pass(SECOND);
      for (const child of children.slice(-2)) await child.ready();
      const serving = children.filter(({ connected }) => connected)[0];
      await serving?.die();
    }
    expect(engine.health().mode).toBe('exact');
    await clock.pass(20 * SECOND);
    const alive = children.filter(({ connected }) => connected);
    expect(alive.map(({ config }) => config?.vectorIndex)).toEqual(['exact']);
    await alive[0]?.ready();
    await clock.pass(SECOND);
    expect(children.filter(({ connected }) => connected).map(({ config }) => config?.vectorIndex)).toEqual(['exact', 'exact']);
    await clock.pass(6 * MINUTE);
    await last().ready();
    await clock.pass(MINUTE);
    const now = children.filter(({ connected }) => connected);
    expect(now.map(({ config }) => config?.vectorIndex)).toEqual(['auto', 'auto']);
  });

  it('ends with the engine', async () => {
    const { engine, clock, children, first, spare } = await startWithSpare();
    const closing = endOf(engine.close());
    await clock.pass(10 * MINUTE);
    await closing;
    expect([first.connected, spare.connected]).toEqual([false, false]);
    expect(children).toHaveLength(2);
  });
});
