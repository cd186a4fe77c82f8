import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentStatus } from '../../../src/discord/administration/status-command.ts';
import { statusMessage, type StatusFacts } from '../../../src/discord/administration/status-message.ts';
import { appWith, statusOf } from '../sources/examples.ts';

const FACTS: StatusFacts = {
  embeddingModel: 'owner/model',
  ...{ status: statusOf(4), isCurrent: true, leftOut: 2, waiting: 3, queue: 50, started: 1_700_000_000_000, updating: undefined },
  health: { state: 'ready', mode: 'full', since: 0, deaths: 0, lastExit: null, queueLength: 0 },
  latency: { p50: 0.2134, p95: 1.2, p99: 3, count: 1_000 },
  ...{ ping: 42, heartbeat: 1_700_000_001_000, isAdministrator: true },
};
const textOf = (facts: Partial<StatusFacts>, language: 'ko' | 'en' = 'ko'): string => {
  const { content, embeds } = statusMessage({ ...FACTS, ...facts }, language);
  return `${content ?? ''}\n${(JSON.parse(JSON.stringify(embeds)) as { description: string }[])[0]?.description ?? ''}`;
};

describe('the status', () => {
  it('shows index, model, engine, queue, latency, uptime, connection and update', () => {
    const text = textOf({});
    for (const shown of [
      ...['기사 120건 · 단락 1,034개 · 제외한 파일 2개', 'generation-000004 · <t:1795329000:f>에 만듦 · 벡터 검색: HNSW 그래프'],
      ...['owner/model · 384차원', '정상 · 모든 기능', '3/50', 'p50 0.21초 · p95 1.2초 · p99 3초 (최근 질문 1,000건)'],
      ...['<t:1700000000:R>에 시작', '핑 42ms · 마지막 확인 <t:1700000001:R>', '**색인 작업** 없음'],
    ])
      expect(text).toContain(shown);
    expect(text.startsWith('\n')).toBe(true);
  });

  it('is said in English', () => {
    const text = textOf({ updating: 1_700_000_002_000 }, 'en');
    for (const shown of [
      '120 articles · 1,034 passages · 2 files left out',
      '3 of at most 50',
      'running, started <t:1700000002:R>',
    ])
      expect(text).toContain(shown);
  });

  it('S12: says in words how an engine works that has died', () => {
    const health = {
      state: 'degraded' as const,
      mode: 'words' as const,
      since: 0,
      deaths: 12,
      lastExit: 'ended by SIGSEGV',
      queueLength: 0,
    };
    const text = textOf({ health });
    expect(text).toContain('일부 기능만 동작 · 단어로만 검색 · 비정상 종료 12회');
    expect(text).toContain('마지막 종료: 원문: ended by SIGSEGV');
    expect(textOf({ health, isAdministrator: false })).not.toContain('SIGSEGV');
  });

  it('shows alerts to those who manage the server, their number to others', () => {
    const status = { ...statusOf(4), alerts: ['generation-000005 cannot be used: chunks.f32 was changed or cut'] };
    expect(textOf({ status })).toContain('손상된 색인 generation-000005 대신 이전 색인을 쓰고 있습니다.');
    expect(textOf({ status, isAdministrator: false })).not.toContain('generation-000005');
    expect(textOf({ status, isAdministrator: false })).toContain('**알림** 1건');
  });

  it('says so when the values are old, or there are none', () => {
    expect(textOf({ isCurrent: false })).toContain('마지막으로 확인한 값');
    expect(textOf({ isCurrent: false, status: undefined })).toContain('아직 답하지 않습니다');
  });

  it('says what to do without an index', () => {
    expect(textOf({ status: { ...statusOf(1), manifest: undefined } })).toContain('`/재색인`');
  });

  it('knows neither ping nor latency at the beginning', () => {
    const text = textOf({ ping: undefined, heartbeat: undefined, latency: { p50: 0, p95: 0, p99: 0, count: 0 } });
    expect(text).toContain('아직 확인하지 못함');
    expect(text).toContain('아직 답한 질문이 없습니다.');
  });
});

describe('asking the engine for its status', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is given up when it hangs', async () => {
    const app = { ...appWith([]), status: () => new Promise<never>(() => undefined) };
    const status = currentStatus({ app });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await status).toBeUndefined();
  });

  it('is given up when it fails', async () => {
    expect(await currentStatus({ app: { ...appWith([]), status: () => Promise.reject(new Error('dead')) } })).toBeUndefined();
  });

  it('brings what it says', async () => {
    expect(await currentStatus({ app: appWith([], 7) })).toEqual(statusOf(7));
  });
});
