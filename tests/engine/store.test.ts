import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EngineClient } from '../../src/engine/engine-client.ts';
import { UserError } from '../../src/errors.ts';
import { storeCallsContract } from '../contracts/store-calls.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { ARTICLES, LIGHTHOUSE_QUESTION } from '../cli/articles.ts';
import { givenAnswer } from '../store/examples.ts';
import { configOver, dieWhile, publish, startEngine } from './bench.ts';
import { endOf, startEngine as startStandIn } from './stand-ins.ts';

storeCallsContract('A store over the engine', async () => {
  const folder = await temporaryDirectory();
  const config = { ...(await configOver(ARTICLES)), storeFile: join(folder, 'store.sqlite'), keepQuestions: true };
  const engine = new EngineClient(config);
  onTestFinished(() => engine.close());
  engine.start();
  return engine.store;
});

describe('the store over the engine', () => {
  it('keeps what was stored when the process dies, and answers a call under way all the same', async () => {
    const { engine, children } = await startEngine();
    const id = await engine.store.addAnswer(givenAnswer());
    const answer = await dieWhile(children.engine[0]!, 'SIGKILL', () => engine.store.answer(id));
    expect(answer?.id).toBe(id);
    expect(engine.health().deaths).toBe(1);
  });

  it('that cannot be opened fails its calls with the reason, and never a question', async () => {
    const config = await configOver(ARTICLES);
    await publish(config);
    const engine = new EngineClient({ ...config, storeFile: config.articlesDirectory });
    onTestFinished(() => engine.close());
    engine.start();
    const failed: unknown = await engine.store.settings('1').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UserError);
    expect(failed).toHaveProperty('message', expect.stringContaining('cannot be opened'));
    expect((await engine.ask(LIGHTHOUSE_QUESTION)).kind).toBe('answered');
  });

  it('does not wait behind a question', async () => {
    const { engine, last } = startStandIn();
    await last().ready();
    void engine.ask('first');
    const settings = engine.store.settings('1');
    expect(last().requests.map(({ method }) => method)).toEqual(['ask', 'store']);
    expect(last().requests.at(-1)?.arguments).toEqual(['settings', ['1']]);
    await last().answer({ replies: 'inline' });
    expect(await settings).toEqual({ replies: 'inline' });
  });

  it('rejects a result of another kind', async () => {
    const { engine, last } = startStandIn();
    await last().ready();
    const end = endOf(engine.store.shareAnswer('a'));
    await last().answer('yes');
    expect(await end).toBeInstanceOf(Error);
  });
});
