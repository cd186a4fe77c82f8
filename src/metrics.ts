import { setTimeout } from 'node:timers/promises';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What became of a question: an answer of that kind, or refused because of the queue or a person's limit, or an error. */
export const QUESTION_KINDS = ['answered', 'unsure', 'unanswered', 'chat', 'busy', 'limited', 'failed'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** refused: not allowed or not possible, and the member was told; late: Discord takes no response any more. */
export type InteractionResult = 'done' | 'refused' | 'late' | 'failed';

/** refused: another run holds the lock. */
export const REINDEX_RESULTS = ['done', 'failed', 'stopped', 'refused'] as const;
export type ReindexResult = (typeof REINDEX_RESULTS)[number];

const GAUGES = [
  { key: 'queueLength', name: 'gisabot_queue_length', help: 'Questions without an answer yet.' },
  { key: 'engineDeaths', name: 'gisabot_engine_deaths', help: 'How often the engine died since the start.' },
  { key: 'engineReady', name: 'gisabot_engine_ready', help: '1 when the engine can answer, else 0.' },
  { key: 'articles', name: 'gisabot_articles', help: 'Articles in the index.' },
  { key: 'chunks', name: 'gisabot_chunks', help: 'Chunks in the index.' },
  { key: 'gatewayPing', name: 'gisabot_gateway_ping_seconds', help: 'Round trip of the latest heartbeat to Discord.' },
  {
    key: 'gatewayHeartbeatAge',
    name: 'gisabot_gateway_heartbeat_age_seconds',
    help: 'Time since Discord answered a heartbeat.',
  },
] as const;

/** Gives the value of a gauge at the moment; undefined, NaN and negative numbers mean that nobody knows. */
export type GaugeSource = () => number | boolean | undefined | Promise<number | boolean | undefined>;
export type GaugeSources = Partial<Record<(typeof GAUGES)[number]['key'], GaugeSource>>;

/** Of the latest questions, in seconds, exactly; zeros while there are none. */
export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
  /** How many questions these are of: RECENT_QUESTIONS at the most. */
  count: number;
}

/** What the program counts and measures. No label ever carries a member's words or an id. */
export interface Metrics {
  /** Counts a question; with the time from its arrival to its answer in seconds where it was answered. */
  question(kind: QuestionKind, seconds?: number): void;
  /** Counts an interaction. @param name of the command, or of the kind of button: one of few. */
  interaction(name: string, result: InteractionResult): void;
  /** Counts an error of Discord. @param code its number, an HTTP status or the name of an error. */
  discordError(code: string | number): void;
  reindex(result: ReindexResult): void;
  /** Names where gauges get their values; a gauge without a source is left out. */
  watch(sources: GaugeSources): void;
  percentiles(): Percentiles;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

const RECENT_QUESTIONS = 1_000;
const BUCKETS_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];
/** How long a scrape waits for a gauge. */
const PATIENCE_MILLISECONDS = 1_000;
/** More values of a label than this are a mistake, or somebody's words. */
const MAXIMUM_VALUES = 50;
/** Without digits, so that no id gets through. */
const NAME = /^[a-z][a-z _.-]{0,31}$/i;
const CODE = /^(?:\d{1,6}|[a-z][a-z_]{0,39})$/i;

/** Metrics with a registry of their own, the process's own figures (memory, event loop delay, garbage collection) included. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { questions, durations, interactions, discordErrors, reindexes } = createCounters([registry]);
  const sources = createGauges(registry);
  const nameOf = labelOf(NAME);
  const codeOf = labelOf(CODE);
  const recent = new RecentValues(RECENT_QUESTIONS);
  return {
    question: (kind, seconds) => {
      questions.inc({ kind });
      if (seconds === undefined) return;
      durations.observe(seconds);
      recent.add(seconds);
    },
    interaction: (name, result) => {
      interactions.inc({ name: nameOf(name), result });
    },
    discordError: (code) => {
      discordErrors.inc({ code: codeOf(String(code)) });
    },
    reindex: (result) => {
      reindexes.inc({ result });
    },
    watch: (more) => {
      Object.assign(sources, more);
    },
    percentiles: () => recent.percentiles(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function createCounters(registers: Registry[]) {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const questions = counter('gisabot_questions_total', 'Questions by what became of them.', 'kind');
  const reindexes = counter('gisabot_reindex_total', 'Runs of the indexer.', 'result');
  // A counter that is not there before its first event hides that event from a rate.
  for (const kind of QUESTION_KINDS) questions.inc({ kind }, 0);
  for (const result of REINDEX_RESULTS) reindexes.inc({ result }, 0);
  return {
    questions,
    reindexes,
    interactions: counter('gisabot_interactions_total', 'Commands, buttons and forms.', 'name', 'result'),
    discordErrors: counter('gisabot_discord_errors_total', 'Requests that Discord refused or failed.', 'code'),
    durations: new Histogram({
      ...{ name: 'gisabot_question_seconds', help: 'From a question to its answer.' },
      ...{ buckets: BUCKETS_SECONDS, registers },
    }),
  };
}

/** Registers the gauges; they ask the sources, which are filled in later, at every scrape. */
function createGauges(registry: Registry): GaugeSources {
  const sources: GaugeSources = {};
  for (const { key, name, help } of GAUGES) {
    const gauge: Gauge = new Gauge({
      ...{ name, help, registers: [registry] },
      collect: async () => {
        const value = await currentValue(sources[key]);
        if (value === undefined) gauge.remove();
        else gauge.set(value);
      },
    });
  }
  return sources;
}

/** One gauge that fails or hangs must not take the others with it. */
async function currentValue(source: GaugeSource | undefined): Promise<number | undefined> {
  try {
    const value = Number(await Promise.race([source?.(), setTimeout(PATIENCE_MILLISECONDS, undefined, { ref: false })]));
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Lets a bounded number of harmless values through; all others are "other". */
function labelOf(allowed: RegExp): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (!allowed.test(value) || known.size >= MAXIMUM_VALUES) return 'other';
    known.add(value);
    return value;
  };
}

/** The latest values, as many as fit. */
class RecentValues {
  readonly #values: Float64Array;
  #added = 0;

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity);
  }

  add(value: number): void {
    this.#values[this.#added % this.#values.length] = value;
    this.#added += 1;
  }

  /** By the nearest-rank method: each is one of the values. */
  percentiles(): Percentiles {
    const count = Math.min(this.#added, this.#values.length);
    const sorted = this.#values.slice(0, count).sort();
    const percentile = (share: number): number => sorted[Math.ceil(share * count) - 1] ?? 0;
    return { p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), count };
  }
}
