import { describe, expect, it } from 'vitest';
import { endOf, MINUTE, SECOND, startEngine } from './stand-ins.ts';

describe('a request', () => {
  it('made before the engine is ready waits for it', async () => {
    const { engine, last } = startEngine();
    const asked = engine.text('a');
    expect(engine.health()).toMatchObject({ state: 'starting', queueLength: 1 });
    expect(last().requests).toEqual([]);
    await last().ready();
    await last().answer('text');
    expect(await asked).toBe('text');
  });

  it('S12: is sent once more when the process dies, and then given up', async () => {
    const { engine, clock, children, last } = startEngine();
    await last().ready();
    const end = endOf(engine.ask('question'));
    for (const expected of [1, 1]) {
      await clock.pass(0);
      await last().ready();
      expect(last().requests).toHaveLength(expected);
      await last().die();
    }
    expect(await end).toMatchObject({ name: 'EngineError', reason: 'died' });
    await clock.pass(0);
    await last().ready();
    expect(children).toHaveLength(3);
    expect(last().requests).toEqual([]);
  });

  it('without an answer rejects at its deadline, and the process is replaced', async () => {
    const { engine, clock, children, last } = startEngine();
    await last().ready();
    const end = endOf(engine.ask('question'));
    await clock.pass(14 * SECOND);
    expect(children[0]?.connected).toBe(true);
    await clock.pass(SECOND);
    expect(await end).toMatchObject({ reason: 'deadline', message: 'No answer within 15 seconds. Ask again in a moment.' });
    expect(children[0]?.connected).toBe(false);
    await last().ready();
    expect(last().requests).toEqual([]);
    expect(engine.health()).toMatchObject({ state: 'ready', deaths: 1, lastExit: 'it did not answer within 15 s' });
  });

  it('that waited too long behind others rejects, and the process is left alone', async () => {
    const { engine, clock, children, last } = startEngine();
    await last().ready();
    const ends = [endOf(engine.ask('first')), endOf(engine.ask('second')), endOf(engine.ask('third'))];
    await clock.pass(10 * SECOND);
    await last().answer({});
    expect(last().requests).toHaveLength(2);
    await clock.pass(9 * SECOND);
    expect(await ends[1]).toMatchObject({ reason: 'deadline' });
    expect(await ends[2]).toMatchObject({ reason: 'deadline' });
    expect(children).toHaveLength(1);
    await last().answer({});
    const fourth = engine.ask('fourth');
    await last().answer({ kind: 'chat' });
    expect(await fourth).toEqual({ kind: 'chat' });
  });

  it('other than a question is sent while a question is worked on', async () => {
    const { engine, last } = startEngine();
    await last().ready();
    void Promise.all([engine.ask('first'), engine.ask('second')]);
    const status = engine.status();
    expect(last().requests.map(({ method }) => method)).toEqual(['ask', 'status']);
    await last().answer({ alerts: [] });
    expect(await status).toEqual({ alerts: [] });
  });

  it('for the state of a large folder has no deadline', async () => {
    const { engine, clock, last } = startEngine();
    await last().ready();
    const stale = engine.isStale();
    await clock.pass(10 * MINUTE);
    await last().answer(false);
    expect(await stale).toBe(false);
  });

  it('answered with something else rejects', async () => {
    const { engine, last } = startEngine();
    await last().ready();
    const end = endOf(engine.ask('question'));
    await last().answer(5);
    expect(await end).toBeInstanceOf(Error);
  });
});
