import type { App } from '../app.ts';
import type { EngineHealth } from '../engine/engine-client.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { StoreCalls } from '../store/calls.ts';
import type { Asking } from './ask/asking.ts';
import type { Conversations } from './ask/conversations.ts';
import type { IndexUpdates } from './reindex/index-updates.ts';
import type { Settings } from './settings.ts';
import type { SourceList } from './sources/source-list.ts';

/** What the bot stands on: everything outside of Discord. */
export interface Services {
  app: App;
  store: StoreCalls;
  /** How the engine is. */
  health: () => EngineHealth;
  log: Log;
  metrics: Metrics;
  /** Milliseconds since 1970. */
  now: () => number;
  limits: Limits;
  about: About;
}

/** Limits that an administrator sets, see config.ts. */
export interface Limits {
  /** Questions within an hour. */
  personQuestions: number;
  serverQuestions: number;
  /** Questions that may wait for an answer. */
  queue: number;
}

/** What was set for this bot that members may be told, see config.ts. */
export interface About {
  /** Name of the embedding model. */
  embeddingModel: string;
  /** Host that questions and passages are sent to; null for nowhere. */
  languageModel: string | null;
  /** The only server whose administrators may update the index; null when there is no such. */
  homeServer: string | null;
  /** Whether the text of questions may be logged. */
  logQuestions: boolean;
  /** Whether questions are stored, and for how many days. */
  keepQuestions: boolean;
  questionDays: number;
}

/** The bot while it runs: what every handler gets. */
export interface Bot extends Services {
  settings: Settings;
  sources: SourceList;
  conversations: Conversations;
  asking: Asking;
  updates: IndexUpdates;
  /** Whether Discord lets the bot read messages that do not mention it. */
  readsMessages: boolean;
  /** Milliseconds since 1970. */
  started: number;
  /** Resolves as soon as questions can be answered: the engine is up and there is an index, or no hope for one. */
  ready: Promise<void>;
  isReady: () => boolean;
  /** The bot is shutting down: no new work. */
  isClosing: boolean;
}
