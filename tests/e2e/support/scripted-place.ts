import { afterAll, beforeAll, expect } from 'vitest';
import type { Interaction } from '../standin/interaction.ts';
import { newChannel, newcomer } from './people.ts';
import { pings } from './pings.ts';
import { startWorld, type World } from './world.ts';

/** What tests of the scripted bot share: its world, and ways to ask in a place of their own. */
export interface ScriptedPlace {
  world: () => World;
  /** What the faults of the tests explain; everything else is a fault of the bot. */
  explained: RegExp[];
  place: () => Place;
  ask: (question: string, options?: { private?: boolean }, where?: Place, locale?: string) => Promise<Interaction>;
}

/** A person in a channel that nobody else uses, so that tests can run at the same time. */
interface Place {
  user: string;
  channel: string;
}

/** The line that ends in the reference of an error, in the reader's language. */
export const REFERENCE = {
  ko: /^문제가 생겼습니다\. .*\(오류 번호 ([\da-f]{8})\)$/,
  en: /^Something went wrong\. .*\(Error ([\da-f]{8})\)$/,
};

/** Starts the scripted bot before the tests of a file; after them nobody was pinged, and nothing happened that is not explained. */
export function useScriptedBot(env: Record<string, string> = {}): ScriptedPlace {
  const explained: RegExp[] = [];
  let started: World | undefined;
  const world = (): World => {
    if (!started) throw new Error('The world is there within tests only.');
    return started;
  };
  const place = (): Place => ({ user: newcomer(world().d), channel: newChannel(world().d) });
  beforeAll(async () => {
    started = await startWorld({ program: 'tests/e2e/support/scripted-bot.ts', env });
  });
  afterAll(async () => {
    try {
      expect(pings(world().d)).toEqual([]);
      world().d.assertClean({ allow: explained });
    } finally {
      await started?.stop();
    }
  });
  return {
    ...{ world, explained, place },
    ask: (question, options = {}, where = place(), locale = 'ko') =>
      world().d.slash('ask', { question, ...options }, { ...where, locale }),
  };
}
