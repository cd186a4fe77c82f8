import type { FaultEffect } from '../../e2e/standin/faults.ts';

/** What a member sees in the end: the answer, a line about what went wrong, the answer in the channel after all, or nothing. */
export type Outcome = 'answer' | 'hint' | 'channel' | 'nothing';

/** One fault of Discord: what it does, how often the answer may be sent into it, and what is seen in the end. */
export interface FaultCase {
  name: string;
  effect: FaultEffect & { times?: number };
  /** Requests that carry the answer, the ones that fail included. */
  tries: number;
  outcome: Outcome;
  /** Discord's code, where it stands in the log once. */
  logged?: number;
}

/** An error as Discord answers it. */
function refused(status: number, code: number): FaultEffect {
  return { status, body: { message: 'refused by the test', code } };
}

const SLOW: FaultEffect = {
  status: 429,
  headers: { 'Retry-After': '1' },
  body: { message: 'You are being rate limited.', retry_after: 0.3, global: false },
};

/** What an edit and a message have in common: faults that pass. With `apply` the work is done and only the confirmation is lost. */
const PASSING: FaultCase[] = [
  { name: 'D18: 429', effect: SLOW, tries: 2, outcome: 'answer' },
  { name: 'D19: 500', effect: { status: 500, body: 'x' }, tries: 2, outcome: 'answer' },
  { name: 'D19: 502 done', effect: { status: 502, body: 'x', apply: true }, tries: 2, outcome: 'answer' },
  { name: 'D19: 502 thrice', effect: { status: 502, body: 'x', times: 3 }, tries: 4, outcome: 'answer' },
  { name: 'D20: a request that hangs', effect: { delayMs: 6_000 }, tries: 2, outcome: 'answer' },
  { name: 'D21: a reset', effect: { drop: true }, tries: 2, outcome: 'answer' },
  { name: 'D21: a reset when it was done', effect: { drop: true, apply: true }, tries: 2, outcome: 'answer' },
  { name: 'D24: a body that is no JSON', effect: { status: 200, body: 'garbage' }, tries: 2, outcome: 'answer' },
  { name: 'D24: the same when it was done', effect: { status: 200, body: 'garbage', apply: true }, tries: 2, outcome: 'answer' },
];

/** The answer to a command is an edit of what Discord shows meanwhile. */
export const OF_EDITS: FaultCase[] = [
  { name: 'D14: unknown channel', effect: refused(404, 10003), tries: 1, outcome: 'nothing', logged: 10003 },
  { name: 'D14: unknown message', effect: refused(404, 10008), tries: 1, outcome: 'nothing', logged: 10008 },
  { name: 'D15: missing permissions', effect: refused(403, 50013), tries: 1, outcome: 'hint', logged: 50013 },
  { name: 'D15: missing access', effect: refused(403, 50001), tries: 1, outcome: 'hint', logged: 50001 },
  { name: 'D16: unknown interaction', effect: refused(404, 10062), tries: 1, outcome: 'channel' },
  { name: 'D16: invalid token', effect: refused(401, 50027), tries: 1, outcome: 'channel' },
  { name: 'D16: unknown webhook', effect: refused(404, 10015), tries: 1, outcome: 'channel' },
  { name: 'D19: a form that is refused', effect: refused(400, 50035), tries: 1, outcome: 'hint', logged: 50035 },
  ...PASSING,
];

/** The answer to a mention is a message. */
export const OF_MESSAGES: FaultCase[] = [
  { name: 'D14: unknown channel', effect: refused(404, 10003), tries: 1, outcome: 'nothing', logged: 10003 },
  { name: 'D14: unknown message', effect: refused(404, 10008), tries: 1, outcome: 'nothing', logged: 10008 },
  { name: 'D15: missing permissions', effect: refused(403, 50013), tries: 1, outcome: 'nothing', logged: 50013 },
  { name: 'D15: missing access', effect: refused(403, 50001), tries: 1, outcome: 'nothing', logged: 50001 },
  ...PASSING,
];

/** The first sign that a command has arrived; here `tries` counts the signs. */
export const OF_ACKNOWLEDGEMENTS: FaultCase[] = [
  { name: 'D16: unknown interaction', effect: refused(404, 10062), tries: 1, outcome: 'nothing', logged: 10062 },
  { name: 'D17: acknowledged before', effect: { ...refused(400, 40060), apply: true }, tries: 1, outcome: 'answer' },
  { name: 'D18: 429', effect: SLOW, tries: 2, outcome: 'answer' },
  { name: 'D19: 500', effect: { status: 500, body: 'x' }, tries: 2, outcome: 'answer' },
  { name: 'D21: a reset when it was done', effect: { drop: true, apply: true }, tries: 1, outcome: 'answer' },
  { name: 'D24: a body that is no JSON', effect: { status: 200, body: 'garbage', apply: true }, tries: 1, outcome: 'answer' },
];
