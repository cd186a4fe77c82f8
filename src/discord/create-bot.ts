import { EngineError } from '../errors.ts';
import { Asking } from './ask/asking.ts';
import { Conversations } from './ask/conversations.ts';
import type { Bot, Services } from './bot.ts';
import { IndexUpdates } from './reindex/index-updates.ts';
import { Settings } from './settings.ts';
import { SourceList } from './sources/source-list.ts';

/** A bot that is not logged in yet. It gets ready by itself: the engine comes up, and a folder without an index is indexed. */
export function createBot(services: Services, engineReady: Promise<void>): Bot {
  const { app, store, log, metrics, now, limits, health } = services;
  const sources = new SourceList(app, log);
  const updates = new IndexUpdates({
    ...{ app, log, metrics, now, health },
    onPublished: ({ generation }) => {
      sources.noticeGeneration(generation);
    },
  });
  let isReady = false;
  const ready = engineReady.then(async () => {
    await prepareIndex(services, updates);
    await sources.refresh();
    isReady = true;
    log.info({ articles: sources.all().length }, 'ready to answer');
  });
  ready.catch((error: unknown) => {
    if (error instanceof EngineError && error.reason === 'closed') return;
    log.error({ err: error }, 'the bot cannot get ready');
  });
  return {
    ...services,
    ...{ sources, updates, ready, isClosing: false, readsMessages: false, started: now() },
    settings: new Settings(store),
    conversations: new Conversations(),
    asking: new Asking((text, request) => app.ask(text, request), limits, now),
    isReady: () => isReady,
  };
}

/** Without an index nothing can be answered; an old one serves while it is brought up to date. */
async function prepareIndex({ app, log }: Services, updates: IndexUpdates): Promise<void> {
  const { manifest } = await app.status();
  const update = async (): Promise<void> => {
    if (!(await app.isStale())) return;
    await updates.start({ full: false, by: 'start' });
  };
  const updated = update().catch((error: unknown) => {
    log.error({ err: error }, 'the index could not be brought up to date');
  });
  if (!manifest) await updated;
}
