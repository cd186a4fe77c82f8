import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createApp } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { messageOf } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/store.ts';
import type { ServerSettingsChange } from '../../../src/store/server-settings.ts';
import type { Bot } from '../standin/bots.ts';
import { Discord } from '../standin/index.ts';
import type { Options } from '../standin/options.ts';
import { PATIENCE } from '../standin/patience.ts';

/** The bot as it is started by `npm start`, logged in to a stand-in for Discord. */
export interface World {
  d: Discord;
  bot: Bot;
  /** Folder of this bot alone: its index under index/, its store in store.sqlite. */
  folder: string;
  /** Starts the bot again on the same data. */
  restart: () => Promise<Bot>;
  stop: () => Promise<void>;
}

export interface WorldOptions {
  standin?: Partial<Options>;
  env?: Record<string, string>;
  /** A program of the tests instead of src/main.ts. */
  program?: string;
  /** The articles; those that ship unless given. */
  articles?: string;
  /** What the administrators of the server 시험 서버 have set before the bot starts; names of channels and roles become ids. */
  serverSettings?: (d: Discord) => ServerSettingsChange;
  /** Return before the bot is ready to answer. */
  early?: boolean;
}

const PROGRAM = 'src/main.ts';
const LIMITS = { QUESTIONS_PER_PERSON: '10000', QUESTIONS_PER_SERVER: '100000' };

export async function startWorld({
  standin = {},
  env = {},
  program = PROGRAM,
  articles,
  serverSettings,
  early = false,
}: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'gisabot-'));
  if (!articles && program === PROGRAM) cpSync(await preparedIndex(), join(folder, 'index'), { recursive: true });
  const d = await Discord.start(standin);
  const settings = {
    ...{
      NODE_OPTIONS: '',
      ARTICLES_DIR: articles ?? 'articles',
      DATA_DIR: join(folder, 'index'),
      STORE_FILE: join(folder, 'store.sqlite'),
    },
    // A second engine for every bot would keep the machine busy.
    ...{ LOG_LEVEL: 'debug', ENGINE_SPARE: 'off', ...LIMITS, ...env },
  };
  if (serverSettings) {
    const store = openStore(settings.STORE_FILE, {
      now: Date.now,
      note: () => undefined,
      keepQuestions: true,
      questionDays: 1,
      answerDays: 1,
    });
    store.settings.change(d.world.id('guild'), serverSettings(d));
    store.close();
  }
  const start = async (): Promise<Bot> => {
    const bot = d.spawn('node', ['--import', 'tsx', program], { env: settings });
    if (early) return bot;
    await d.ready({ timeout: PATIENCE, commands: ['ask'] });
    await bot.waitForLog(/ready to answer/, PATIENCE);
    return bot;
  };
  const world: World = {
    ...{ d, folder, bot: await start() },
    restart: async () => {
      await world.bot.stop('SIGTERM', 12_000);
      return (world.bot = await start());
    },
    stop: async () => {
      await d.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** An index of the articles that ship, made once and kept for the next runs; several test files may ask for it at once. */
async function preparedIndex(): Promise<string> {
  const dataDirectory = join('node_modules', '.cache', 'gisabot-e2e');
  const app = createApp(parseConfig({ DATA_DIR: dataDirectory }));
  try {
    while (await app.isStale()) {
      await app.reindex({ owner: 'tests' }).catch(async (error: unknown) => {
        if (!messageOf(error).includes('already running')) throw error;
        await setTimeout(200);
        await app.reopen();
      });
    }
  } finally {
    await app.close();
  }
  return dataDirectory;
}
