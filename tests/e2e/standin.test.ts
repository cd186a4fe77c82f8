import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from './standin/bots.ts';
import { Discord } from './standin/index.ts';
import { requestAs } from './standin/fixtures/request.ts';

const BOT = fileURLToPath(new URL('./standin/fixtures/echo-bot.ts', import.meta.url));
const COMMANDS = ['echo', 'whisper', 'late', 'twice', 'Quote', 'reindex'];

async function login(d: Discord): Promise<Bot> {
  const bot = d.spawn('node', ['--import', 'tsx', BOT], { env: { NODE_OPTIONS: '' } });
  await d.ready({ commands: COMMANDS });
  return bot;
}

describe('a bot at the stand-in', () => {
  let d: Discord;
  let bot: Bot;

  beforeAll(async () => {
    d = await Discord.start({ interactionDeadlineMs: 1500 });
    bot = await login(d);
  });
  afterEach(() => {
    d.clearFaults();
    for (const list of [d.violations, d.requests]) list.length = 0;
  });
  afterAll(async () => {
    await d.stop();
  });

  it('logs in and registers its commands', () => {
    expect(d.gateway.count('identify')).toBe(1);
    expect(d.visibleCommands({ user: 'alice' }).map(({ name }) => name)).toEqual(COMMANDS);
    d.assertClean();
  });

  it('hides a command from members without its permissions', async () => {
    expect(d.visibleCommands({ user: 'bob' }).map(({ name }) => name)).not.toContain('reindex');
    await expect(d.slash('reindex')).rejects.toThrow(/default_member_permissions/);
    expect((await (await d.slash('reindex', {}, { force: true })).settled()).content).toBe('second');
    d.assertClean();
  });

  it('refuses what the client of a member would not send', async () => {
    await expect(d.slash('echo', {})).rejects.toThrow(/"text" is required/);
    await expect(d.slash('echo', { word: 'x' })).rejects.toThrow(/no option "word"/);
  });

  it('defers a slash command and edits the answer in', async () => {
    const interaction = await d.slash('echo', { text: '안녕하십니까' });
    expect((await interaction.ack()).type).toBe(5);
    expect((await interaction.reply()).content).toBe('안녕하십니까');
    expect(interaction.timeline.map(({ what }) => what)).toEqual(['defer', 'edit-original']);
    d.assertClean();
  });

  it('answers a pressed button, once', async () => {
    const answer = await (await d.slash('echo', { text: 'hello' })).reply();
    expect(d.buttons(answer).map(({ label }) => label)).toEqual(['More', 'Form']);
    const updated = await (await d.press(answer, 'More', { user: 'carol' })).reply();
    expect([updated.id, updated.content]).toEqual([answer.id, 'hello!']);
    await expect(d.press(answer, 'More')).rejects.toThrow(/no component More/);
    d.assertClean();
  });

  it('opens a modal and takes what is submitted', async () => {
    const answer = await (await d.slash('echo', { text: 'hello' })).reply();
    const press = await d.press(answer, 'form');
    expect((await press.modal()).title).toBe('Feedback');
    await expect(d.submitModal(press, {})).rejects.toThrow(/"reason" is required/);
    const thanks = await (await d.submitModal(press, { reason: 'good' })).reply();
    expect(thanks.content).toBe('thanks: good');
    d.assertClean();
  });

  it('suggests while a member types', async () => {
    expect(await d.autocomplete('echo', { text: 'gang' })).toEqual([{ name: 'gang…', value: 'gang' }]);
    d.assertClean();
  });

  it('replies to a mention and to a direct message, and to nothing else', async () => {
    const post = d.sendMessage('@bot send hello');
    expect((await d.expectReply(post)).content).toBe('hello');
    expect(d.repliesTo(post)).toHaveLength(1);
    expect((await d.expectReply(d.sendMessage('send direct', { channel: 'dm:bob' }))).content).toBe('direct');
    d.sendMessage('send nothing');
    await d.expectNoMessage({ quietMs: 300 });
    d.assertClean();
  });

  it('shows an ephemeral answer to nobody but the asker', async () => {
    const secret = await (await d.slash('whisper', { text: 'psst' })).reply();
    expect(secret.isEphemeral).toBe(true);
    await expect(d.press(secret, 'more', { user: 'carol' })).rejects.toThrow(/ephemeral/);
    expect((await requestAs(d, `/channels/${d.world.id('general')}/messages`)).text).not.toContain('psst');
    d.assertClean();
  });

  it('answers 50013 where the bot may not write', async () => {
    d.denyBot('general', 'SEND_MESSAGES');
    d.sendMessage('@bot send hello');
    await bot.waitForLog(/failed 50013/);
    d.denyBot('general');
    expect((await d.expectReply(d.sendMessage('@bot send again'))).content).toBe('again');
    expect(() => {
      d.assertClean();
    }).toThrow(/-> 403/);
    d.assertClean({ allow: [/-> 403/] });
  });

  it('answers 10062 to a late acknowledgement and reports it', async () => {
    const interaction = await d.slash('late');
    await bot.waitForLog(/failed 10062/);
    expect(interaction.lost).toBe('timeout');
    expect(d.problems().join()).toMatch(/NOT_ACKNOWLEDGED.*10062/s);
  });

  it('answers 50027 once the token of an interaction has expired', async () => {
    const interaction = await d.slash('twice');
    expect((await interaction.reply()).content).toBe('first');
    interaction.expireToken();
    await bot.waitForLog(/failed 50027/);
    d.assertClean({ allow: [/50027/] });
  });

  it('lets a rate limited request through after its time', async () => {
    const fault = d.rateLimit({ method: 'PATCH', path: /@original$/, retryAfter: 0.3 });
    const interaction = await d.slash('echo', { text: 'patience' });
    expect((await interaction.reply()).content).toBe('patience');
    expect(fault.hits).toBe(1);
    d.assertClean();
  });

  it('breaks requests with 502 as often as asked', async () => {
    const fault = d.serverError({ method: 'PATCH', path: /@original$/, times: 2 });
    expect((await (await d.slash('echo', { text: 'again' })).reply()).content).toBe('again');
    expect(fault.hits).toBe(2);
    d.assertClean();
  });

  it('loses an answer after the work is done, and knows the repetition by its nonce', async () => {
    d.fault({ method: 'POST', path: /\/messages$/, apply: true, status: 502, body: 'lost' });
    const post = d.sendMessage('@bot send once');
    await d.expectRequest('POST', /\/messages$/);
    await d.until(() => d.requests.filter(({ path }) => path.endsWith('/messages')).length === 2, 5000);
    await d.expectNoMessage({ quietMs: 200 });
    expect(d.repliesTo(post)).toHaveLength(1);
    d.assertClean();
  });

  it('cuts the connection of a request', async () => {
    d.fault({ method: 'POST', path: /\/messages$/, drop: true });
    const post = d.sendMessage('@bot send lost');
    await bot.waitForLog(/failed UND_ERR_SOCKET/);
    expect(d.repliesTo(post)).toHaveLength(0);
    d.assertClean();
  });

  it('sees whom a message pings, on send and on edit', async () => {
    const carol = d.world.id('carol');
    const pings = async (how: string): Promise<string[]> => {
      const reply = await d.expectReply(d.sendMessage(`@bot ${how} hello <@${carol}> @everyone`));
      await d.until(() => reply.content.startsWith('hello'), 5000);
      expect(reply.pings.everyone).toBe(false);
      return reply.pings.users;
    };
    expect([await pings('send'), await pings('edit')]).toEqual([[], []]);
    expect([await pings('ping-send'), await pings('ping-edit')]).toEqual([[carol], [carol]]);
    d.assertClean();
  });

  it('refuses and reports a message over 2,000 characters', async () => {
    d.sendMessage('@bot long');
    await d.until(() => d.violations.length, 5000);
    expect(() => {
      d.assertClean();
    }).toThrow(/content BASE_TYPE_MAX_LENGTH: Must be 2000 or fewer/);
  });

  it('refuses and reports a component that does not exist', async () => {
    d.sendMessage('@bot component');
    await d.until(() => d.violations.length, 5000);
    expect(() => {
      d.assertClean();
    }).toThrow(/components\.0\.type BASE_TYPE_CHOICES/);
  });

  it('serves a second guild until the bot leaves it', async () => {
    d.joinGuild('other', { preferred_locale: 'ja' });
    const channel = 'other/general';
    expect((await d.expectReply(d.sendMessage('@bot send there', { channel }))).content).toBe('there');
    expect((await (await d.slash('echo', { text: 'there' }, { channel })).reply()).channel_id).toBe(d.world.id(channel));
    d.leaveGuild('other');
    expect((await requestAs(d, `/channels/${d.world.id(channel)}`)).status).toBe(403);
    d.assertClean({ allow: [/-> 403/] });
  });

  it('replays after a dropped connection what the bot has missed', async () => {
    const resumed = d.gateway.next('resume');
    d.gateway.drop();
    const post = d.sendMessage('@bot send missed');
    expect((await resumed)['replayed']).toBe(1);
    expect((await d.expectReply(post)).content).toBe('missed');
    d.assertClean();
  });

  it('makes the bot log in anew after an invalid session', async () => {
    const identified = d.gateway.next('guilds-sent');
    d.gateway.invalidSession(false);
    await identified;
    expect((await d.expectReply(d.sendMessage('@bot send back'))).content).toBe('back');
    d.assertClean();
  });

  it('closes with 4004 and sees the bot exit', async () => {
    bot.mayExit = true;
    d.gateway.close(4004);
    expect(await bot.exited).toBe(3);
    expect(bot.log).toContain('closed 4004');
  });
});
