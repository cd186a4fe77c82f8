import { Client, Events } from 'discord.js';
import { afterEach, expect, it, vi } from 'vitest';
import { startBot } from '../../src/discord/start.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { storeCalls } from '../../src/store/calls.ts';
import { openStore } from '../../src/store/store.ts';
import { Discord } from '../e2e/standin/index.ts';
import { scriptedApp } from '../e2e/support/scripted-app.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('an error event of discord.js is written down and ends nothing', async () => {
  const d = await Discord.start();
  const lines: string[] = [];
  const logIn = vi.spyOn(Client.prototype, 'login');
  const kept = { now: Date.now, note: () => undefined, keepQuestions: false, questionDays: 1, answerDays: 1 };
  const store = openStore(':memory:', kept);
  const running = await startBot({
    services: {
      ...{ app: scriptedApp(() => undefined), store: storeCalls(store), metrics: createMetrics(), now: Date.now },
      log: createLog({ level: 'debug', secrets: [d.options.token], destination: { write: (line) => void lines.push(line) } }),
      health: () => ({ state: 'ready', mode: 'full', since: 0, deaths: 0, lastExit: null, queueLength: 0 }),
      limits: { personQuestions: 10, serverQuestions: 10, queue: 10 },
      about: {
        ...{ embeddingModel: 'none', languageModel: null, homeServer: null },
        ...{ logQuestions: false, keepQuestions: false, questionDays: 1 },
      },
    },
    engineReady: Promise.resolve(),
    settings: { token: d.options.token, api: d.apiBase, guild: '', messageContent: 'off', shards: 'auto', shardCount: 0 },
    watch: null,
    signal: new AbortController().signal,
  });
  const client = logIn.mock.contexts.at(-1) as Client;
  client.emit(Events.Error, new Error('a listener failed'));
  expect(lines.join('')).toMatch(/"level":"error".*a listener failed/);
  await running.stop(() => Promise.resolve());
  store.close();
  await d.stop();
});
