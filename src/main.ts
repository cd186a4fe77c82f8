import { readConfig, type Config } from './config.ts';
import { startBot, type Running } from './discord/start.ts';
import { EngineClient } from './engine/engine-client.ts';
import { messageOf, UsageError, UserError } from './errors.ts';
import { startHealthServer } from './health-server.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** Exit codes: 0 ended by a signal, 1 failed, 2 a setting cannot be used. */
const FAILED = 1;
const USAGE = 2;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs the bot until a signal, or until Discord ends it for good. */
async function run(config: Config): Promise<void> {
  if (config.discordToken === '') {
    throw new UsageError(
      'DISCORD_TOKEN is not set. README.md shows how to get one; put it into .env. To try it without Discord: npm run ask -- "…"',
    );
  }
  const log = createLog({ level: config.logLevel, secrets: [config.discordToken] });
  const metrics = createMetrics();
  const engine = new EngineClient(config);
  engine.start();
  const stopping = new AbortController();
  const signalled = untilSignal(stopping);
  const health = await startHealth(config, metrics, log, engine);
  try {
    const running = await Promise.race([start(config, { log, metrics, engine, signal: stopping.signal }), signalled]);
    if (!running) return;
    measure(metrics, running, engine);
    await Promise.race([running.failed, signalled]).finally(() => running.stop(() => engine.close()));
    log.info('stopped');
  } finally {
    await engine.close();
    await health?.close();
  }
}

interface Parts {
  log: Log;
  metrics: Metrics;
  engine: EngineClient;
  signal: AbortSignal;
}

function start(config: Config, { log, metrics, engine, signal }: Parts): Promise<Running> {
  const { personQuestions, serverQuestions, queueLimit, logQuestions, keepQuestions, questionDays } = config;
  return startBot({
    services: {
      ...{ app: engine, store: engine.store, log, metrics, now: Date.now, health: () => engine.health() },
      limits: { personQuestions, serverQuestions, queue: queueLimit, logQuestions, keepQuestions, questionDays },
    },
    engineReady: engine.ready,
    settings: {
      ...{ token: config.discordToken, api: config.discordApi, guild: config.discordGuild },
      ...{ messageContent: config.messageContent, shards: config.shards, shardCount: config.shardCount },
    },
    watch: config.watch ? config.watchSeconds * 1000 : null,
    signal,
  });
}

async function startHealth(config: Config, metrics: Metrics, log: Log, engine: EngineClient) {
  const { metricsPort: port, metricsHost: host } = config;
  if (port === 0) return undefined;
  return startHealthServer({ port, host, metrics, log, isReady: () => ({ engine: engine.health().state !== 'starting' }) });
}

function measure(metrics: Metrics, { bot }: Running, engine: EngineClient): void {
  metrics.watch({
    queueLength: () => bot.asking.waiting,
    engineDeaths: () => engine.health().deaths,
    engineReady: () => bot.isReady() && engine.health().state !== 'restarting',
    articles: () => bot.sources.status()?.manifest?.articles,
    chunks: () => bot.sources.status()?.manifest?.chunks,
  });
}

/** Resolves at the first signal to stop; the next ones are not waited for. */
function untilSignal(stopping: AbortController): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        stopping.abort();
        resolve(undefined);
      });
    }
  });
}

/** Says in one line what went wrong, with the stack only for what is our fault, and how to exit. */
function report(error: unknown): number {
  const text = error instanceof UserError || !(error instanceof Error) ? messageOf(error) : (error.stack ?? error.message);
  process.stderr.write(`error: ${text}\n`);
  return error instanceof UsageError ? USAGE : FAILED;
}

process.on('uncaughtException', (error) => {
  process.exit(report(error));
});
try {
  await run(readConfig());
  process.exit(0);
} catch (error) {
  process.exit(report(error));
}
