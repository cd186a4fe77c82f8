import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { readConfig, type Config } from './config.ts';
import { startBot, type Running } from './discord/start.ts';
import { EngineClient } from './engine/engine-client.ts';
import { logHealth } from './engine/health.ts';
import { reportOf, UsageError } from './errors.ts';
import { startHealthServer } from './health-server.ts';
import { createLog, masking, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** Exit codes: 0 ended by a signal, 1 failed, 2 a setting cannot be used. */
const FAILED = 1;
const USAGE = 2;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Milliseconds. Docker, for one, starts what has failed again at once: a wrong token must not be sent to Discord over and over. */
const SHORTEST_RUN = 5_000;

/** Aborted at the first signal to stop; the next ones change nothing. */
const stopping = new AbortController();
for (const signal of SIGNALS) {
  process.on(signal, () => {
    stopping.abort();
  });
}

/** Runs the bot until a signal, or until Discord ends it for good. */
async function run(config: Config): Promise<void> {
  if (config.discordToken === '') {
    throw new UsageError(
      'DISCORD_TOKEN is not set. README.md shows how to get one; put it into .env. To try it without Discord: npm run ask -- "…"',
    );
  }
  const log = createLog({ level: config.logLevel, secrets: [config.discordToken, config.modelKey] });
  const metrics = createMetrics();
  // Whoever waits for an answer when the bot stops has waited already, see Running.stop.
  const engine = new EngineClient(
    config,
    { changed: logHealth(log) },
    { close: 0, ...(config.engineSpare ? {} : { spare: null }) },
  );
  engine.start();
  const signalled = once(stopping.signal, 'abort');
  let running: Running | undefined;
  const health = await startHealth(config, metrics, log, () => ({
    engine: engine.health().state !== 'starting',
    discord: running?.gateway().isConnected ?? false,
  }));
  try {
    const active = await start(config, { log, metrics, engine, signal: stopping.signal });
    running = active;
    measure(metrics, active, engine);
    await Promise.race([active.failed, signalled]).finally(() => active.stop(() => engine.close()));
    log.info('stopped');
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
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
      limits: { personQuestions, serverQuestions, queue: queueLimit },
      about: {
        ...{ embeddingModel: config.embeddingModel, logQuestions, keepQuestions, questionDays },
        languageModel: config.modelAddress === '' ? null : new URL(config.modelAddress).host,
        homeServer: config.discordGuild === '' ? null : config.discordGuild,
      },
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

async function startHealth(config: Config, metrics: Metrics, log: Log, isReady: () => Record<string, boolean>) {
  const { metricsPort: port, metricsHost: host } = config;
  return port === 0 ? undefined : startHealthServer({ port, host, metrics, log, isReady });
}

function measure(metrics: Metrics, { bot, gateway }: Running, engine: EngineClient): void {
  metrics.watch({
    gatewayPing: () => gateway().ping,
    gatewayHeartbeatAge: () => gateway().heartbeatAge,
    queueLength: () => bot.asking.waiting,
    engineDeaths: () => engine.health().deaths,
    engineReady: () => bot.isReady() && engine.health().state !== 'restarting',
    articles: () => bot.sources.status()?.manifest?.articles,
    chunks: () => bot.sources.status()?.manifest?.chunks,
  });
}

let mask = (text: string): string => text;

/** Says in one line what went wrong, with the stack only for what is our fault, and how to exit. */
function report(error: unknown): number {
  process.stderr.write(`error: ${mask(reportOf(error))}\n`);
  return error instanceof UsageError ? USAGE : FAILED;
}

/** Holds the end of a failed start back, unless a signal ends it. */
async function untilLongEnough(): Promise<void> {
  const left = SHORTEST_RUN - performance.now();
  await setTimeout(Math.max(left, 0), undefined, { signal: stopping.signal }).catch(() => undefined);
}

process.on('uncaughtException', (error) => {
  process.exit(report(error));
});
try {
  const config = readConfig();
  mask = masking([config.discordToken, config.modelKey]);
  await run(config);
  process.exit(0);
} catch (error) {
  const code = report(error);
  if (!process.stderr.isTTY) await untilLongEnough();
  process.exit(code);
}
