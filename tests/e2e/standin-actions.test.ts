import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { requestAs } from './standin/fixtures/request.ts';
import { Discord } from './standin/index.ts';
import { INTENTS } from './standin/permissions.ts';

const BOT = fileURLToPath(new URL('./standin/fixtures/echo-bot.ts', import.meta.url));
const WITHOUT_DOCUMENT = { specificationFile: 'no-such-document.json' };

describe('members at the stand-in', () => {
  let d: Discord;

  beforeAll(async () => {
    d = await Discord.start();
    d.spawn('node', ['--import', 'tsx', BOT], { env: { NODE_OPTIONS: '' } });
    await d.ready({ commands: ['echo', 'Quote'] });
  });
  afterEach(() => {
    d.assertClean();
  });
  afterAll(async () => {
    await d.stop();
  });

  it('pick from a select menu by value or label', async () => {
    const answer = await (await d.slash('echo', { text: 'hello' })).reply();
    expect((await (await d.select(answer, 'source', 'Second')).reply()).content).toBe('2');
    expect((await (await d.select(answer, 'source', ['1'])).reply()).content).toBe('1');
    await expect(d.select(answer, 'source', 'Third')).rejects.toThrow(/no option "Third"/);
  });

  it('use a command on a message', async () => {
    const post = d.sendMessage('talk', { user: 'alice' });
    expect((await (await d.messageCommand('Quote', post)).reply()).content).toBe('> talk');
  });

  it('open threads, in which the bot answers', async () => {
    const { thread } = d.createThread('aside', { message: d.sendMessage('talk') });
    const reply = await d.expectReply(d.sendMessage('@bot send inside', { channel: thread.id }));
    expect([reply.channel_id, reply.content]).toEqual([thread.id, 'inside']);
    expect(thread.message_count).toBe(1);
  });

  it('post in a forum: thread and first message share an identifier', async () => {
    const { thread, message } = d.createThread('question', { channel: 'forum', content: '@bot send forum' });
    expect(message!.id).toBe(thread.id);
    expect((await d.expectReply(message!)).content).toBe('forum');
  });

  it('are asked to reconnect through a gateway that refuses at first', async () => {
    const resumed = d.gateway.next('resume');
    d.gateway.refuseUpgrades = 1;
    d.gateway.reconnect();
    await resumed;
    expect(d.gateway.count('upgrade-refused')).toBe(1);
    expect((await d.expectReply(d.sendMessage('@bot send back'))).content).toBe('back');
  });

  it('see the bot log in anew when its resume is rejected', async () => {
    const identified = d.gateway.next('guilds-sent');
    d.gateway.rejectResumes = 1;
    d.gateway.drop();
    await identified;
    expect(d.gateway.count('resume-refused')).toBe(1);
  });
});

describe('the gateway', () => {
  const close = async (token: string, intents: number): Promise<unknown> => {
    const d = await Discord.start({ ...WITHOUT_DOCUMENT, privilegedIntents: [] });
    const socket = new WebSocket(`${d.wsUrl}/?v=10&encoding=json`);
    await once(socket, 'open');
    socket.send(JSON.stringify({ op: 2, d: { token: token || d.options.token, intents } }));
    const closed: unknown[] = await once(socket, 'close');
    await d.stop();
    return closed[0];
  };

  it('closes with 4004 for a wrong token', async () => {
    expect(await close('wrong', INTENTS.GUILDS)).toBe(4004);
  });

  it('closes with 4014 for an intent that was not granted', async () => {
    expect(await close('', INTENTS.GUILDS | INTENTS.MESSAGE_CONTENT)).toBe(4014);
  });
});

describe('the HTTP API', () => {
  it('limits a route as told, with the headers of its bucket', async () => {
    const d = await Discord.start({
      ...WITHOUT_DOCUMENT,
      buckets: { 'POST /channels/{id}/messages': { limit: 1, per: 60_000 } },
    });
    const send = (channel: string) => requestAs(d, `/channels/${d.world.id(channel)}/messages`, { content: 'x' });
    expect((await send('general')).status).toBe(200);
    expect((await send('general')).status).toBe(429);
    expect((await send('random')).status).toBe(200);
    await d.stop();
  });

  it('takes a broken request when told only to record it', async () => {
    const d = await Discord.start({ ...WITHOUT_DOCUMENT, reject: false });
    const path = `/channels/${d.world.id('general')}/messages`;
    expect((await requestAs(d, path, { content: 'x'.repeat(2001) })).status).toBe(200);
    expect(d.violations).toHaveLength(1);
    await d.stop();
  });

  it('refuses channels that the bot cannot see or write to', async () => {
    const d = await Discord.start(WITHOUT_DOCUMENT);
    const send = (channel: string) => requestAs(d, `/channels/${d.world.id(channel)}/messages`, { content: 'x' });
    expect(JSON.parse((await send('secret')).text)).toMatchObject({ code: 50001 });
    expect(JSON.parse((await send('readonly')).text)).toMatchObject({ code: 50013 });
    expect(JSON.parse((await send('forum')).text)).toMatchObject({ code: 40058 });
    await d.stop();
  });
});
