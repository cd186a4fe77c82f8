import { describe, expect, it } from 'vitest';
import { newChannel, newcomer } from './support/people.ts';
import { shown } from './support/read.ts';
import { editOf, quiet, refusal, requested, sendIn, written } from './support/requests.ts';
import { REFERENCE, useScriptedBot } from './support/scripted-place.ts';

const { world, explained, place, ask } = useScriptedBot({ DISCORD_GUILD_ID: '' });

describe.concurrent('a slow engine', () => {
  it('is waited for beyond three seconds', async () => {
    const interaction = await ask('wait 3300 느림');
    expect((await interaction.ack()).type).toBe(5);
    expect((await shown(interaction)).content).toContain('> wait 3300 느림 **[1]**');
    expect(interaction.messages).toHaveLength(1);
  });

  it.each([
    ['guild', '님의 질문에 대한 답변이 늦었습니다.'],
    ['english', 'A late answer to the question of'],
  ])('D16: that outlasts the interaction answers in the channel, naming who asked without a ping (%s)', async (server, words) => {
    const { d } = world();
    if (server !== 'guild') d.joinGuild(server, { preferred_locale: 'en-US' });
    const [user, channel] = [newcomer(d, { guild: server }), newChannel(d, server)];
    const interaction = await ask('wait 400 늦음', {}, { user, channel });
    await interaction.ack();
    interaction.expireToken();
    explained.push(refusal(editOf(interaction), '401 .*50027'));
    await d.expectMessage(({ content }) => content.includes('> wait 400 늦음 **[1]**'), { channel });
    await quiet();
    expect(
      written(world().d, channel)
        .slice(1)
        .map(({ content }) => content.includes(words)),
    ).toEqual([true, false]);
    expect(written(world().d, channel)[1]?.content).toContain(`<@${user}>`);
    expect(requested(world().d, editOf(interaction))).toHaveLength(1);
  });

  it('D16: that outlasts a private interaction answers nowhere, and the log says so', async () => {
    const where = place();
    const interaction = await ask('wait 400 늦음', { private: true }, where);
    await interaction.ack();
    interaction.expireToken();
    explained.push(refusal(editOf(interaction), '401 .*50027'));
    await world().bot.waitForLog(/"code":50027.*"what":"ask"/);
    await quiet();
    expect(written(world().d, where.channel)).toEqual([]);
    expect(requested(world().d, editOf(interaction))).toHaveLength(1);
  });

  it('D16: that outlasts an interaction in a channel where the bot may not write answers nowhere, and tries nothing more', async () => {
    const where = place();
    world().d.denyBot(where.channel, 'SEND_MESSAGES');
    const interaction = await ask('wait 400 늦음', {}, where);
    await interaction.ack();
    interaction.expireToken();
    explained.push(refusal(editOf(interaction), '401 .*50027'), refusal(sendIn(world().d, where.channel), '403 .*50013'));
    await world().bot.waitForLog(/"code":50027.*"cause":\{[^}]*"code":50013.*"what":"ask"/);
    await quiet();
    expect(requested(world().d, editOf(interaction))).toHaveLength(1);
    expect(requested(world().d, sendIn(world().d, where.channel))).toHaveLength(1);
  });

  it('does not keep anything from being shown as soon as it answers a mention', async () => {
    const where = place();
    const message = world().d.sendMessage('@bot wait 700 느림', where);
    expect((await world().d.expectReply(message)).content).toContain('> wait 700 느림 **[1]**');
    expect(world().d.typing.map(({ channel_id: id }) => id)).toContain(where.channel);
  });
});

describe.concurrent('an engine that fails', () => {
  it.each([
    ['ko', REFERENCE.ko],
    ['en-US', REFERENCE.en],
  ])('ends what was loading with an error, and the same reference stands in the log (%s)', async (locale, words) => {
    const interaction = await ask('fail', { private: true }, place(), locale);
    const told = await shown(interaction);
    expect(told.content).toMatch(words);
    expect(told.flags & 128).toBe(0);
    expect(world().bot.log).toContain(`"reference":"${words.exec(told.content)?.[1]}"`);
  });

  it('is told to whoever mentioned the bot', async () => {
    const message = world().d.sendMessage('@bot fail', place());
    expect((await world().d.expectReply(message)).content).toMatch(REFERENCE.ko);
    await quiet();
    expect(world().d.repliesTo(message)).toHaveLength(1);
  });
});

describe.concurrent('a question whose place changes before the answer', () => {
  it('D14: because it was deleted is answered once, in no reply', async () => {
    const where = place();
    const message = world().d.sendMessage('@bot wait 300 지움', where);
    world().d.deleteMessage(message);
    const answer = await world().d.expectMessage(() => true, { channel: where.channel });
    await quiet();
    expect(written(world().d, where.channel)).toHaveLength(1);
    expect(answer.message_reference).toBeUndefined();
  });

  it('because its thread was archived is answered, once', async () => {
    const { d } = world();
    const { user, channel } = place();
    const { thread } = d.createThread('보관', { user, channel });
    const message = d.sendMessage('@bot wait 300 보관', { user, channel: thread.id });
    thread.thread_metadata.archived = true;
    expect((await d.expectReply(message)).content).toContain('wait 300 보관');
    await quiet();
    expect(written(world().d, thread.id)).toHaveLength(1);
  });

  it('D15: because its thread was locked is not answered, and not tried again', async () => {
    const { d } = world();
    const { user, channel } = place();
    const { thread } = d.createThread('잠금', { user, channel });
    d.sendMessage('@bot wait 300 잠금', { user, channel: thread.id });
    Object.assign(thread.thread_metadata, { archived: true, locked: true });
    explained.push(refusal(sendIn(world().d, thread.id), '403 .*160005'));
    await world().bot.waitForLog(/"code":160005/);
    await quiet();
    expect(requested(world().d, sendIn(world().d, thread.id))).toHaveLength(1);
  });

  it('D14: because the message that shows it was deleted is not answered, and not tried again', async () => {
    const interaction = await ask('wait 300 사라짐');
    await interaction.ack();
    if (interaction.original) world().d.deleteMessage(interaction.original);
    explained.push(refusal(editOf(interaction), '404 .*10008'));
    await world().bot.waitForLog(/"code":10008/);
    await quiet();
    expect(requested(world().d, editOf(interaction))).toHaveLength(1);
  });
});

describe.concurrent('a place where the bot may not write', () => {
  it('D15: gets no answer to a mention and one request, and an answer once it may', async () => {
    const { d } = world();
    const { user, channel } = place();
    d.denyBot(channel, 'SEND_MESSAGES');
    explained.push(refusal(sendIn(world().d, channel), '403 .*50013'));
    d.sendMessage('@bot 무엇인가요', { user, channel });
    await world().bot.waitForLog(/"code":50013.*"what":"message"/);
    await quiet();
    expect(requested(world().d, sendIn(world().d, channel))).toHaveLength(1);
    d.denyBot(channel);
    expect((await d.expectReply(d.sendMessage('@bot 무엇인가요', { user, channel }))).content).toContain('무엇인가요');
  });

  it('D15: because the permission was withdrawn before the answer gets one request, and an answer once it is given back', async () => {
    const { d } = world();
    const { user, channel } = place();
    const message = d.sendMessage('@bot wait 300 권한', { user, channel });
    d.denyBot(channel, 'SEND_MESSAGES', 'VIEW_CHANNEL');
    explained.push(refusal(sendIn(world().d, channel), '403 .*50001'), new RegExp(`${channel}/typing -> 403`));
    await world().bot.waitForLog(/"code":50001.*"what":"message"/);
    await quiet();
    expect(requested(world().d, sendIn(world().d, channel))).toHaveLength(1);
    d.denyBot(channel);
    expect((await d.expectReply(d.sendMessage('@bot 무엇인가요', { user, channel }))).content).toContain('무엇인가요');
    expect(d.repliesTo(message)).toEqual([]);
  });

  it.each(['readonly', 'secret'])('%s still gets answers to commands', async (channel) => {
    const interaction = await ask('무엇인가요', {}, { user: newcomer(world().d), channel });
    expect((await shown(interaction)).content).toContain('> 무엇인가요 **[1]**');
  });

  it('D15: because a person takes no direct messages gets one request, and an answer once they do', async () => {
    const { d } = world();
    const user = newcomer(d);
    const channel = `dm:${user}`;
    d.world.user(user).dmsClosed = true;
    explained.push(refusal(sendIn(world().d, channel), '403 .*50007'));
    d.sendMessage('무엇인가요', { user, channel });
    await world().bot.waitForLog(/"code":50007/);
    await quiet();
    expect(requested(world().d, sendIn(world().d, channel))).toHaveLength(1);
    d.world.user(user).dmsClosed = false;
    expect((await d.expectReply(d.sendMessage('다시', { user, channel }))).content).toContain('> 다시');
  });
});
