import type { ServerResponse } from 'node:http';
import { beginStream, event } from '../../support/llm-server.ts';
import type { Dice } from '../language-model/dice.ts';

/** Everything a run needs to misbehave: what is true, in the language of the question, and the dice. */
export interface Run {
  dice: Dice;
  /** Sentences that the passage with this number holds. */
  truths: readonly string[];
  number: number;
  /** How many passages there are. */
  passages: number;
  response: ServerResponse;
  /** Origin and path of a server that must not be asked. */
  elsewhere: string;
}

/** Some of the true sentences, with their number, as a well-behaved model begins. */
export function goodStart({ dice, truths, number }: Run): string {
  const count = dice.number(0, truths.length);
  return truths
    .slice(0, count)
    .map((truth) => `${truth} [${number}] `)
    .join('');
}

/** A stream that has begun with some good words, or none. */
export function begin(run: Run): void {
  beginStream(run.response);
  run.response.write(event({ role: 'assistant', content: '' }));
  const words = goodStart(run);
  const cut = run.dice.coin ? words.length : run.dice.number(0, words.length);
  for (let at = 0; at < cut; at += 5) run.response.write(event({ content: words.slice(at, Math.min(at + 5, cut)) }));
}

/** Writes again and again until nobody listens; the time between is of the dice. */
export function drip({ dice, response }: Run, next: () => string): void {
  const timer = setInterval(() => response.write(next()), dice.number(5, 60));
  response.on('close', () => {
    clearInterval(timer);
  });
}

/** Says a text as an endpoint does: streamed in pieces of some length, or whole. */
export function speak({ dice, response }: Run, text: string): void {
  if (dice.coin) {
    beginStream(response);
    const length = dice.number(1, 12);
    for (let at = 0; at < text.length; at += length) response.write(event({ content: text.slice(at, at + length) }));
    response.end(`${event({}, 'stop')}data: [DONE]\n\n`);
  } else {
    response.writeHead(200, { 'content-type': 'application/json' }).end(completion(text));
  }
}

/** An answer in one piece. */
export function completion(content: unknown): string {
  return JSON.stringify({ id: 'c', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] });
}

/** Sends a body of so many bytes as fast as it is read, and stops when nobody reads. */
export function flood({ response }: Run, piece: string, bytes: number): void {
  const chunk = Buffer.from(piece);
  let sent = 0;
  const more = (): void => {
    while (!response.destroyed && sent < bytes) {
      sent += chunk.length;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}
