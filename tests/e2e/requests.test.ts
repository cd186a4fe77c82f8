import { describe, expect, it } from 'vitest';
import { shown } from './support/read.ts';
import { callbackOf, editOf, quiet, refusal, requested, sendIn, written } from './support/requests.ts';
import { REFERENCE, useScriptedBot } from './support/scripted-place.ts';

const { world, explained, place, ask } = useScriptedBot();

const LOST = [
  ['502', { apply: true, status: 502, body: 'x' }],
  ['a cut connection', { apply: true, drop: true }],
  ['a body that is no JSON', { apply: true, status: 200, body: 'garbage' }],
] as const;

const ONCE = [
  ['a cut connection', { drop: true }],
  ['502 three times', { status: 502, body: 'x', times: 3 }],
  ['429', { status: 429, body: { message: 'slow', retry_after: 0.5, global: false }, headers: { 'Retry-After': '1' } }],
  ['a body that is no JSON', { status: 200, body: 'garbage' }],
] as const;

describe.concurrent('an answer of Discord that is lost', () => {
  it.each(LOST)('D19, D21, D24: after an acknowledgement does not keep the answer away: %s', async (_, fault) => {
    const interaction = await ask('무엇인가요');
    world().d.fault({ ...callbackOf(interaction), ...fault });
    explained.push(refusal(callbackOf(interaction), '400 .*40060'));
    expect((await shown(interaction)).content).toContain('> 무엇인가요 **[1]**');
    expect(interaction.messages).toHaveLength(1);
  });

  it.each(LOST)('D19, D21, D24: after a refusal does not show it twice: %s', async (_, fault) => {
    const interaction = await ask('?!');
    world().d.fault({ ...callbackOf(interaction), ...fault });
    explained.push(refusal(callbackOf(interaction), '400 .*40060'));
    expect((await shown(interaction)).content).toContain('질문이 비어 있습니다');
    await quiet();
    expect(interaction.messages).toHaveLength(1);
  });

  it.each(LOST)('D19, D21, D24: after an edit does not change what is shown: %s', async (_, fault) => {
    const interaction = await ask('무엇인가요');
    world().d.fault({ ...editOf(interaction), ...fault });
    await quiet(1500);
    expect((await shown(interaction)).content).toContain('> 무엇인가요 **[1]**');
    expect(interaction.messages).toHaveLength(1);
  });

  it.each(LOST)('D17: after a message does not show it twice: %s', async (_, fault) => {
    const where = place();
    world().d.fault({ ...sendIn(world().d, where.channel), ...fault });
    const message = world().d.sendMessage('@bot 무엇인가요', where);
    expect((await world().d.expectReply(message)).content).toContain('> 무엇인가요 **[1]**');
    await quiet(700);
    expect(written(world().d, where.channel)).toHaveLength(1);
    expect(requested(world().d, sendIn(world().d, where.channel)).length).toBeGreaterThan(1);
  });
});

describe.concurrent('a request that Discord does not carry out at once', () => {
  it.each(ONCE)('D18, D19, D21, D24: does not keep an edit away: %s', async (_, fault) => {
    const interaction = await ask('무엇인가요');
    world().d.fault({ ...editOf(interaction), ...fault });
    expect((await shown(interaction)).content).toContain('> 무엇인가요 **[1]**');
    expect(interaction.messages).toHaveLength(1);
  });

  it.each(ONCE)('D18, D19, D21, D24: does not keep a message away: %s', async (_, fault) => {
    const where = place();
    world().d.fault({ ...sendIn(world().d, where.channel), ...fault });
    const message = world().d.sendMessage('@bot 무엇인가요', where);
    expect((await world().d.expectReply(message)).content).toContain('> 무엇인가요 **[1]**');
    await quiet();
    expect(written(world().d, where.channel)).toHaveLength(1);
  });

  it('D18: is an acknowledgement that has to wait for a second: it is waited for', async () => {
    const interaction = await ask('무엇인가요');
    world().d.rateLimit({ ...callbackOf(interaction), retryAfter: 1 });
    expect((await shown(interaction)).content).toContain('> 무엇인가요 **[1]**');
    expect(requested(world().d, callbackOf(interaction)).map(({ status }) => status)).toEqual([429, 204]);
  });

  it('D19: or never, ends with an error where it can be told, and not without end', async () => {
    const interaction = await ask('무엇인가요');
    world().d.serverError({ ...editOf(interaction), times: 6 });
    expect((await shown(interaction)).content).toMatch(REFERENCE.ko);
    expect(requested(world().d, editOf(interaction))).toHaveLength(7);
  });
});

describe.concurrent('an acknowledgement that does not get through', () => {
  it.each([
    ['502 three times', { status: 502, body: 'x', times: 3 }],
    [
      'a wait of a minute',
      { status: 429, body: { message: 'slow', retry_after: 60, global: false }, headers: { 'Retry-After': '60' } },
    ],
    ['a request that hangs', { delayMs: 6000 }],
  ])('D20: leaves the answer to the channel: %s', async (_, fault) => {
    const { d } = world();
    const where = place();
    const post = d.sendMessage('무엇인가요?', { ...where, user: 'alice' });
    const interaction = await d.messageCommand('Answer this', post, { ...where, locale: 'ko' });
    d.fault({ ...callbackOf(interaction), ...fault });
    explained.push(refusal(callbackOf(interaction), '404 .*10062'));
    explained.push(refusal(editOf(interaction), '404 .*10015'));
    explained.push(/interaction type 2 "Answer this" .*NOT_ACKNOWLEDGED/);
    const answer = await d.expectMessage(({ content }) => content.includes('> 무엇인가요? **[1]**'), where);
    expect(answer.content).toContain('**질문** 무엇인가요?');
    await quiet();
    expect(written(world().d, where.channel)).toHaveLength(2);
  });
});

describe.concurrent('a request that hangs', () => {
  it('D20: is given up and made again: an edit', async () => {
    const interaction = await ask('무엇인가요');
    world().d.fault({ ...editOf(interaction), delayMs: 6000 });
    expect((await shown(interaction)).content).toContain('> 무엇인가요 **[1]**');
  });

  it('D20: is given up and made again, and shown once if both arrive: a message', async () => {
    const where = place();
    const hanging = world().d.fault({ ...sendIn(world().d, where.channel), delayMs: 6000 });
    await world().d.expectReply(world().d.sendMessage('@bot 무엇인가요', where));
    await quiet(1500);
    expect(hanging.hits).toBe(1);
    expect(requested(world().d, sendIn(world().d, where.channel)).map(({ status }) => status)).toEqual([200, 200]);
    expect(written(world().d, where.channel)).toHaveLength(1);
  });
});
