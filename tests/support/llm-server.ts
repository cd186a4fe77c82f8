import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What the server was asked. */
export interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** The passages of the prompt, in order, and the question. */
  passages: string[];
  question: string;
  /** All of what the user's message says. */
  prompt: string;
}

/** Answers one request; `say` gives a text as an OpenAI-compatible endpoint does. */
export type Behaviour = (asked: Asked, response: ServerResponse, say: (text: string) => void) => void;

const Body = z.looseObject({
  stream: z.boolean().optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
});

/** A small OpenAI-compatible server on this machine, which does what the test wants. */
export class LlmServer {
  readonly asked: Asked[] = [];
  behaviour: Behaviour = (_, __, say) => {
    say('NONE');
  };
  /** Whether it streams when it is asked to. */
  streams = true;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { success, data } = Body.safeParse(body === '' ? {} : JSON.parse(body));
    const prompt = success ? (data.messages.at(-1)?.content ?? '') : '';
    const asked: Asked = {
      ...{ path: request.url ?? '', headers: request.headers, body },
      passages: [...prompt.matchAll(/<passage number="\d+">\n\([^\n]*\)\n(.*?)\n<\/passage>/gsu)].map(([, text = '']) => text),
      ...{ question: /Question: (.*)$/u.exec(prompt)?.[1] ?? '', prompt },
    };
    this.asked.push(asked);
    this.behaviour(asked, response, (text) => {
      if (this.streams && success && data.stream === true) streamed(response, text);
      else whole(response, text);
    });
  }
}

/** One event of a stream. */
export function event(delta: Record<string, unknown>, finish: string | null = null): string {
  const chunk = {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/** Begins a stream of events. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function streamed(response: ServerResponse, text: string): void {
  beginStream(response);
  response.write(event({ role: 'assistant', content: '' }));
  // Pieces that end in the middle of words and markers.
  for (let at = 0; at < text.length; at += 7) response.write(event({ content: text.slice(at, at + 7) }));
  response.write(event({}, 'stop'));
  const usage = { prompt_tokens: 1000, completion_tokens: 50, total_tokens: 1050 };
  response.end(
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage })}\n\ndata: [DONE]\n\n`,
  );
}

function whole(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
  response.end(
    JSON.stringify({ id: 'c', object: 'chat.completion', created: 1, model: 'm', choices, usage: { total_tokens: 1050 } }),
  );
}
