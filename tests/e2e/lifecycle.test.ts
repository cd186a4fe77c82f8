import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bot } from './standin/bots.ts';
import { DEFAULTS, type Options } from './standin/options.ts';
import { Discord } from './standin/index.ts';
import { PATIENCE } from './standin/patience.ts';

interface Launched {
  d: Discord;
  bot: Bot;
  /** What was written to standard error. */
  errors: () => string;
  /** Waits for the end of the process. @returns also how long it ran, in milliseconds. */
  end: () => Promise<{ exit: number | string | null; lines: string[]; ran: number }>;
}

const started: (() => Promise<void>)[] = [];

afterAll(async () => {
  await Promise.all(started.map((stop) => stop()));
});

/** Starts the bot as `npm start` does, on data of its own, without waiting for anything. */
async function launch(
  env: Record<string, string> = {},
  standin: Partial<Options> = {},
  before?: (d: Discord) => void,
): Promise<Launched> {
  const folder = mkdtempSync(join(tmpdir(), 'gisabot-'));
  const d = await Discord.start(standin);
  before?.(d);
  const data = { DATA_DIR: join(folder, 'index'), STORE_FILE: join(folder, 'store.sqlite'), EMBEDDING_MODEL: 'none' };
  const from = performance.now();
  const bot = d.spawn('node', ['--import', 'tsx', 'src/main.ts'], { env: { NODE_OPTIONS: '', ...data, ...env } });
  let written = '';
  bot.child.stderr?.on('data', (text: string) => (written += text));
  started.push(async () => {
    await d.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ...{ d, bot, errors: () => written },
    end: async () => {
      bot.mayExit = true;
      const exit = await bot.exited;
      return { exit, lines: written.split('\n').filter(Boolean), ran: performance.now() - from };
    },
  };
}

describe.concurrent('the bot does not start, and says why in one line,', { timeout: 2 * PATIENCE }, () => {
  const OTHER_TOKEN = DEFAULTS.token.replace('Gstand', 'Gwrong');
  it.each([
    ['without a token', { DISCORD_TOKEN: '' }, 2, /^error: DISCORD_TOKEN is not set\./],
    [
      'with a token that Discord refuses',
      { DISCORD_TOKEN: OTHER_TOKEN },
      1,
      /^error: Discord does not accept DISCORD_TOKEN\. Copy/,
    ],
    [
      'with a token that cannot be one',
      { DISCORD_TOKEN: '여기에 토큰' },
      1,
      /^error: Discord does not accept DISCORD_TOKEN\. Copy/,
    ],
    [
      'with shards that do not exist',
      { DISCORD_SHARDS: '5', DISCORD_SHARD_COUNT: '2' },
      1,
      /^error: .*DISCORD_SHARDS and DISCORD_SHARD_COUNT\.$/,
    ],
  ])('D23: %s', async (_, env, code, line) => {
    const { d, bot, end } = await launch(env);
    const { exit, lines } = await end();
    expect(exit).toBe(code);
    expect(lines).toEqual([expect.stringMatching(line)]);
    for (const token of [DEFAULTS.token, OTHER_TOKEN]) expect(bot.log).not.toContain(token);
    expect(d.gateway.count('identify')).toBe(0);
    expect(d.requests.length).toBeLessThanOrEqual(1);
    d.assertClean({ allow: [/refused: GET \/gateway\/bot -> 401/] });
  });

  it('D23: without the privileged intent that it must have', async () => {
    const { d, end } = await launch({ DISCORD_MESSAGE_CONTENT: 'on' }, { privilegedIntents: [] });
    const { exit, lines } = await end();
    expect(exit).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^error: .*message content intent.*DISCORD_MESSAGE_CONTENT=off\.$/)]);
    expect(d.gateway.count('identify-refused')).toBe(1);
    d.assertClean();
  });

  it('on a port that another program uses', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { d, end } = await launch({ METRICS_PORT: String(port) });
    const { exit, lines } = await end();
    other.close();
    expect(exit).toBe(1);
    expect(lines).toEqual([expect.stringMatching(`^error: Port ${port} .* is in use`)]);
    d.assertClean();
  });
});

it('D23: a start that fails takes five seconds, so that whoever starts it again at once does not ask Discord over and over', async () => {
  const { end } = await launch({ DISCORD_TOKEN: '여기에 토큰' });
  expect((await end()).ran).toBeGreaterThanOrEqual(5_000);
});

describe.concurrent('wrong settings', { timeout: 2 * PATIENCE }, () => {
  it('S18: are all named at once', async () => {
    const { d, end } = await launch({ QUEUE_LIMIT: 'many', METRICS_PORT: '-1', DISCORD_MESSAGE_CONTENT: 'perhaps' });
    const { exit, lines } = await end();
    expect(exit).toBe(2);
    expect(lines.join('\n')).toMatch(/^error: .*DISCORD_MESSAGE_CONTENT=perhaps/);
    expect(lines.join('\n')).toContain('\nQUEUE_LIMIT=many');
    expect(lines.join('\n')).toContain('\nMETRICS_PORT=-1');
    d.assertClean();
  });
});

describe.concurrent('a session that Discord ends for good ends the bot with one line', { timeout: 2 * PATIENCE }, () => {
  it.each([
    ['because the token was reset', 4004, /^error: Discord does not accept DISCORD_TOKEN/],
    ['because an intent was withdrawn', 4014, /^error: Discord does not grant the message content intent/],
  ])('D23: %s', async (_, code, line) => {
    const { d, end } = await launch();
    await d.ready({ timeout: PATIENCE, commands: ['ask'] });
    d.gateway.close(code);
    const { exit, lines } = await end();
    expect(exit).toBe(1);
    expect(lines).toEqual([expect.stringMatching(line)]);
    d.assertClean();
  });

  it('D23: because an authenticated request gets 401', async () => {
    const { d, bot, end } = await launch();
    await d.ready({ timeout: PATIENCE, commands: ['ask'] });
    await bot.waitForLog(/commands are registered/, PATIENCE);
    d.fault({ path: /typing$/, status: 401, body: { message: '401: Unauthorized', code: 0 } });
    d.sendMessage('@bot 무엇인가요?');
    const { exit, lines } = await end();
    expect(exit).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^error: Discord does not accept DISCORD_TOKEN/)]);
    d.assertClean({ allow: [/-> 401/] });
  });
});

describe.concurrent('Discord that cannot be reached at the start', { timeout: 2 * PATIENCE }, () => {
  it('D22: is tried again until the bot is logged in, with its commands', async () => {
    const { d, bot } = await launch({}, {}, (down) => {
      down.fault({ path: /gateway\/bot$/, drop: true });
      down.serverError({ path: /gateway\/bot$/, times: 3 });
    });
    await d.ready({ timeout: PATIENCE, commands: ['ask'] });
    expect(bot.log.match(/Discord cannot be reached; trying again/g)).toHaveLength(2);
    expect(d.gateway.count('identify')).toBe(1);
    expect(await bot.stop('SIGTERM', 12_000)).toBe(0);
    d.assertClean();
  });

  it('D22: at its gateway is tried again, and every message is answered once', async () => {
    const { d, bot } = await launch({}, {}, (down) => {
      down.gateway.refuseUpgrades = 1;
    });
    await d.ready({ timeout: PATIENCE, commands: ['ask'] });
    await bot.waitForLog(/"commands are registered"/, PATIENCE);
    const message = d.sendMessage('@bot ?!');
    await d.expectReply(message);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(d.repliesTo(message)).toHaveLength(1);
    expect(bot.log).not.toMatch(/"level":"error"/);
    expect(await bot.stop('SIGTERM', 12_000)).toBe(0);
    d.assertClean();
  });

  it('for the commands alone is tried again', async () => {
    const { d, bot } = await launch({}, {}, (down) => {
      down.serverError({ path: /commands$/, times: 3 });
    });
    await d.ready({ timeout: PATIENCE, commands: ['ask'] });
    expect(await bot.stop('SIGTERM', 12_000)).toBe(0);
    d.assertClean();
  });
});
