import { parseConfig } from '../../../src/config.ts';
import { startBot } from '../../../src/discord/start.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { storeCalls } from '../../../src/store/calls.ts';
import { openStore } from '../../../src/store/store.ts';
import { scriptedApp } from './scripted-app.ts';

// The bot over an App that does what the question says, see scripted-app.ts.

const config = parseConfig(process.env);
const { keepQuestions, questionDays, answerDays } = config;
const log = createLog({ level: 'debug', secrets: [config.discordToken] });
const store = openStore(config.storeFile, { now: Date.now, note: () => undefined, keepQuestions, questionDays, answerDays });
const app = scriptedApp((line) => {
  log.debug(line);
});
const running = await startBot({
  services: {
    ...{ app, store: storeCalls(store), metrics: createMetrics(), now: Date.now, log },
    health: () => ({ state: 'ready', mode: 'full', since: 0, deaths: 0, lastExit: null, queueLength: 0 }),
    limits: {
      ...{ personQuestions: config.personQuestions, serverQuestions: config.serverQuestions, queue: config.queueLimit },
    },
    about: {
      ...{ embeddingModel: 'none', languageModel: null, homeServer: null },
      logQuestions: config.logQuestions,
      keepQuestions,
      questionDays,
    },
  },
  engineReady: Promise.resolve(),
  settings: {
    ...{ token: config.discordToken, api: config.discordApi, guild: config.discordGuild },
    ...{ messageContent: config.messageContent, shards: config.shards, shardCount: config.shardCount },
  },
  watch: null,
  signal: new AbortController().signal,
});
process.once('SIGTERM', () => {
  void running.stop(() => Promise.resolve()).then(() => process.exit(0));
});
