import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMetrics, QUESTION_KINDS, type Metrics } from '../src/metrics.ts';

/** Values by name and labels as they are scraped, of our own metrics only unless told otherwise. */
async function scraped(metrics: Metrics, prefix = 'gisabot_'): Promise<Map<string, number>> {
  const samples = (await metrics.text()).split('\n').filter((line) => line.startsWith(prefix));
  return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

describe('metrics', () => {
  it('count questions by kind, from zero', async () => {
    const metrics = createMetrics();
    metrics.question('answered', 0.2);
    metrics.question('busy');
    const values = await scraped(metrics);
    expect(QUESTION_KINDS.map((kind) => values.get(`gisabot_questions_total{kind="${kind}"}`))).toEqual([1, 0, 0, 0, 1, 0, 0]);
  });

  it('measure how long the questions took that were answered', async () => {
    const metrics = createMetrics();
    metrics.question('answered', 0.2);
    metrics.question('unsure', 3);
    metrics.question('limited');
    const values = await scraped(metrics, 'gisabot_question_seconds');
    expect(values.get('gisabot_question_seconds_count')).toBe(2);
    expect(values.get('gisabot_question_seconds_sum')).toBeCloseTo(3.2);
    expect(values.get('gisabot_question_seconds_bucket{le="0.25"}')).toBe(1);
  });

  it('count interactions, errors of Discord and runs of the indexer', async () => {
    const metrics = createMetrics();
    metrics.interaction('ask', 'done');
    metrics.interaction('Ask about this', 'late');
    for (const code of [10062, '10062', 502, 'AbortError', 'UND_ERR_SOCKET']) metrics.discordError(code);
    metrics.reindex('done');
    expect(Object.fromEntries(await scraped(metrics))).toMatchObject({
      'gisabot_interactions_total{name="ask",result="done"}': 1,
      'gisabot_interactions_total{name="Ask about this",result="late"}': 1,
      'gisabot_discord_errors_total{code="10062"}': 2,
      'gisabot_discord_errors_total{code="502"}': 1,
      'gisabot_discord_errors_total{code="AbortError"}': 1,
      'gisabot_discord_errors_total{code="UND_ERR_SOCKET"}': 1,
      'gisabot_reindex_total{result="done"}': 1,
      'gisabot_reindex_total{result="stopped"}': 0,
    });
  });

  it.each(['123456789012345678', 'cite:12:3', '등대는 언제?', 'a"} 1\ngisabot_fake 1', 'x'.repeat(50), ''])(
    'have no label %j',
    async (text) => {
      const metrics = createMetrics();
      metrics.interaction(text, 'done');
      metrics.discordError(text);
      const values = await scraped(metrics);
      expect(values.get('gisabot_interactions_total{name="other",result="done"}')).toBe(1);
      expect(values.get('gisabot_discord_errors_total{code="other"}')).toBe(1);
      if (text !== '') expect(await metrics.text()).not.toContain(`"${text}"`);
    },
  );

  it('have a bounded number of labels whatever is counted', async () => {
    const metrics = createMetrics();
    for (let i = 0; i < 500; i++) metrics.interaction(`x${'abcdefghij'[i % 10] ?? ''}${'y'.repeat(i / 20)}`, 'done');
    const values = await scraped(metrics, 'gisabot_interactions_total');
    expect(values.size).toBe(51);
    expect([...values.values()].reduce((sum, value) => sum + value)).toBe(500);
  });

  it('ask for gauges at each scrape', async () => {
    const metrics = createMetrics();
    let queueLength = 3;
    metrics.watch({ queueLength: () => queueLength, engineReady: () => true });
    metrics.watch({ chunks: () => Promise.resolve(40) });
    expect(Object.fromEntries(await scraped(metrics))).toMatchObject({
      gisabot_queue_length: 3,
      gisabot_engine_ready: 1,
      gisabot_chunks: 40,
    });
    queueLength = 0;
    expect((await scraped(metrics)).get('gisabot_queue_length')).toBe(0);
  });

  it('leave a gauge out whose value nobody knows, and keep the others', async () => {
    const metrics = createMetrics();
    metrics.watch({
      queueLength: () => 1,
      gatewayPing: () => -1,
      gatewayHeartbeatAge: () => NaN,
      articles: () => Promise.reject(new Error('no engine')),
      engineDeaths: () => {
        throw new Error('no engine');
      },
      chunks: () => new Promise(() => undefined),
    });
    const gauges = [...(await scraped(metrics)).keys()].filter((name) => !/_total|_seconds_/.test(name));
    expect(gauges).toEqual(['gisabot_queue_length']);
  });

  it('include memory, event loop delay and garbage collection of the process', async () => {
    const text = await createMetrics().text();
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds', 'nodejs_gc_duration_seconds'])
      expect(text).toContain(`# TYPE ${name} `);
  });

  it('of two programs in one process do not mix', async () => {
    createMetrics().question('chat');
    expect((await scraped(createMetrics())).get('gisabot_questions_total{kind="chat"}')).toBe(0);
  });
});

describe('percentiles', () => {
  it('are zero before the first question', () => {
    expect(createMetrics().percentiles()).toEqual({ p50: 0, p95: 0, p99: 0, count: 0 });
  });

  it('are values of the latest 1,000 questions, with the right share at or below them', () => {
    const seconds = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 1_500 });
    fc.assert(
      fc.property(seconds, (values) => {
        const metrics = createMetrics();
        for (const value of values) metrics.question('answered', value);
        const latest = values.slice(-1_000);
        const { count, ...percentiles } = metrics.percentiles();
        expect(count).toBe(latest.length);
        for (const [name, value] of Object.entries(percentiles)) {
          const share = Number(name.slice(1)) / 100;
          expect(latest).toContain(value);
          expect(latest.filter((each) => each <= value).length).toBeGreaterThanOrEqual(share * count);
          expect(latest.filter((each) => each < value).length).toBeLessThan(share * count);
        }
      }),
      { numRuns: 50 },
    );
  });
});
