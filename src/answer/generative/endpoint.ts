import { ModelError } from './model-error.ts';
import { streamOf } from './unstreamed.ts';

/** An answer of some hundred tokens, each in an event of some hundred bytes, stays far below. */
export const MOST_BYTES = 2_000_000;

export interface Endpoint {
  /** Base address, such as http://localhost:11434/v1. */
  address: string;
  /** Sent as a bearer token to this endpoint's origin and nowhere else; empty: none. */
  key: string;
}

/**
 * A `fetch` that speaks with one endpoint only: no other origin, no redirect, no header but what the protocol needs, no answer of more than
 * MOST_BYTES, and always a stream of events. A connection that fails is tried once more. Rejects with ModelError, or as the signal says.
 */
export function endpointFetch({ address, key }: Endpoint): typeof fetch {
  const { origin } = new URL(address);
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new ModelError('redirect', 'another address was asked for than the configured one');
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream, application/json' };
    const request: RequestInit = {
      ...{ method: init.method ?? 'POST', body: init.body ?? null, signal: init.signal ?? null, redirect: 'manual' },
      headers: key === '' ? headers : { ...headers, authorization: `Bearer ${key}` },
    };
    const response = await connect(url, request);
    if (!response.ok) await refuse(response);
    return readable(response);
  };
}

async function connect(url: URL, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetch(url, request);
    } catch (error) {
      if (request.signal?.aborted === true) throw error;
      if (attempt === 2) throw new ModelError('connection', 'the connection failed');
    }
  }
}

async function refuse(response: Response): Promise<never> {
  const { status } = response;
  await response.body?.cancel();
  if (status >= 300 && status < 400) throw new ModelError('redirect', 'it redirects, which is not followed', status);
  throw new ModelError('status', `it answers with status ${status}`, status);
}

async function readable(response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.body) throw new ModelError('empty', 'its answer is empty');
  const body = response.body.pipeThrough(atMost(MOST_BYTES));
  if (type.includes('text/event-stream'))
    return new Response(body.pipeThrough(complete()), { headers: { 'content-type': 'text/event-stream' } });
  if (type.includes('json'))
    return new Response(streamOf(await new Response(body).text()), { headers: { 'content-type': 'text/event-stream' } });
  await body.cancel();
  throw new ModelError('body', 'its answer is neither JSON nor a stream of events');
}

/** What every stream of events holds at its end, when it has not been cut off. */
const END = /\[DONE\]|"finish_reason"\s*:\s*"/u;
const LONGEST_END = 64;

function complete(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  let [tail, isComplete] = ['', false];
  return new TransformStream({
    transform(chunk, controller) {
      const text = tail + decoder.decode(chunk, { stream: true });
      isComplete ||= END.test(text);
      tail = text.slice(-LONGEST_END);
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (!isComplete) controller.error(new ModelError('body', 'its answer breaks off'));
    },
  });
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > bytes) controller.error(new ModelError('body', `its answer is longer than ${bytes / 1e6} MB`));
      else controller.enqueue(chunk);
    },
  });
}
