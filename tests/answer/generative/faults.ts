import { beginStream, event, type Behaviour } from '../../support/llm-server.ts';

const GOOD_START = '새 등명기는 빛을 38킬로미터까지 보낸다. [1] 그리고 ';

function status(code: number): Behaviour {
  return (_, response) => {
    response.writeHead(code, { 'content-type': 'application/json', 'retry-after': '30' }).end('{"error":{"message":"no"}}');
  };
}

function body(type: string, text: string): Behaviour {
  return (_, response) => {
    response.writeHead(200, { 'content-type': type }).end(text);
  };
}

function json(value: unknown): Behaviour {
  return body('application/json', JSON.stringify(value));
}

function begun(then: (end: (rest?: string) => void, destroy: () => void) => void): Behaviour {
  return (_, response) => {
    beginStream(response);
    response.write(event({ role: 'assistant', content: GOOD_START }));
    then(
      (rest = '') => response.end(rest),
      () => response.destroy(),
    );
  };
}

/** What an endpoint may do instead of answering, after it has begun well where it can. Those that redirect need another origin. */
export const FAULTS: Readonly<Record<string, Behaviour>> = {
  'never answers': () => undefined,
  'begins and then says nothing': begun(() => undefined),
  'drips without an end': (_, response) => {
    beginStream(response);
    const timer = setInterval(() => response.write(event({ content: '가' })), 20);
    response.on('close', () => {
      clearInterval(timer);
    });
  },
  'limits (429)': status(429),
  'fails (500)': status(500),
  'refuses the key (401)': status(401),
  'forbids (403)': status(403),
  'answers with a page': body('text/html', '<html><body>Sign in</body></html>'),
  'answers with nothing': body('application/json', ''),
  'answers with an empty stream': body('text/event-stream', ''),
  'cuts its JSON': body('application/json', '{"choices":[{"message":{"content":"새 등'),
  'cuts an event': begun((end) => {
    end('data: {"id":"c","choices":[{"delta":{"cont');
  }),
  'ends a stream without its end': begun((end) => {
    end();
  }),
  'sends an error in its stream': begun((end) => {
    end('data: {"error":{"message":"overloaded","code":500}}\n\ndata: [DONE]\n\n');
  }),
  'has no choices': json({ choices: [] }),
  'has no content': json({ choices: [{ index: 0, message: { role: 'assistant', content: null }, finish_reason: 'stop' }] }),
  'streams no choices': body('text/event-stream', 'data: {"id":"c","choices":[]}\n\ndata: [DONE]\n\n'),
  'sends 20 MB': (_, response) => {
    beginStream(response);
    response.end(event({ content: 'x'.repeat(20_000_000) }, 'stop'));
  },
  'sends 20 MB of JSON': json({ choices: [{ message: { content: '가'.repeat(7_000_000) } }] }),
  'sends 20 MB in small pieces': (_, response) => {
    beginStream(response);
    for (let index = 0; index < 20_000; index += 1) response.write(event({ content: 'x'.repeat(1000) }));
    response.end(event({}, 'stop'));
  },
  'resets the connection': (_, response) => {
    response.socket?.resetAndDestroy();
  },
  'resets the connection half-way': begun((_, destroy) => {
    setTimeout(destroy, 20);
  }),
};
