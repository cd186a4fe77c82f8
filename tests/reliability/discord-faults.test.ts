import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestEntry } from '../e2e/standin/core.ts';
import type { Fault } from '../e2e/standin/faults.ts';
import type { Interaction } from '../e2e/standin/interaction.ts';
import { announce } from '../e2e/standin/messages.ts';
import { newChannel, newcomer } from '../e2e/support/people.ts';
import { pings } from '../e2e/support/pings.ts';
import { callbackOf, editOf, quiet, requested, sendIn, written, type Target } from '../e2e/support/requests.ts';
import { startWorld, type World } from '../e2e/support/world.ts';
import { PATIENCE } from '../e2e/standin/patience.ts';
import { OF_ACKNOWLEDGEMENTS, OF_EDITS, OF_MESSAGES, type FaultCase } from './discord-faults/cases.ts';

// One process over all faults: each case has a person, a channel and a question of its own, so that its requests can be counted.
let world: World;
const faults: Fault[] = [];
/** How often each of Discord's codes is to stand in the log, as the reason for which an answer was given up. */
const logged = new Map<number, number>();
let number = 0;
const REMEMBERED = 250;
const MISSING_ACCESS = 50001;

beforeAll(async () => {
  world = await startWorld({
    program: 'tests/e2e/support/scripted-bot.ts',
    standin: { globalLimit: 0 },
    env: { DISCORD_GUILD_ID: '' },
  });
});
afterAll(async () => {
  await world.stop();
});

interface Place {
  user: string;
  channel: string;
  question: string;
}

function place(guild = 'guild'): Place {
  number += 1;
  return { user: newcomer(world.d, { guild }), channel: newChannel(world.d, guild), question: `wait 150 물음${number}번` };
}

function inject(target: Target, { effect, logged: code }: FaultCase): void {
  faults.push(world.d.fault({ ...target, ...effect }));
  if (code !== undefined) expectLogged(code, 1);
}

function expectLogged(code: number, times: number): void {
  logged.set(code, (logged.get(code) ?? 0) + times);
}

/** Requests that carry the answer to a question; of one that failed at once the stand-in has not read the body. */
function tries(target: Target, question: string): number {
  const carries = ({ injected, body }: RequestEntry): boolean =>
    (injected && body === undefined) || JSON.stringify(body ?? '').includes(`${question} **[1]**`);
  return requested(world.d, target).filter(carries).length;
}

/** How long a case takes to be over: a request that hangs is given up after five seconds. */
function time({ effect }: FaultCase): number {
  return effect.delayMs === undefined ? 3_000 : 8_500;
}

/** What came of a fault. */
interface Result {
  /** What the interaction shows. */
  own: string;
  /** Messages that everyone can read with the answer in them, what the interaction shows included. */
  answers: number;
  /** Requests that carry the answer, and all that the fault could meet. */
  tries: number;
  requests: number;
  edits: number;
}

async function playCommand(targetOf: (interaction: Interaction) => Target, fault: FaultCase): Promise<Result> {
  const where = place();
  const interaction = await world.d.slash('ask', { question: where.question }, { ...where, locale: 'ko' });
  const target = targetOf(interaction);
  inject(target, fault);
  await quiet(time(fault));
  const edits = requested(world.d, editOf(interaction)).length;
  return { own: interaction.original?.content ?? '', edits, ...resultIn(where, target) };
}

async function playMention(fault: FaultCase): Promise<Result> {
  const where = place();
  const target = sendIn(world.d, where.channel);
  inject(target, fault);
  world.d.sendMessage(`@bot ${where.question}`, where);
  await quiet(time(fault));
  return { own: '', edits: 0, ...resultIn(where, target) };
}

function resultIn({ channel, question }: Place, target: Target): Pick<Result, 'answers' | 'tries' | 'requests'> {
  const answers = written(world.d, channel).filter(({ content }) => content.includes(`> ${question} **[1]**`)).length;
  return { answers, tries: tries(target, question), requests: requested(world.d, target).length };
}

/** Plays all cases at once, and gives each its result. */
function playAll(cases: readonly FaultCase[], play: (fault: FaultCase) => Promise<Result>): (fault: FaultCase) => Result {
  const results = new Map<FaultCase, Result>();
  beforeAll(async () => {
    await Promise.all(cases.map(async (fault) => results.set(fault, await play(fault))));
  }, 2 * PATIENCE);
  return (fault) => {
    const result = results.get(fault);
    if (!result) throw new Error(`not played: ${fault.name}`);
    return result;
  };
}

const named = (cases: readonly FaultCase[]) => cases.map((each) => [each.name, each] as const);
const ANSWERED = { answer: 1, channel: 1, hint: 0, nothing: 0 };
const OWN = { answer: /> .* \*\*\[1\]\*\*/, channel: /^$/, hint: /권한이 없|문제가 생겼습니다/, nothing: /^$/ };

describe('G9: the answer to a command', () => {
  const resultOf = playAll(OF_EDITS, (fault) => playCommand(editOf, fault));
  it.each(named(OF_EDITS))('%s', (_, fault) => {
    const { own, answers, tries: made } = resultOf(fault);
    expect({ answers, made }).toEqual({ answers: ANSWERED[fault.outcome], made: fault.tries });
    expect(own).toMatch(OWN[fault.outcome]);
  });
});

describe('G9: the answer to a mention', () => {
  const resultOf = playAll(OF_MESSAGES, playMention);
  it.each(named(OF_MESSAGES))('%s', (_, fault) => {
    const { answers, requests } = resultOf(fault);
    expect({ answers, requests }).toEqual({ answers: ANSWERED[fault.outcome], requests: fault.tries });
  });
});

describe('G9: the first sign to a command', () => {
  const resultOf = playAll(OF_ACKNOWLEDGEMENTS, (fault) => playCommand(callbackOf, fault));
  it.each(named(OF_ACKNOWLEDGEMENTS))('%s', (_, fault) => {
    const { answers, requests, edits } = resultOf(fault);
    const answered = ANSWERED[fault.outcome];
    expect({ answers, requests, edits }).toEqual({ answers: answered, requests: fault.tries, edits: answered });
  });
});

/** What no version of Discord has sent yet. */
const UNREADABLE: [string, unknown][] = [
  ['MESSAGE_CREATE', null],
  ['MESSAGE_CREATE', { id: '1', channel_id: '2', type: 'new', mentions: 7 }],
  ['INTERACTION_CREATE', {}],
  ['INTERACTION_CREATE', { id: '1', type: 99 }],
  ['CHANNEL_UPDATE', null],
  ['GUILD_CREATE', { id: '1', channels: 7 }],
  ['GUILD_ROLE_UPDATE', 'role'],
  ['A_NEW_EVENT', {}],
];

describe.concurrent('G9: what happens meanwhile', { timeout: PATIENCE }, () => {
  it.each(['command', 'message'])('D14: the bot is removed from the server, with a %s open', async (kind) => {
    const { d } = world;
    const guild = `left${kind}`;
    d.joinGuild(guild, { preferred_locale: 'ko' });
    const where = place(guild);
    const targets = [sendIn(d, where.channel)];
    if (kind === 'message') d.sendMessage(`@bot ${where.question}`, where);
    else {
      const interaction = await d.slash('ask', { question: where.question }, { ...where, locale: 'ko' });
      await interaction.ack();
      targets.push(editOf(interaction));
    }
    d.leaveGuild(guild);
    await quiet(1_500);
    const made = targets.flatMap((target) => requested(d, target));
    expect(made.length).toBeLessThanOrEqual(1);
    // Whether the bot hears of its removal before it has answered is a matter of milliseconds.
    expectLogged(MISSING_ACCESS, made.filter(({ status }) => status === 403).length);
    // What shows that a command runs can still be edited; a message has nowhere to go.
    expect(written(d, where.channel).length).toBeLessThanOrEqual(kind === 'message' ? 0 : 1);
  });

  it('D16: fifteen minutes are over', async () => {
    const where = place();
    const interaction = await world.d.slash('ask', { question: where.question }, { ...where, locale: 'ko' });
    await interaction.ack();
    interaction.expireToken();
    await quiet(1_500);
    expect(tries(editOf(interaction), where.question)).toBe(1);
    expect(written(world.d, where.channel).filter(({ content }) => content.includes(where.question))).toHaveLength(1);
  });

  it('D17: each event comes three times, and once more after a while', async () => {
    const { d } = world;
    const [first, second] = [place(), place()];
    const interaction = await d.slash('ask', { question: first.question }, { ...first, locale: 'ko' });
    const message = d.sendMessage(`@bot ${second.question}`, second);
    for (let again = 0; again < 2; again += 1) {
      d.gateway.dispatch('INTERACTION_CREATE', interaction.payload, { guildId: interaction.payload.guild_id });
      announce(d, 'MESSAGE_CREATE', message);
    }
    // More than discord.js itself remembers of a channel.
    for (let other = 0; other < REMEMBERED; other += 1) d.sendMessage('잡담', { user: 'alice', channel: second.channel });
    announce(d, 'MESSAGE_CREATE', message);
    await quiet(2_000);
    expect(requested(d, callbackOf(interaction))).toHaveLength(1);
    expect(requested(d, editOf(interaction))).toHaveLength(1);
    expect(requested(d, sendIn(d, second.channel))).toHaveLength(1);
  });
});

describe('G9: an event that cannot be read', { timeout: PATIENCE }, () => {
  it.each(UNREADABLE)('D24: %s %j is left out', async (name, data) => {
    const { d, bot } = world;
    d.gateway.dispatch(name, data);
    const where = place();
    await d.expectReply(d.sendMessage(`@bot ${where.question}`, where));
    expect(bot.exit).toBeNull();
  });
});

describe('G9: the connection', { timeout: PATIENCE }, () => {
  it('D22: is lost with a question open, and the session is not resumed: what was open is answered once, then all is as before', async () => {
    const { d } = world;
    const [open, again] = [place(), place()];
    d.sendMessage(`@bot wait 900 ${open.question}`, open);
    await quiet(100);
    const back = d.gateway.next('identify');
    d.gateway.rejectResumes = 1;
    d.gateway.drop();
    await back;
    await quiet(1_500);
    const message = d.sendMessage(`@bot ${again.question}`, again);
    await d.expectReply(message);
    await quiet();
    expect([written(d, open.channel).length, written(d, again.channel).length]).toEqual([1, 1]);
  });
});

it('G9: one process went through all of it, pinged nobody and gave each reason once', async () => {
  const { d, bot } = world;
  const where = place();
  expect((await d.expectReply(d.sendMessage(`@bot ${where.question}`, where))).content).toContain(where.question);
  expect(bot.exit).toBeNull();
  expect(bot.log).not.toMatch(/unhandled|uncaught|failed where nobody expected it/i);
  expect(pings(d)).toEqual([]);
  for (const [code, times] of logged)
    expect([code, bot.log.match(new RegExp(`"code":${code}\\b.*"msg":"failed"`, 'g'))]).toMatchObject([code, { length: times }]);
  const met = faults.filter(({ hits }) => hits > 0).length;
  expect(met).toBe(OF_EDITS.length + OF_MESSAGES.length + OF_ACKNOWLEDGEMENTS.length);
  console.info(`G9: ${met} faults of Discord met by one process, 0 exits, 0 double messages, 0 pings`);
});
