import type { Status } from '../../app.ts';
import type { EngineHealth } from '../../engine/engine-client.ts';
import type { Percentiles } from '../../metrics.ts';
import type { Language } from '../../types.ts';
import { plainLine } from '../render/markdown.ts';
import { shorten } from '../render/markdown-shorten.ts';
import { timestamp } from '../render/time.ts';
import type { Content } from '../respond.ts';
import { reasonIn } from '../wording/reasons.ts';
import { statusWords } from '../wording/status.ts';

/** What `/status` shows. Moments are in milliseconds since 1970. */
export interface StatusFacts {
  /** Undefined when the engine has not answered since the start. */
  status: Status | undefined;
  embeddingModel: string;
  /** Whether the engine answered just now. */
  isCurrent: boolean;
  /** Files that were left out of the index. */
  leftOut: number;
  health: EngineHealth;
  waiting: number;
  queue: number;
  latency: Percentiles;
  started: number;
  /** Milliseconds; undefined before the first heartbeat. */
  ping: number | undefined;
  heartbeat: number | undefined;
  /** Since when an index update runs. */
  updating: number | undefined;
  /** Whether to show what is for those who look after the bot: paths, reasons. */
  isAdministrator: boolean;
}

const REASON_CHARACTERS = 300;
const ALERTS_SHOWN = 5;

export function statusMessage(facts: StatusFacts, language: Language): Content {
  const words = statusWords[language];
  const { isCurrent, status, waiting, queue, latency, started, updating } = facts;
  const note = isCurrent ? [] : [`⚠️ ${status ? words.held : words.unknown}`];
  const { p50, p95, p99, count } = latency;
  const lines = [
    ...indexLines(facts, language),
    ...engineLines(facts, language),
    fact(words.queue, words.waiting(waiting, queue)),
    fact(words.latency, count === 0 ? words.noQuestions : words.percentiles(p50, p95, p99, count)),
    fact(words.uptime, words.since(timestamp(started))),
    fact(words.gateway, gatewayText(facts, language)),
    fact(words.update, updating === undefined ? words.noUpdate : words.updating(timestamp(updating))),
    ...alertLines(facts, language),
  ];
  return { ...(note.length > 0 ? { content: note.join('\n') } : {}), embeds: [{ description: lines.join('\n') }] };
}

function indexLines({ status, leftOut, embeddingModel }: StatusFacts, language: Language): string[] {
  const words = statusWords[language];
  if (!status) return [];
  const { manifest, vectorIndex } = status;
  if (!manifest) return [fact(words.index, words.noIndex)];
  const { articles, chunks, generation, created, dimensions } = manifest;
  const name = `generation-${String(generation).padStart(6, '0')}`;
  const model = dimensions === 0 ? words.noModel : words.vectors(dimensions, plainLine(embeddingModel));
  return [
    fact(words.index, words.size(articles, chunks, leftOut)),
    `-# ${words.built(name, timestamp(Date.parse(created), 'f'))} · ${words.vectorIndex[vectorIndex]}`,
    fact(words.model, model),
  ];
}

function engineLines({ health, isAdministrator }: StatusFacts, language: Language): string[] {
  const words = statusWords[language];
  const { state, mode, deaths, lastExit } = health;
  const parts = [words.states[state], words.modes[mode], ...(deaths > 0 ? [words.deaths(deaths)] : [])];
  const exit = lastExit !== null && isAdministrator ? [`-# ${words.lastExit(shownReason(lastExit, language))}`] : [];
  return [fact(words.engine, parts.join(' · ')), ...exit];
}

function gatewayText({ ping, heartbeat }: StatusFacts, language: Language): string {
  const words = statusWords[language];
  if (ping === undefined || heartbeat === undefined) return words.noPing;
  return `${words.ping(ping)} · ${words.heartbeat(timestamp(heartbeat))}`;
}

function alertLines({ status, isAdministrator }: StatusFacts, language: Language): string[] {
  const words = statusWords[language];
  const alerts = status?.alerts ?? [];
  if (alerts.length === 0) return [];
  if (!isAdministrator) return [fact(words.alerts, words.alertsHidden(alerts.length))];
  return [fact(words.alerts, ''), ...alerts.slice(0, ALERTS_SHOWN).map((alert) => `- ${shownReason(alert, language)}`)];
}

function shownReason(reason: string, language: Language): string {
  return plainLine(shorten(reasonIn(language, reason), REASON_CHARACTERS));
}

function fact(name: string, value: string): string {
  return `**${name}** ${value}`.trimEnd();
}
