import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UsageError, UserError } from '../src/errors.ts';
import { startHealthServer, type HealthServer, type HealthServerOptions } from '../src/health-server.ts';
import { createLog } from '../src/log.ts';
import { createMetrics } from '../src/metrics.ts';

interface Running extends HealthServer {
  lines: string[];
}

async function running(options: Partial<HealthServerOptions> = {}): Promise<Running> {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets: [], destination: { write: (line) => void lines.push(line) } });
  const isReady = () => ({});
  const server = await startHealthServer({ port: 0, host: '127.0.0.1', metrics: createMetrics(), isReady, log, ...options });
  onTestFinished(() => server.close());
  return { ...server, lines };
}

interface Reply {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

function ask(port: number, path: string, method = 'GET', body = ''): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: text });
      });
    });
    sent.once('error', reject).end(body);
  });
}

describe('the health server', () => {
  it('says that the process runs', async () => {
    const { port } = await running({ isReady: () => ({ engine: false }) });
    expect(await ask(port, '/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
  });

  it('says when questions can be answered', async () => {
    const { port } = await running({ isReady: () => ({ gateway: true, engine: true }) });
    const { status, headers, body } = await ask(port, '/readyz');
    expect({ status, type: headers['content-type'], body }).toEqual({
      status: 200,
      type: 'application/json',
      body: '{"ready":true,"missing":[]}\n',
    });
  });

  it('says what is missing before, in one line', async () => {
    const { port } = await running({ isReady: () => ({ gateway: false, engine: true, index: false }) });
    expect(await ask(port, '/readyz')).toMatchObject({ status: 503, body: '{"ready":false,"missing":["gateway","index"]}\n' });
  });

  it('gives the metrics as Prometheus reads them', async () => {
    const metrics = createMetrics();
    metrics.question('chat');
    const { port } = await running({ metrics });
    const { headers, body } = await ask(port, '/metrics');
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body).toContain('\ngisabot_questions_total{kind="chat"} 1\n');
  });

  it('answers HEAD without a body, and leaves a query alone', async () => {
    const { port } = await running();
    expect(await ask(port, '/healthz?a=1', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it.each(['/', '/healthz/', '/metrics/x', '//healthz', '/%68ealthz', '/../healthz', '/constructor'])(
    'has no page %s',
    async (path) => {
      const { port } = await running();
      expect(await ask(port, path)).toMatchObject({ status: 404, body: 'not found\n' });
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const { port } = await running();
    const { status, headers } = await ask(port, '/metrics', method);
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' });
  });

  it('repeats and logs nothing of a request', async () => {
    const { port, lines } = await running({
      isReady: () => {
        throw new Error('broken');
      },
    });
    const replies = [await ask(port, '/WORDS'), await ask(port, '/readyz?WORDS'), await ask(port, '/metrics', 'POST', 'WORDS')];
    expect(replies.map(({ status }) => status)).toEqual([404, 500, 405]);
    expect(JSON.stringify(replies) + lines.join('')).not.toContain('WORDS');
  });

  it('answers with 500 and logs why when a page fails, and goes on', async () => {
    const metrics = { contentType: 'text/plain', text: () => Promise.reject(new Error('broken')) };
    const { port, lines } = await running({ metrics });
    expect(await ask(port, '/metrics')).toMatchObject({ status: 500, body: 'internal error\n' });
    expect(lines.join('')).toContain('"message":"broken"');
    expect(await ask(port, '/healthz')).toMatchObject({ status: 200 });
  });

  it('survives what is no HTTP', async () => {
    const { port } = await running();
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) =>
      socket
        .once('close', () => {
          resolve();
        })
        .on('error', () => undefined)
        .resume()
        .end('\0\0 no HTTP\r\n\r\n'),
    );
    expect(await ask(port, '/healthz')).toMatchObject({ status: 200 });
  });

  it('closes at once, with a connection open', async () => {
    const { port, close } = await running();
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) =>
      socket
        .once('connect', () => {
          resolve();
        })
        .on('error', () => undefined),
    );
    await close();
    await expect(ask(port, '/healthz')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a port that cannot be opened', () => {
  it('because it is in use is named with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const error: unknown = await running({ port }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).not.toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(new RegExp(`Port ${port} of 127\\.0\\.0\\.1 is in use.*METRICS_PORT`));
  });

  it('because the address is of another machine names the setting', async () => {
    const error: unknown = await running({ host: '192.0.2.1' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(/192\.0\.2\.1.*METRICS_HOST/);
  });
});
