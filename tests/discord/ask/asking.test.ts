import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { Asking } from '../../../src/discord/ask/asking.ts';
import type { Limits } from '../../../src/discord/bot.ts';

const LIMITS: Limits = {
  personQuestions: 3,
  serverQuestions: 4,
  queue: 2,
};
const ANSWER = { kind: 'chat' } as Answer;

/** An engine that answers when told to. */
function slowEngine(): { asked: string[]; ask: (text: string) => Promise<Answer>; answer: () => void } {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  return {
    asked,
    ask: (text) => {
      asked.push(text);
      return new Promise((resolve) =>
        waiting.push(() => {
          resolve(ANSWER);
        }),
      );
    },
    answer: () => waiting.shift()?.(),
  };
}

const BOB = { person: 'bob', server: '1' };

describe('asking', () => {
  it('D8: takes no more questions than may wait, and a next one when one has left', () => {
    const asking = new Asking(
      () => Promise.resolve(ANSWER),
      LIMITS,
      () => 0,
    );
    expect([asking.admit(BOB), asking.admit({ ...BOB, person: 'alice' })]).toEqual([undefined, undefined]);
    expect(asking.admit({ ...BOB, person: 'carol' })).toEqual({ reason: 'busy' });
    asking.leave();
    expect(asking.admit({ ...BOB, person: 'carol' })).toBeUndefined();
  });

  it('D7: counts per person and per server, and not what it refused', () => {
    const asking = new Asking(
      () => Promise.resolve(ANSWER),
      LIMITS,
      () => 0,
    );
    const admit = (person: string) => {
      const refusal = asking.admit({ person, server: '1' });
      if (!refusal) asking.leave();
      return refusal;
    };
    expect(['bob', 'bob', 'bob'].map(admit)).toEqual([undefined, undefined, undefined]);
    expect(admit('bob')).toEqual({ reason: 'person', limit: 3, until: 3_600_000 });
    expect(admit('alice')).toBeUndefined();
    expect(admit('alice')).toEqual({ reason: 'server', limit: 4, until: 3_600_000 });
  });

  it('searches once for a question that a person asks twice at once, and again later', async () => {
    const engine = slowEngine();
    const asking = new Asking(engine.ask, LIMITS, () => 0);
    const both = [asking.answer({ ...BOB, text: 'a' }), asking.answer({ ...BOB, text: 'a' })];
    await Promise.resolve();
    engine.answer();
    expect(await Promise.all(both)).toEqual([ANSWER, ANSWER]);
    void asking.answer({ ...BOB, text: 'a' });
    await Promise.resolve();
    expect(engine.asked).toEqual(['a', 'a']);
  });

  it('answers the questions of a person one after the other, those of two at once', async () => {
    const engine = slowEngine();
    const asking = new Asking(engine.ask, LIMITS, () => 0);
    const first = asking.answer({ ...BOB, text: 'a' });
    const second = asking.answer({ ...BOB, text: 'b' });
    void asking.answer({ person: 'alice', server: '1', text: 'a' });
    await Promise.resolve();
    expect(engine.asked).toEqual(['a', 'a']);
    engine.answer();
    await first;
    await Promise.resolve();
    await Promise.resolve();
    expect(engine.asked).toEqual(['a', 'a', 'b']);
    engine.answer();
    engine.answer();
    await second;
  });

  it('goes on after a question that failed', async () => {
    let calls = 0;
    const asking = new Asking(
      () => (++calls === 1 ? Promise.reject(new Error('broken')) : Promise.resolve(ANSWER)),
      LIMITS,
      () => 0,
    );
    await expect(asking.answer({ ...BOB, text: 'a' })).rejects.toThrow('broken');
    expect(await asking.answer({ ...BOB, text: 'a' })).toBe(ANSWER);
  });
});
