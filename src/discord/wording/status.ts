import type { Mode } from '../../engine/restarts.ts';
import type { EngineHealth } from '../../engine/engine-client.ts';
import { counted, figure } from './figures.ts';
import type { Localized } from './localized.ts';

/** What the bot says about itself. Moments are Discord's timestamps. */
export interface StatusWords {
  index: string;
  noIndex: string;
  size: (articles: number, chunks: number, leftOut: number) => string;
  built: (generation: string, moment: string) => string;
  vectorIndex: Readonly<Record<'exact' | 'hnsw' | 'none', string>>;
  model: string;
  noModel: string;
  vectors: (dimensions: number, name: string) => string;
  engine: string;
  states: Readonly<Record<EngineHealth['state'], string>>;
  modes: Readonly<Record<Mode, string>>;
  deaths: (count: number) => string;
  lastExit: (reason: string) => string;
  queue: string;
  waiting: (count: number, limit: number) => string;
  latency: string;
  percentiles: (p50: number, p95: number, p99: number, count: number) => string;
  noQuestions: string;
  uptime: string;
  since: (moment: string) => string;
  gateway: string;
  ping: (milliseconds: number) => string;
  noPing: string;
  heartbeat: (moment: string) => string;
  update: string;
  noUpdate: string;
  updating: (moment: string) => string;
  alerts: string;
  alertsHidden: (count: number) => string;
  held: string;
  unknown: string;
}

export const statusWords: Localized<StatusWords> = {
  ko: {
    index: '색인',
    noIndex: '없음. 기사 폴더에 기사를 넣고 `/재색인`을 실행해 주세요.',
    size: (articles, chunks, leftOut) =>
      `기사 ${ko(articles)}건 · 단락 ${ko(chunks)}개${leftOut > 0 ? ` · 제외한 파일 ${ko(leftOut)}개` : ''}`,
    built: (generation, moment) => `${generation} · ${moment}에 만듦`,
    vectorIndex: { exact: '벡터 검색: 전수 비교', hnsw: '벡터 검색: HNSW 그래프', none: '벡터 검색: 없음' },
    model: '임베딩 모델',
    noModel: '없음(단어로만 검색)',
    vectors: (dimensions, name) => `${name} · ${ko(dimensions)}차원`,
    engine: '검색 엔진',
    states: {
      starting: '시작하는 중',
      ready: '정상',
      restarting: '다시 시작하는 중',
      degraded: '일부 기능만 동작',
      closed: '종료',
    },
    modes: { full: '모든 기능', exact: '그래프 없이 전수 비교', words: '단어로만 검색' },
    deaths: (count) => `비정상 종료 ${ko(count)}회`,
    lastExit: (reason) => `마지막 종료: ${reason}`,
    queue: '대기 중인 질문',
    waiting: (count, limit) => `${ko(count)}/${ko(limit)}`,
    latency: '응답 시간',
    percentiles: (p50, p95, p99, count) =>
      `p50 ${ko(hundredths(p50))}초 · p95 ${ko(hundredths(p95))}초 · p99 ${ko(hundredths(p99))}초 (최근 질문 ${ko(count)}건)`,
    noQuestions: '아직 답한 질문이 없습니다.',
    uptime: '가동',
    since: (moment) => `${moment}에 시작`,
    gateway: '디스코드 연결',
    ping: (milliseconds) => `핑 ${ko(milliseconds)}ms`,
    noPing: '아직 확인하지 못함',
    heartbeat: (moment) => `마지막 확인 ${moment}`,
    update: '색인 작업',
    noUpdate: '없음',
    updating: (moment) => `진행 중(${moment}에 시작)`,
    alerts: '알림',
    alertsHidden: (count) => `${ko(count)}건. 내용은 서버 관리 권한이 있는 분에게만 보입니다.`,
    held: '검색 엔진이 제때 답하지 않아 마지막으로 확인한 값을 보여 드립니다.',
    unknown: '검색 엔진이 아직 답하지 않습니다. 잠시 후 다시 확인해 주세요.',
  },
  en: {
    index: 'Index',
    noIndex: 'None. Put articles into the articles folder and run `/reindex`.',
    size: (articles, chunks, leftOut) =>
      `${counted(articles, 'article')} · ${counted(chunks, 'passage')}${leftOut > 0 ? ` · ${counted(leftOut, 'file')} left out` : ''}`,
    built: (generation, moment) => `${generation} · built ${moment}`,
    vectorIndex: {
      exact: 'vector search: every passage compared',
      hnsw: 'vector search: HNSW graph',
      none: 'vector search: none',
    },
    model: 'Embedding model',
    noModel: 'None (search by words alone)',
    vectors: (dimensions, name) => `${name} · ${counted(dimensions, 'dimension')}`,
    engine: 'Search engine',
    states: { starting: 'starting', ready: 'ready', restarting: 'restarting', degraded: 'degraded', closed: 'closed' },
    modes: { full: 'everything works', exact: 'every passage compared, no graph', words: 'search by words alone' },
    deaths: (count) => `ended unexpectedly ${count === 1 ? 'once' : `${figure(count, 'en')} times`}`,
    lastExit: (reason) => `last exit: ${reason}`,
    queue: 'Questions waiting',
    waiting: (count, limit) => `${en(count)} of at most ${en(limit)}`,
    latency: 'Time to answer',
    percentiles: (p50, p95, p99, count) =>
      `p50 ${en(hundredths(p50))} s · p95 ${en(hundredths(p95))} s · p99 ${en(hundredths(p99))} s (latest ${counted(count, 'question')})`,
    noQuestions: 'No question has been answered yet.',
    uptime: 'Running',
    since: (moment) => `started ${moment}`,
    gateway: 'Connection to Discord',
    ping: (milliseconds) => `ping ${en(milliseconds)} ms`,
    noPing: 'not checked yet',
    heartbeat: (moment) => `last checked ${moment}`,
    update: 'Index update',
    noUpdate: 'None running',
    updating: (moment) => `running, started ${moment}`,
    alerts: 'Alerts',
    alertsHidden: (count) => `${en(count)}; only those who manage the server see them.`,
    held: 'The search engine did not answer in time; these are the values last known.',
    unknown: 'The search engine does not answer yet. Please look again in a moment.',
  },
};

function ko(value: number): string {
  return figure(value, 'ko');
}

function en(value: number): string {
  return figure(value, 'en');
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

/** Name and description of the command, as Discord shows them. */
export const statusDeclaration = {
  name: 'status',
  name_localizations: { ko: '상태' },
  description: 'How the bot, its index and its search engine are',
  description_localizations: { ko: '기사봇과 색인, 검색 엔진의 상태를 보여 줍니다' },
};
