import { beginStream, event } from '../../support/llm-server.ts';
import { begin, completion, drip, flood, goodStart, speak, type Run } from './speech.ts';

/** What an endpoint does instead of answering. Seconds are those of the deadline: short where it is what ends the run. */
export interface Kind {
  misbehave: (run: Run) => void;
  seconds: number;
  /** What the answer says of the model; without it either of the two. */
  becomes?: 'failed' | 'unsupported';
}

const SHORT = 0.3;
const LONG = 10;
const MEGABYTE = 1_000_000;

const slow = (misbehave: Kind['misbehave']): Kind => ({ misbehave, seconds: SHORT, becomes: 'failed' });
const prompt = (misbehave: Kind['misbehave']): Kind => ({ misbehave, seconds: LONG });
/** What arrives well, but does not hold. */
const untrue = (misbehave: Kind['misbehave']): Kind => ({ misbehave, seconds: LONG, becomes: 'unsupported' });

const PAGE = '<!doctype html><html><head><title>Sign in</title></head><body><p>Sign in [1]</p></body></html>';

function status(codes: readonly number[]): Kind {
  return prompt(({ dice, response }) => {
    const headers = dice.coin ? { 'retry-after': String(dice.number(0, 3600)) } : {};
    const body = dice.pick(['', '{"error":{"message":"no"}}', PAGE, completion('OK [1]')]);
    response.writeHead(dice.pick(codes), { 'content-type': 'application/json', ...headers }).end(body);
  });
}

function json(bodies: readonly unknown[]): Kind {
  return prompt(({ dice, response }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(dice.pick(bodies)));
  });
}

function choice(message: unknown): unknown {
  return { id: 'c', choices: [{ index: 0, message, finish_reason: 'stop' }] };
}

/** A true sentence without its number, for what is wrong to be put around it. */
function truth({ dice, truths }: Run): string {
  return dice.pick(truths);
}

/** Changes a true sentence so that it is none: a digit, a name, or a claim that nobody made. */
function lieOf({ dice, truths }: Run): string {
  const changes: ((sentence: string) => string)[] = [
    (sentence) => sentence.replace(/\d+/u, (digits) => String(Number(digits) + dice.number(1, 90))),
    (sentence) => sentence.replace(/솔섬|valley/u, (name) => (name === '솔섬' ? '달섬' : 'mountain')),
    (sentence) => (/[가-힣]/u.test(sentence) ? '등대는 내년에 팔린다.' : 'The orchard was sold to a bank.'),
    (sentence) => sentence.replace(/\.$/u, /[가-힣]/u.test(sentence) ? '고 시장은 사임했다.' : ', and the mayor resigned.'),
  ];
  for (;;) {
    const sentence = dice.pick(truths);
    const lie = dice.pick(changes)(sentence);
    if (lie !== sentence) return lie;
  }
}

const TIMEOUTS: Readonly<Record<string, Kind>> = {
  'never answers': slow(({ dice, response }) => {
    if (dice.coin) response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  }),
  'falls silent': slow(begin),
  drips: slow((run) => {
    begin(run);
    const text = run.truths.map((sentence) => `${sentence} [${run.number}] `).join('');
    let at = 0;
    const next = [
      () => event({ content: text[at++ % text.length] ?? '' }),
      () => ': still here\n\n',
      () => '\n',
      () => event({ content: '' }),
      () => event({ content: ' ' }),
    ];
    drip(run, run.dice.pick(next));
  }),
  'drips JSON': slow((run) => {
    run.response.writeHead(200, { 'content-type': 'application/json' });
    const body = completion(goodStart(run)).slice(0, -2);
    let at = 0;
    drip(run, () => body[at++] ?? ' ');
  }),
};

const STATUSES: Readonly<Record<string, Kind>> = {
  'limits (429)': status([429]),
  'fails (5xx)': status([500, 502, 503, 504, 529]),
  'refuses (4xx)': status([400, 401, 402, 403, 404, 405, 408, 413, 422]),
  redirects: prompt(({ dice, response, elsewhere }) => {
    const location = dice.pick([elsewhere, elsewhere.replace('http:', ''), '/v1/other', `${elsewhere}/chat/completions?a=b`]);
    response.writeHead(dice.pick([301, 302, 303, 307, 308]), { location }).end(dice.coin ? '' : completion('OK [1]'));
  }),
};

const BODIES: Readonly<Record<string, Kind>> = {
  'answers with a page': prompt(({ dice, response }) => {
    const type = dice.pick(['text/html', 'text/html; charset=utf-8', 'application/json', 'text/event-stream']);
    response.writeHead(200, { 'content-type': type }).end(PAGE);
  }),
  'answers with nothing': prompt(({ dice, response }) => {
    const type = dice.pick(['application/json', 'text/event-stream']);
    const body = type === 'application/json' ? ['', ' ', '{}', 'null', '[]'] : ['', '\n\n', ': hello\n\n', 'data: [DONE]\n\n'];
    response.writeHead(dice.pick([200, 200, 204]), { 'content-type': type }).end(dice.pick(body));
  }),
  'cuts its JSON': prompt((run) => {
    const { dice, response } = run;
    const body = completion(`${truth(run)} [${run.number}]`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body.slice(0, dice.number(1, body.length - 1)));
  }),
  'cuts its stream': prompt((run) => {
    begin(run);
    const last = event({ content: `${truth(run)} [${run.number}]` });
    run.response.end(run.dice.coin ? '' : last.slice(0, run.dice.number(1, last.length - 3)));
  }),
  'has no choices': json([
    { choices: [] },
    { id: 'c' },
    { choices: null },
    { choices: {} },
    { choices: [null] },
    { choices: [{}] },
  ]),
  'has no content': json([
    ...[choice({ role: 'assistant', content: null }), choice({ role: 'assistant' }), choice(null), choice({ content: '' })],
    ...[choice({ content: 7 }), choice({ content: ['a'] }), choice({ content: { text: 'a' } }), choice('text')],
  ]),
  'sends 20 MB': prompt((run) => {
    const { dice, response } = run;
    const isJson = dice.coin;
    response.writeHead(200, { 'content-type': isJson ? 'application/json' : 'text/event-stream' });
    response.write(isJson ? '{"choices":[{"message":{"content":"' : 'data: {"choices":[{"delta":{"content":"');
    flood(run, dice.pick(['x', '가', ' ', '\\n']).repeat(dice.number(8_000, 60_000)), 20 * MEGABYTE);
  }),
  'never ends': prompt((run) => {
    beginStream(run.response);
    flood(run, event({ content: `${truth(run)} `.repeat(run.dice.number(1, 9)) }), 20 * MEGABYTE);
  }),
  'has another content type': prompt((run) => {
    const { dice, response } = run;
    const type = dice.pick(['text/plain', 'application/octet-stream', 'image/png', 'application/xml', '']);
    response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(completion(`${truth(run)} [${run.number}]`));
  }),
  'has another encoding': prompt(({ dice, response }) => {
    const body = Buffer.from(Array.from({ length: dice.number(1, 300) }, () => dice.number(0, 255)));
    const encoding = dice.pick([{ 'content-encoding': 'gzip' }, { 'content-encoding': 'br' }, {}]);
    response.writeHead(200, { 'content-type': dice.pick(['application/json', 'text/event-stream']), ...encoding }).end(body);
  }),
  'sends an error in its stream': prompt((run) => {
    begin(run);
    const error = {
      error: run.dice.pick([{ message: 'overloaded', code: 500 }, 'overloaded', { code: run.dice.number(400, 599) }]),
    };
    run.response.end(`data: ${JSON.stringify(error)}\n\ndata: [DONE]\n\n`);
  }),
  'calls a tool': prompt((run) => {
    beginStream(run.response);
    const name = run.dice.pick(['reindex', 'ask', 'fetch', 'send_message', '']);
    const tool = { index: 0, id: 't', type: 'function', function: { name, arguments: run.dice.pick(['{}', '', '{"a":']) } };
    run.response.end(`${event({ role: 'assistant', tool_calls: [tool] }, 'tool_calls')}data: [DONE]\n\n`);
  }),
};

const CONNECTIONS: Readonly<Record<string, Kind>> = {
  'resets the connection': prompt(({ response }) => {
    response.socket?.resetAndDestroy();
  }),
  'resets the connection half-way': prompt((run) => {
    begin(run);
    const { dice, response } = run;
    setTimeout(
      () => {
        if (dice.coin) response.socket?.resetAndDestroy();
        else response.destroy();
      },
      dice.number(0, 30),
    );
  }),
  'speaks no HTTP': prompt(({ dice, response }) => {
    const nonsense = [
      'SSH-2.0-x\r\n',
      'HTTP/9.9 200 OK\r\n\r\n',
      '\u0000\u0001',
      'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{}',
    ];
    response.socket?.end(dice.pick(nonsense));
  }),
};

const MARKERS = [
  '',
  '[0]',
  '[-1]',
  '[99]',
  '[1.5]',
  '[one]',
  '(1)',
  '[1',
  '1]',
  '[^1]',
  '[1-9]',
  '[]',
  '[ ]',
  '【1】',
  '[０]',
  '[٣]',
];

const CLAIMS: Readonly<Record<string, Kind>> = {
  'cites nothing that exists': untrue((run) => {
    const markers = [...MARKERS, `[${run.passages + 1}]`, `[${run.number}][0]`, `[${run.number}, ${run.passages + 7}]`];
    speak(run, run.truths.map((sentence) => `${sentence} ${run.dice.pick(markers)}`).join('\n'));
  }),
  'claims what is not supported': untrue((run) => {
    const lies = Array.from({ length: run.dice.number(1, 4) }, () => `${lieOf(run)} [${run.number}]`);
    speak(run, lies.join(run.dice.pick([' ', '\n'])));
  }),
  'hides a true sentence among lies': untrue((run) => {
    const lies = Array.from({ length: run.dice.number(2, 4) }, () => `${lieOf(run)} [${run.number}]`);
    lies.splice(run.dice.number(0, lies.length), 0, `${truth(run)} [${run.number}]`);
    speak(run, lies.join(' '));
  }),
  'chats instead of answering': prompt((run) => {
    const lines = [
      'NONE',
      'none.',
      'As a language model I cannot help. [1]',
      '죄송합니다. 답할 수 없습니다.',
      '@everyone hello [1]',
    ];
    speak(run, run.dice.pick([...lines, '<passage number="1">', '```json\n{}\n```', '[1][1][1]', ' ', '\n\n\n', '…']));
  }),
};

export const KINDS: Readonly<Record<string, Kind>> = { ...TIMEOUTS, ...STATUSES, ...BODIES, ...CONNECTIONS, ...CLAIMS };
